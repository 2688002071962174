import * as v from 'valibot';
import { LONGEST_ANSWER } from '../../../answer.ts';
import { seal } from '../../answers/index.ts';
import { prisma } from '../../db/index.ts';
import { Invalid, NotFound, Refused } from '../../errors.ts';
import { uuid, words } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { responsePlace } from './respond.ts';

export const sayInput = v.object({
	key: actionKey,
	ask: uuid,
	text: words(LONGEST_ANSWER, () => 'what was said')
});

/**
 * Adds to the wall what somebody said aloud: for a room without phones. It is an answer without an attendee, so
 * there is nobody whose name or journal it could reach.
 */
export async function addSaid(
	viewer: Viewer,
	meetingId: string,
	{ key, ask, text }: v.InferOutput<typeof sayInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	const asked = await prisma().liveAsk.findFirst({
		where: { id: ask, liveSessionId: meetingId },
		select: { kind: true, capture: true }
	});
	if (asked === null) throw new NotFound();
	if (
		!['reflect', 'question'].includes(asked.kind) ||
		!['wall', 'commitment'].includes(asked.capture)
	) {
		throw new Refused('This has no wall to write on.');
	}
	const said = text.trim();
	if (said === '') {
		throw new Invalid('Write what was said first.', { text: 'Write what was said first.' });
	}
	await change(meetingId, viewer, sendingOf({ key, ask, said }), async (held) => {
		requireRunning(held);
		await held.client.query(
			`insert into live_response (ask_id, attendee_id, sealed, choices, answered_at, number)
			values ($1, null, $2, '{}', $3, $4)`,
			[ask, seal(said, responsePlace(ask, null)), held.at, held.number]
		);
		return { kind: 'say', parts: ['count', 'wall'], data: { ask } };
	});
}
