import type { RoomVideo } from './room.ts';

/** How far a picture may be off the room’s before it is moved. */
export const MOST_DRIFT = 1;

/**
 * Where the room’s video stands at a moment, in seconds.
 * @param now of the server’s clock, in milliseconds.
 */
export function standsAt(
	{ position, isPlaying, at, to }: Pick<RoomVideo, 'position' | 'isPlaying' | 'at' | 'to'>,
	now: number
): number {
	const since = isPlaying ? Math.max(0, now - Date.parse(at)) / 1000 : 0;
	return Math.min(to, position + since);
}
