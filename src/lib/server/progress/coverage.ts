/** A stretch of a video in tenths of a second, the end not included. */
export type Stretch = readonly [from: number, to: number];

/** The fastest that the player plays. */
const FASTEST = 2;

/** Timers and networks are not exact: a report may be this much ahead of the clock. */
const TOLERANCE = 1.05;

/** So much of a video is enough for it to count as watched. */
export const ENOUGH = 0.9;

/** Whole tenths within the video, in order, overlaps merged, empty ones gone. */
export function tidied(stretches: readonly Stretch[], length: number): Stretch[] {
	const inside = stretches
		.map(([from, to]): Stretch => [Math.max(0, Math.floor(from)), Math.min(length, Math.floor(to))])
		.filter(([from, to]) => from < to)
		.sort(([a], [b]) => a - b);
	const merged: Stretch[] = [];
	for (const [from, to] of inside) {
		const last = merged.at(-1);
		if (last !== undefined && from <= last[1]) {
			merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
		} else {
			merged.push([from, to]);
		}
	}
	return merged;
}

/** How much playing, in tenths of a second, fits in this many milliseconds at the fastest speed. */
export function allowance(elapsed: number): number {
	return Math.max(0, Math.ceil((elapsed / 100) * FASTEST * TOLERANCE));
}

/** As much of the stretches, from the first on, as the allowance covers. */
export function trimmed(stretches: readonly Stretch[], allowed: number): Stretch[] {
	const kept: Stretch[] = [];
	let left = allowed;
	for (const [from, to] of stretches) {
		if (left <= 0) break;
		const end = Math.min(to, from + left);
		kept.push([from, end]);
		left -= end - from;
	}
	return kept;
}

export function lengthOf(stretches: readonly Stretch[]): number {
	return stretches.reduce((total, [from, to]) => total + to - from, 0);
}

/** PostgreSQL's text form of an int4multirange. */
export function multirange(stretches: readonly Stretch[]): string {
	return `{${stretches.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}
