import * as v from 'valibot';
import { findBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { uuid } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';

/**
 * Hands counted in the room, for a poll without phones. Everybody has seen them, so they are no secret; who raised
 * a hand may have answered on a phone as well, so the two are never added up.
 */

/** A field for each choice, `hands-` and its id. */
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

/** Keeps how many hands went up for each choice, over what was counted before. None at all takes them back. */
export async function countHands(
	viewer: Viewer,
	meetingId: string,
	{ key, ask, counts }: v.InferOutput<typeof handsInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	const asked = await prisma().liveAsk.findFirst({
		where: { id: ask, liveSessionId: meetingId },
		select: { blockId: true }
	});
	if (asked === null) throw new NotFound();
	const block = findBlock(asked.blockId ?? '', 'en')?.block;
	if (block?.kind !== 'poll' && block?.kind !== 'check') {
		throw new Invalid('Hands are counted for a question with choices.');
	}
	const known = new Set(block.choices.map(({ id }) => id));
	if (!counts.every(([id]) => known.has(id))) {
		throw new Invalid('Count hands for the answers shown.');
	}
	const hands = counts.some(([, count]) => count > 0) ? Object.fromEntries(counts) : null;
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		await held.client.query('update live_ask set hands = $2 where id = $1', [
			ask,
			hands && JSON.stringify(hands)
		]);
		return { kind: 'hands', parts: ['count'], data: { ask } };
	});
}
