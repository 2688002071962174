import * as v from 'valibot';
import type { PlayerBlock } from '../../../blocks.ts';
import type { RoomVideo } from '../../../live/room.ts';
import { findBlock, type VideoBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { uuid } from '../../forms.ts';
import { creditAttended } from '../../progress/index.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning, type Held } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { clearScreen } from '../screen.ts';

/** A video that the room watches together: where it stands, and since when it plays from there. */
export type VideoState = {
	from: number;
	to: number;
	position: number;
	isPlaying: boolean;
	/** ISO. */
	at: string;
};

export const seconds = v.pipe(
	v.string('Say where the video stands.'),
	v.regex(/^\d{1,5}(\.\d{1,3})?$/, 'Say where the video stands.'),
	v.transform(Number)
);

export const videoInput = v.object({
	key: actionKey,
	ask: uuid,
	position: seconds,
	playing: v.picklist(['yes', 'no'])
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
		await clearScreen(held);
		const [before] = await stopVideos(held, ask);
		const state: VideoState = {
			from: before?.from ?? whole.from,
			to: before?.to ?? whole.to,
			position,
			isPlaying: playing === 'yes',
			at: held.at.toISOString()
		};
		await held.client.query('update live_ask set video = $2 where id = $1', [
			ask,
			JSON.stringify(state)
		]);
		return { kind: 'video', parts: ['asked', 'screen'], data: { ask, position, playing } };
	});
}

/**
 * Stops what plays, and counts it as seen by whoever was in the room meanwhile: attended viewing.
 * @param only one ask; otherwise every one that is before everybody.
 * @returns where they stood when they were last touched.
 */
export async function stopVideos(held: Held, only: string | null = null): Promise<VideoState[]> {
	const { client, meetingId, at } = held;
	const { rows } = await client.query<{ id: string; blockId: string; video: VideoState }>(
		`select id, block_id as "blockId", video from live_ask
		where live_session_id = $1 and closed_at is null and video is not null
			and ($2::uuid is null or id = $2)`,
		[meetingId, only]
	);
	for (const { id, blockId, video } of rows) {
		if (!video.isPlaying) continue;
		await creditSeen(held, video, findVideo(blockId));
		const still = {
			...video,
			position: Math.min(video.to, positionAt(video, at)),
			isPlaying: false,
			at: at.toISOString()
		};
		await client.query('update live_ask set video = $2 where id = $1', [id, JSON.stringify(still)]);
	}
	return rows.map(({ video }) => video);
}

async function creditSeen(
	{ client, meetingId, at }: Held,
	state: VideoState,
	found: ReturnType<typeof findVideo>
): Promise<void> {
	const until = Math.min(state.to, positionAt(state, at));
	if (found === null || until <= state.position) return;
	// It may have stood at its end for a while: who left then has seen it.
	const seenAt = new Date(Date.parse(state.at) + (until - state.position) * 1000);
	const { rows } = await client.query<{ enrolmentId: string }>(
		`select enrolment_id as "enrolmentId" from live_attendee
		where live_session_id = $1 and enrolment_id is not null
			and arrived_at <= $2::timestamptz and coalesce(left_at, $3) >= $3::timestamptz`,
		[meetingId, state.at, seenAt]
	);
	const there = rows.map(({ enrolmentId }) => enrolmentId);
	await creditAttended(client, found, there, [state.position, until]);
}

function findVideo(blockId: string | null) {
	const found = blockId === null ? null : findBlock(blockId, 'en');
	return found?.block.kind === 'video' ? { ...found, block: found.block } : null;
}

/** Where the video stands at a moment, in seconds. */
function positionAt({ position, isPlaying, at }: VideoState, moment: Date): number {
	if (!isPlaying) return position;
	return position + Math.max(0, moment.getTime() - Date.parse(at)) / 1000;
}

export function readVideo(block: PlayerBlock | null, state: VideoState | null): RoomVideo | null {
	if (block?.kind !== 'video') return null;
	const { src, type, poster, title, captions, seconds: length } = block;
	const standing = state ?? { from: 0, to: length, position: 0, isPlaying: false, at: '' };
	return { src, type, poster, title, captions, ...standing };
}
