export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

/** The next speed up or down from any speed, or the last one there is. */
export function nextSpeed(speed: number, direction: 'slower' | 'faster'): number {
	const slowest = SPEEDS[0] ?? 1;
	const fastest = SPEEDS.at(-1) ?? 1;
	return direction === 'faster'
		? (SPEEDS.find((other) => other > speed) ?? fastest)
		: (SPEEDS.findLast((other) => other < speed) ?? slowest);
}
