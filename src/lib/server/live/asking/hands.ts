import * as v from 'valibot';
import { prisma } from '../../db/index.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { uuid } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { optionsOf, type Options } from './options.ts';
import { POSITIONS } from './results.ts';

/**
 * What is counted in the room, without phones: hands for each choice of a poll, and people at each place along a
 * line. Everybody has seen them, so they are no secret; who was counted may have answered on a phone as well, so
 * the two are never added up.
 */

/** A field for each choice, `hands-` and its id; of a line one for each place, with the place after it: `-1` to `-7`. */
const FIELD = 'hands-';

export const handsInput = v.pipe(
	v.objectWithRest(
		{ key: actionKey, ask: uuid },
		v.pipe(
			v.string('Write a number of hands for each choice.'),
			v.trim(),
			v.regex(/^\d{0,3}$/, 'Write a number of hands for each choice.')
		)
	),
	v.transform(({ key, ask, ...rest }) => ({
		key,
		ask,
		counts: Object.entries(rest)
			.filter(([name]) => name.startsWith(FIELD))
			.map(([name, count]) => [name.slice(FIELD.length), Number(count)] as const)
	}))
);

/** Keeps how many were counted, over what was counted before. None at all takes it back. */
export async function countHands(
	viewer: Viewer,
	meetingId: string,
	{ key, ask, counts }: v.InferOutput<typeof handsInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	const asked = await prisma().liveAsk.findFirst({
		where: { id: ask, liveSessionId: meetingId },
		select: { blockId: true, choices: true }
	});
	if (asked === null) throw new NotFound();
	const counted = countedOf(optionsOf(asked, 'en'), new Map(counts));
	const hasAny = counts.some(([, count]) => count > 0);
	await change(meetingId, viewer, sendingOf({ key, ask, counts }), async (held) => {
		requireRunning(held);
		await held.client.query('update live_ask set hands = $2 where id = $1', [
			ask,
			hasAny ? JSON.stringify(counted) : null
		]);
		return { kind: 'hands', parts: ['count'], data: { ask } };
	});
}

function countedOf(
	{ choices, pairs }: Options,
	counts: ReadonlyMap<string, number>
): Record<string, number> | Record<string, number[]> {
	if (choices.length > 0) {
		const ids = choices.map(({ id }) => id);
		requireKnown(counts, ids, 'Count hands for the answers shown.');
		return Object.fromEntries(counts);
	}
	if (pairs.length === 0) throw new Invalid('Only choices and lines are counted in the room.');
	const lines = pairs.map(({ id }) => ({ id, fields: fieldsOf(id) }));
	const known = lines.flatMap(({ fields }) => fields);
	requireKnown(counts, known, 'Count who stands at the places shown.');
	const stands = lines.map(
		({ id, fields }) => [id, fields.map((field) => counts.get(field) ?? 0)] as const
	);
	// A line along which nobody walked has no picture.
	return Object.fromEntries(stands.filter(([, places]) => places.some((count) => count > 0)));
}

function fieldsOf(pairId: string): string[] {
	return Array.from({ length: POSITIONS }, (_, at) => `${pairId}-${at + 1}`);
}

function requireKnown(
	counts: ReadonlyMap<string, number>,
	known: readonly string[],
	message: string
): void {
	if (![...counts.keys()].every((id) => known.includes(id))) throw new Invalid(message);
}
