/** What was really played of a video, from what its element says. Times are in seconds. */

export type Stretch = [from: number, to: number];

export interface Moment {
	/** `time`: playing on; `start`: playing begins here; `stop`: it paused, ended or waits; `seek`: it jumps. */
	kind: 'start' | 'time' | 'stop' | 'seek';
	/** Where in the video. */
	at: number;
	/** When, by a clock that only goes forward. */
	clock: number;
	/** How fast it plays. */
	speed: number;
}

export interface Played {
	stretches: readonly Stretch[];
	/** The stretch that is being played, and when its end was last seen. */
	playing: { from: number; to: number; clock: number; speed: number } | null;
}

export const nothingPlayed: Played = { stretches: [], playing: null };

/** Clocks of media and page differ a little, and what an element says may be this late. */
const LATE = 0.35;
const FAST = 1.1;

export function after(played: Played, moment: Moment): Played {
	const { kind, at, clock, speed } = moment;
	if (kind === 'seek') return closed(played);
	const reached = extended(played, moment);
	if (kind === 'stop') return closed(reached);
	if (reached.playing === null) {
		return { ...reached, playing: { from: at, to: at, clock, speed } };
	}
	return { ...reached, playing: { ...reached.playing, speed } };
}

/** The stretches so far, and what is left to go on with. Nothing is in both, nothing in neither. */
export function taken({ stretches, playing }: Played): { stretches: Stretch[]; left: Played } {
	const all = closed({ stretches, playing }).stretches;
	return {
		stretches: [...all],
		left: { stretches: [], playing: playing && { ...playing, from: playing.to } }
	};
}

/** A jump that came without word of it is no playing: the stretch ends where it was last seen. */
function extended(played: Played, { at, clock, speed }: Moment): Played {
	const { playing } = played;
	if (playing === null) return played;
	const moved = at - playing.to;
	const fastest = Math.max(speed, playing.speed);
	const possible = Math.max(0, clock - playing.clock) * fastest * FAST + LATE;
	if (moved < 0 || moved > possible) return closed(played);
	return { ...played, playing: { ...playing, to: at, clock } };
}

function closed({ stretches, playing }: Played): Played {
	if (playing === null || playing.to <= playing.from) return { stretches, playing: null };
	return { stretches: [...stretches, [playing.from, playing.to]], playing: null };
}

/** Overlaps and touching ends merged, in order: what a report is made of. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
	const result: Stretch[] = [];
	for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
		const last = result.at(-1);
		if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
		else result.push([from, to]);
	}
	return result;
}
