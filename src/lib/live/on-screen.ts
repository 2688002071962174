import type { Room } from './room.ts';

export type OnScreen = 'parked' | 'groups' | 'asked' | 'block';

/** What the screen shows of a room that may have several things to show. */
export function onScreen({
	run,
	asked,
	breakout,
	screen
}: Pick<Room, 'run' | 'asked' | 'breakout' | 'screen'>): OnScreen {
	if (screen.hasParked && run.status === 'running') return 'parked';
	if (asked.now !== null && (breakout === null || screen.hasAskedInFront)) return 'asked';
	return breakout === null ? 'block' : 'groups';
}
