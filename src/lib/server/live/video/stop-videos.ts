import { findBlock } from '../../curriculum/index.ts';
import { creditAttended } from '../../progress/index.ts';
import type { Held } from '../change.ts';

/** A video that the room watches together: where it stands, and since when it plays from there. */
export type VideoState = {
	from: number;
	to: number;
	position: number;
	isPlaying: boolean;
	/** ISO. */
	at: string;
};

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

export function findVideo(blockId: string | null) {
	const found = blockId === null ? null : findBlock(blockId, 'en');
	return found?.block.kind === 'video' ? { ...found, block: found.block } : null;
}

/** Where the video stands at a moment, in seconds. */
function positionAt({ position, isPlaying, at }: VideoState, moment: Date): number {
	if (!isPlaying) return position;
	return position + Math.max(0, moment.getTime() - Date.parse(at)) / 1000;
}
