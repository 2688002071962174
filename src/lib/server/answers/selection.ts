import * as v from 'valibot';
import { now } from '../clock.ts';
import { findBlock, type BlockPath, type CheckBlock, type PollBlock } from '../curriculum/index.ts';
import type { Feedback } from '../../blocks.ts';
import { statement } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { completeBlock, openPlace, type Completed, type Place } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { judge } from './judge.ts';
import { pageOwner, requirePageOwner } from './page-owner.ts';

const choice = v.pipe(v.string(), v.maxLength(100));

export const choiceInput = v.object({
	blockId: v.pipe(v.string(), v.maxLength(200)),
	choices: v.optional(
		v.pipe(
			v.union([v.array(choice), choice]),
			v.transform((chosen) => [...new Set([chosen].flat())])
		),
		[]
	),
	owner: pageOwner
});

type ChoiceInput = v.InferOutput<typeof choiceInput>;

/** `correct` and `feedback` are of a check only; feedback is given for what was chosen, no more. */
export type Chosen = {
	choices: string[];
	correct: boolean | null;
	feedback: Feedback[];
	completed: Completed;
};

/** Keeps what the viewer chose in a poll or a check. A poll is complete with it, a check when right. */
export async function choose(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	{ blockId, choices, owner }: ChoiceInput
): Promise<Chosen> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, owner);
	const found = findBlock(blockId);
	if (found?.module.id !== place.module.id) throw new NotFound();
	const { block } = found;
	if (block.kind !== 'poll' && block.kind !== 'check') throw new NotFound();
	requireChoices(block, choices);
	return keepChoice(place, { ...found, block }, choices);
}

type ChoosingPath = BlockPath & { block: PollBlock | CheckBlock };

/** Keeps choices that are the block's. */
export async function keepChoice(
	{ enrolment: { enrolmentId }, record }: Place,
	{ module, step, block }: ChoosingPath,
	choices: string[]
): Promise<Chosen> {
	await statement(
		'choose',
		`insert into selection (enrolment_id, block_id, choices, tries, chosen_at)
		values ($1, $2, $3, 1, $4)
		on conflict (enrolment_id, block_id) do update set
			choices = excluded.choices, tries = selection.tries + 1, chosen_at = excluded.chosen_at`,
		[enrolmentId, block.id, choices, now()]
	);
	const { correct, feedback } =
		block.kind === 'check' ? judge(block, choices) : { correct: null, feedback: [] };
	const completed =
		correct === false || record.blocks.has(block.id)
			? { step: false, module: false }
			: await completeBlock(enrolmentId, module, step, block.id);
	return { choices, correct, feedback, completed };
}

function requireChoices(block: PollBlock | CheckBlock, choices: readonly string[]): void {
	const known = new Set(block.choices.map(({ id }) => id));
	if (choices.length === 0) throw new Invalid('Choose an answer first.');
	if (!choices.every((id) => known.has(id))) throw new Invalid('Choose one of the answers shown.');
	if (choices.length > 1 && !block.multiple) throw new Invalid('Choose one answer.');
}
