import * as v from 'valibot';
import type { PlayerBlock } from '../../../blocks.ts';
import type { RoomVideo } from '../../../live/room.ts';
import type { VideoBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { uuid } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { bringAskedForward } from '../screen.ts';
import { findVideo, stopVideos, type VideoState } from './stop-videos.ts';

export const seconds = v.pipe(
	v.string('Say where the video stands.'),
	v.regex(/^\d{1,5}(\.\d{1,3})?$/, 'Say where the video stands.'),
	v.transform(Number)
);

/**
 * `playing` is `keep` where it is only moved: whether it plays is as the room has it, not as the page believed,
 * so that nobody who moves it takes back the pause that somebody else has just pressed.
 */
export const videoInput = v.object({
	key: actionKey,
	ask: uuid,
	position: seconds,
	playing: v.picklist(['yes', 'no', 'keep'])
});

export type Stretch = Pick<VideoState, 'from' | 'to'>;

/** The stretch of a video that is asked for. One that it does not have is refused. */
export function stretchOf({ seconds: length }: VideoBlock, from = 0, to = length): Stretch {
	if (from >= length || to <= from) throw new Invalid('The video has no such stretch.');
	return { from, to: Math.min(to, length) };
}

/** At its beginning, and not yet played. */
export function standingAt(stretch: Stretch, at: Date): VideoState {
	return { ...stretch, position: stretch.from, isPlaying: false, at: at.toISOString() };
}

/** Plays, pauses or moves the video on all three surfaces. What the room saw until now counts as seen. */
export async function playVideo(
	viewer: Viewer,
	meetingId: string,
	{ key, ask, position, playing }: v.InferOutput<typeof videoInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	const row = await prisma().liveAsk.findFirst({
		where: { id: ask, liveSessionId: meetingId, kind: 'video' },
		select: { blockId: true }
	});
	const found = findVideo(row?.blockId ?? null);
	if (found === null) throw new NotFound();
	const whole = stretchOf(found.block);
	if (position > whole.to) throw new Invalid('The video is not that long.');
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const [before] = await stopVideos(held, ask);
		await bringAskedForward(held);
		const state: VideoState = {
			from: before?.from ?? whole.from,
			to: before?.to ?? whole.to,
			position,
			isPlaying: playing === 'keep' ? (before?.isPlaying ?? false) : playing === 'yes',
			at: held.at.toISOString()
		};
		await held.client.query('update live_ask set video = $2 where id = $1', [
			ask,
			JSON.stringify(state)
		]);
		return { kind: 'video', parts: ['asked', 'screen'], data: { ask, position, playing } };
	});
}

export function readVideo(block: PlayerBlock | null, state: VideoState | null): RoomVideo | null {
	if (block?.kind !== 'video') return null;
	const { src, type, poster, title, captions, seconds: length } = block;
	const standing = state ?? { from: 0, to: length, position: 0, isPlaying: false, at: '' };
	return { src, type, poster, title, captions, ...standing };
}
