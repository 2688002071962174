import * as v from 'valibot';
import { uuid, wholeNumber } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { requireParked } from './find-parked.ts';

/** Hands that went up for a parked question: beside the votes of phones, and never added to them. */

export const parkedHandsInput = v.object({
	key: actionKey,
	parked: uuid,
	hands: wholeNumber(0, 999, () => 'the hands')
});

/** Keeps how many hands went up, over what was counted before. None at all takes the count back. */
export async function countParkedHands(
	viewer: Viewer,
	meetingId: string,
	{ key, parked, hands }: v.InferOutput<typeof parkedHandsInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	await requireParked(parked, meeting.cohortId, meeting.id);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		await held.client.query('update live_parked set hands = nullif($2::int, 0) where id = $1', [
			parked,
			hands
		]);
		return { kind: 'park-hands', parts: ['parked'], data: { parked } };
	});
}
