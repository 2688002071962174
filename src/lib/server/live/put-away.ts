import type { Held } from './change.ts';
import { uncover } from './screen.ts';
import { stopVideos } from './video/stop-videos.ts';

/** Takes away whatever is before everybody. Who is still writing can finish: their page keeps it within reach. */
export async function putAway(held: Held): Promise<void> {
	await stopVideos(held);
	await uncover(held);
	await held.client.query(
		'update live_ask set closed_at = $2 where live_session_id = $1 and closed_at is null',
		[held.meetingId, held.at]
	);
}
