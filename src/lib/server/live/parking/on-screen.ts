import * as v from 'valibot';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { coverWithParked, uncover } from '../screen.ts';

/** The parking lot on the room’s screen: put there over whatever it shows, until it is taken off or the room goes on. */

export const showParkedInput = v.object({
	key: actionKey,
	shown: v.picklist(['yes', 'no'], 'Please reload the page.')
});

export async function showParked(
	viewer: Viewer,
	meetingId: string,
	{ key, shown }: v.InferOutput<typeof showParkedInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const parts = shown === 'yes' ? await coverWithParked(held) : await uncover(held);
		return parts.length === 0 ? null : { kind: 'park-screen', parts, data: { shown } };
	});
}
