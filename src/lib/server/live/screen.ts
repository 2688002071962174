import type { PartName } from '../../live/room.ts';
import type { Held } from './change.ts';
import { stopVideos } from './video/stop-videos.ts';

/**
 * What stands on the room’s screen: of groups at work and what is asked, whichever came last; over both the parking
 * lot, if a facilitator put it there. Each of these is a change of the `screen`.
 */

/** What is asked is to be seen. */
export async function bringAskedForward({ client, meetingId }: Held): Promise<void> {
	await client.query(
		'update live_session set parked_shown = false, asked_in_front = true where id = $1',
		[meetingId]
	);
}

/** Groups are to be seen. @returns the parts of the room that it changes. */
export async function bringGroupsForward(held: Held): Promise<PartName[]> {
	await held.client.query(
		'update live_session set parked_shown = false, asked_in_front = false where id = $1',
		[held.meetingId]
	);
	return ['screen', ...(await stopHidden(held))];
}

/** Puts the parking lot over whatever is shown. @returns the parts of the room that it changes; none if it was there. */
export async function coverWithParked(held: Held): Promise<PartName[]> {
	return (await setParked(held, true)) ? ['screen', ...(await stopHidden(held))] : [];
}

/** Takes the parking lot off. @returns the parts of the room that it changes; none if it was not there. */
export async function uncover(held: Held): Promise<PartName[]> {
	return (await setParked(held, false)) ? ['screen'] : [];
}

async function setParked({ client, meetingId }: Held, isShown: boolean): Promise<boolean> {
	const { rowCount } = await client.query(
		'update live_session set parked_shown = $2 where id = $1 and parked_shown <> $2',
		[meetingId, isShown]
	);
	return (rowCount ?? 0) > 0;
}

/** Nobody sees what plays behind it. */
async function stopHidden(held: Held): Promise<PartName[]> {
	const videos = await stopVideos(held);
	return videos.some(({ isPlaying }) => isPlaying) ? ['asked'] : [];
}
