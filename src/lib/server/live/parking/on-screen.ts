import * as v from 'valibot';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { setScreen } from '../screen.ts';
import { stopVideos } from '../video/video.ts';

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
		if (!(await setScreen(held, shown === 'yes'))) return null;
		// Nobody sees what plays behind it.
		const videos = shown === 'yes' ? await stopVideos(held) : [];
		const parts = videos.some(({ isPlaying }) => isPlaying) ? (['asked'] as const) : [];
		return { kind: 'park-screen', parts: ['screen', ...parts], data: { shown } };
	});
}
