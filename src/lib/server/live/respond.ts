import * as v from 'valibot';
import { LONGEST_ANSWER } from '../../answer.ts';
import type { AskKind } from '../../live/room.ts';
import { keepAnswer, keepChoice, keepPlacement, seal, unseal } from '../answers/index.ts';
import { findBlock, type BlockPath } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { placeIn } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { actionKey, change } from './change.ts';
import type { Door, OwnAttendee } from './enter.ts';

/**
 * One answer, in two places: on the wall without a name, and in the journal of who has an account. What comes
 * late, because somebody was offline or still thinking, is kept all the same.
 */

const choice = v.pipe(v.string(), v.maxLength(100));

export const respondInput = v.object({
	key: actionKey,
	ask: uuid,
	text: v.optional(words(LONGEST_ANSWER, 'your answer'), ''),
	choices: v.optional(
		v.pipe(
			v.union([v.array(choice), choice]),
			v.transform((chosen) => [...new Set([chosen].flat())])
		),
		[]
	),
	/** Of a continuum: the position by pair, as JSON. */
	positions: v.optional(v.pipe(v.string(), v.maxLength(2_000)), '{}'),
	/** Whether it may stand on the wall. */
	wall: v.optional(v.picklist(['yes', 'no']), 'yes'),
	/** Who may read it in the journal. */
	audience: v.optional(
		v.picklist(['me', 'facilitators', 'cohort'], 'Choose who can read this.'),
		'me'
	)
});

type Response = v.InferOutput<typeof respondInput>;

type AskRow = { id: string; kind: AskKind; blockId: string | null };

/** Keeps what somebody in the room answered. Answering again is changing one's answer. */
export async function respond(
	viewer: Viewer | null,
	{ meeting, attendee, enrolment }: Door & { attendee: OwnAttendee },
	input: Response
): Promise<void> {
	const row = await prisma().liveAsk.findFirst({
		where: { id: input.ask, liveSessionId: meeting.id },
		select: { id: true, kind: true, blockId: true }
	});
	if (row === null) throw new NotFound();
	// The kinds are written by `ask` alone.
	const asked = row as AskRow;
	const positions = positionsIn(input.positions);
	const found = asked.blockId === null ? null : findBlock(asked.blockId, 'en');
	requireAnswer(asked, found, input, positions);
	const isMine = enrolment !== null && attendee.enrolmentId === enrolment.enrolmentId;
	if (viewer !== null && isMine && found !== null) {
		await keepInJournal(viewer, enrolment.enrolmentId, found, input, positions);
	}
	await change(
		meeting.id,
		{ attendeeId: attendee.id },
		input.key,
		async ({ client, at, number }) => {
			await client.query({
				name: 'live-respond',
				text: `insert into live_response
					(ask_id, attendee_id, sealed, choices, positions, on_wall, answered_at, number)
				values ($1, $2, $3, $4, $5, $6, $7, $8)
				on conflict (ask_id, attendee_id) do update set
					sealed = excluded.sealed, choices = excluded.choices, positions = excluded.positions,
					on_wall = excluded.on_wall, number = excluded.number`,
				values: [
					asked.id,
					attendee.id,
					input.text.trim() === '' ? null : seal(input.text, responsePlace(asked.id, attendee.id)),
					input.choices,
					JSON.stringify(Object.fromEntries(positions)),
					input.wall === 'yes',
					at,
					number
				]
			});
			return { kind: 'respond', parts: ['count', 'wall'], data: { ask: asked.id }, canWait: true };
		}
	);
}

/** What a response's words are sealed to. */
export function responsePlace(askId: string, attendeeId: string): string {
	return `live:${askId}:${attendeeId}`;
}

export function openResponse(askId: string, attendeeId: string, sealed: Uint8Array): string {
	return unseal(sealed, responsePlace(askId, attendeeId));
}

function requireAnswer(
	{ kind }: AskRow,
	found: BlockPath | null,
	{ text, choices }: Response,
	positions: ReadonlyMap<string, number>
): void {
	switch (kind) {
		case 'reflect':
		case 'question':
			if (text.trim() === '')
				throw new Invalid('Write your answer first.', { text: 'Write your answer first.' });
			return;
		case 'poll':
		case 'check':
			requireChoices(found, choices);
			return;
		case 'continuum':
			requirePositions(found, positions);
			return;
		case 'video':
			throw new Invalid('A video asks for no answer.');
	}
}

function requireChoices(found: BlockPath | null, choices: readonly string[]): void {
	const block = found?.block;
	if (block?.kind !== 'poll' && block?.kind !== 'check') throw new NotFound();
	const known = new Set(block.choices.map(({ id }) => id));
	if (choices.length === 0) throw new Invalid('Choose an answer first.');
	if (!choices.every((id) => known.has(id))) throw new Invalid('Choose one of the answers shown.');
	if (choices.length > 1 && !block.multiple) throw new Invalid('Choose one answer.');
}

function requirePositions(found: BlockPath | null, positions: ReadonlyMap<string, number>): void {
	if (found?.block.kind !== 'continuum') throw new NotFound();
	const known = new Set(found.block.pairs.map(({ id }) => id));
	if (positions.size === 0) throw new Invalid('Choose a place on at least one line first.');
	if (![...positions.keys()].every((id) => known.has(id))) {
		throw new Invalid('Choose one of the places shown.');
	}
}

const positionsShape = v.record(
	v.pipe(v.string(), v.maxLength(100)),
	v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))
);

function positionsIn(json: string): Map<string, number> {
	try {
		return new Map(Object.entries(v.parse(positionsShape, JSON.parse(json))));
	} catch {
		throw new Invalid('Choose one of the places shown.');
	}
}

/** The meeting opened the module for everybody, so no lock is asked here. */
async function keepInJournal(
	viewer: Viewer,
	enrolmentId: string,
	found: BlockPath,
	input: Response,
	positions: ReadonlyMap<string, number>
): Promise<void> {
	const place = await placeIn(viewer, enrolmentId, found.module.id);
	const { block } = found;
	if (block.kind === 'reflect') {
		await keepAnswer(place, { ...found, block }, input.text, input.audience);
	} else if (block.kind === 'poll' || block.kind === 'check') {
		await keepChoice(place, { ...found, block }, input.choices);
	} else if (block.kind === 'continuum') {
		await keepPlacement(place, { ...found, block }, positions);
	}
}
