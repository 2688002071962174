import type { Held } from './change.ts';

/** What stands on the room’s screen over all else: the parking lot, if a facilitator put it there. */

/** Something else is to be seen: what lies over it goes. The change that does it says `screen` among its parts. */
export async function clearScreen(held: Held): Promise<void> {
	await setScreen(held, false);
}

/** @returns whether it was otherwise. */
export async function setScreen({ client, meetingId }: Held, hasParked: boolean): Promise<boolean> {
	const { rowCount } = await client.query(
		'update live_session set parked_shown = $2 where id = $1 and parked_shown <> $2',
		[meetingId, hasParked]
	);
	return (rowCount ?? 0) > 0;
}
