import type { Room } from './room.ts';

/** What the screen shows of a room that may have several things to show. */
export function onScreen({
	run,
	asked,
	breakout,
	screen
}: Pick<Room, 'run' | 'asked' | 'breakout' | 'screen'>): 'parked' | 'groups' | 'asked' | 'block' {
	if (screen.hasParked && run.status === 'running') return 'parked';
	if (asked.now !== null && (breakout === null || screen.hasAskedInFront)) return 'asked';
	return breakout === null ? 'block' : 'groups';
}
