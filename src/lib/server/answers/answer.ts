import * as v from 'valibot';
import { isEnough, LONGEST_ANSWER } from '../../answer.ts';
import { now } from '../clock.ts';
import { findBlock, type BlockPath, type ReflectBlock } from '../curriculum/index.ts';
import { statement, type Audience } from '../db/index.ts';
import { Conflict, NotFound } from '../errors.ts';
import { wholeNumber, words } from '../forms.ts';
import {
	completeBlock,
	openPlace,
	reopenBlock,
	type Completed,
	type Place
} from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { pageOwner, requirePageOwner } from './page-owner.ts';
import { answerPlace, seal, unseal } from './seal.ts';

/**
 * `base` is the revision that the writer started from, 0 for none. `writer` names the open page and
 * `sequence` counts its saves: they tell a retry of a save from a second tab.
 */
export const answerInput = v.object({
	blockId: v.pipe(v.string(), v.maxLength(200)),
	text: words(LONGEST_ANSWER, 'your answer'),
	audience: v.picklist(['me', 'facilitators', 'cohort'], 'Choose who can read this.'),
	base: wholeNumber(0, 1_000_000_000, 'the revision'),
	owner: pageOwner,
	writer: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)), 'form'),
	sequence: v.optional(wholeNumber(0, 1_000_000_000, 'the sequence'), '0')
});

export type AnswerInput = v.InferOutput<typeof answerInput>;

export type SavedAnswer = { text: string; audience: Audience; revision: number; savedAt: Date };

/** Either the answer was saved, or another page saved one first and nothing was written. */
export type Saved =
	| { status: 'saved'; revision: number; savedAt: Date; completed: Completed }
	| { status: 'conflict'; theirs: SavedAnswer };

type AnswerRow = { sealed: Buffer; audience: Audience; revision: number; savedAt: Date };

/**
 * Saves over the revision that the writer knows, or over the writer's own earlier save; never over
 * another page's. What is replaced is kept as a revision where a person would miss it: after a pause,
 * from another page, at a change of audience, or when half of it is gone.
 */
const SAVE = `
	with kept as (
		insert into answer_revision (answer_id, revision, sealed, audience, written_at)
		select id, revision, sealed, audience, updated_at from answer
		where enrolment_id = $1 and block_id = $2
		and (revision = $6 or (writer = $7 and writer_sequence < $8))
		and (
			audience <> $5::audience
			or writer <> $7
			or updated_at < $9::timestamptz - interval '5 minutes'
			or octet_length(sealed) > 2 * octet_length($4::bytea)
		)
		on conflict do nothing
	)
	insert into answer (enrolment_id, block_id, prompt_text, sealed, audience, revision, writer,
		writer_sequence, created_at, updated_at)
	values ($1, $2, $3, $4, $5::audience, 1, $7, $8, $9, $9)
	on conflict (enrolment_id, block_id) do update set
		prompt_text = excluded.prompt_text,
		sealed = excluded.sealed,
		audience = excluded.audience,
		revision = answer.revision + 1,
		writer = excluded.writer,
		writer_sequence = excluded.writer_sequence,
		updated_at = excluded.updated_at
	where answer.revision = $6
		or (answer.writer = excluded.writer and answer.writer_sequence < excluded.writer_sequence)
	returning revision`;

/** Keeps what the viewer wrote to a prompt, and who may read it. */
export async function saveAnswer(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: AnswerInput
): Promise<Saved> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, input.owner);
	const found = findBlock(input.blockId);
	if (found?.module.id !== place.module.id || found.block.kind !== 'reflect') throw new NotFound();
	return write(place, { ...found, block: found.block }, input);
}

type ReflectPath = BlockPath & { block: ReflectBlock };

/** Whoever writes in a meeting writes on one device at a time: the last words stand. */
const TRIES = 3;

/**
 * Keeps what somebody answered in a meeting, over what they had written before: that stays as a revision.
 * @param occasion what they were asked on: what they answered on another one stays too.
 * @throws Conflict when another of their pages keeps saving at the same moment.
 */
export async function keepAnswer(
	place: Place,
	found: ReflectPath,
	text: string,
	audience: Audience,
	occasion: string
): Promise<void> {
	const writer = `meeting-${occasion}`;
	const input = { blockId: found.block.id, text, audience, writer, sequence: 0 };
	let base = 0;
	for (let tries = 0; tries < TRIES; tries += 1) {
		const saved = await write(place, found, { ...input, base });
		if (saved.status === 'saved') return;
		base = saved.theirs.revision;
	}
	throw new Conflict('Another of your pages is saving this answer. Please send it again.');
}

type Writing = Omit<AnswerInput, 'owner'>;

async function write(place: Place, found: ReflectPath, input: Writing): Promise<Saved> {
	const { enrolmentId } = place.enrolment;
	const savedAt = now();
	const [row] = await statement<{ revision: number }>('save-answer', SAVE, [
		enrolmentId,
		input.blockId,
		found.block.promptText,
		seal(input.text, answerPlace(enrolmentId, input.blockId)),
		input.audience,
		input.base,
		input.writer,
		input.sequence,
		savedAt
	]);
	if (row === undefined) return settle(enrolmentId, input);
	const completed = await keepCompletion(place, found, input);
	return { status: 'saved', revision: row.revision, savedAt, completed };
}

/** Nothing was written: another page was first, unless the very same words are there already. */
async function settle(enrolmentId: string, input: Writing): Promise<Saved> {
	const [row] = await statement<AnswerRow>(
		'read-answer',
		`select sealed, audience, revision, updated_at as "savedAt" from answer
		where enrolment_id = $1 and block_id = $2`,
		[enrolmentId, input.blockId]
	);
	if (row === undefined) throw new NotFound();
	const { sealed, ...rest } = row;
	const theirs = { ...rest, text: unseal(sealed, answerPlace(enrolmentId, input.blockId)) };
	if (theirs.text !== input.text || theirs.audience !== input.audience) {
		return { status: 'conflict', theirs };
	}
	return { status: 'saved', ...rest, completed: { step: false, module: false } };
}

async function keepCompletion(
	{ enrolment, record }: Place,
	{ module, step, block }: ReflectPath,
	{ blockId, text }: Writing
): Promise<Completed> {
	const isDone = record.blocks.has(blockId);
	const isAnswer = isEnough(text, block.minimum);
	if (isDone && !isAnswer) await reopenBlock(enrolment.enrolmentId, step, blockId);
	if (isDone || !isAnswer) return { step: false, module: false };
	return completeBlock(enrolment.enrolmentId, module, step, blockId);
}
