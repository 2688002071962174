import type { Stop } from '../../blocks.ts';

/** A block of the same step that a stop may ask. */
export interface StopPrompt {
	id: string;
	text: string;
	answered: boolean;
}

/**
 * The stop that playing from `before` to `now` comes upon, or null. Each is asked once in a page, and none whose
 * prompt was answered already.
 */
export function stopBetween(
	stops: readonly Stop[],
	before: number,
	now: number,
	asked: readonly string[]
): Stop | null {
	return (
		stops.find(({ at, prompt }) => before < at && at <= now && !asked.includes(prompt)) ?? null
	);
}
