import { inMinutes } from '../minutes.ts';
import type { MeetingRun } from '../server/afterwards/index.ts';

/** How a meeting kept to its time, in words. */

/** How it ended against its plan. */
export function endedWords({ endedLate }: Pick<MeetingRun, 'endedLate'>): string {
	if (endedLate === 0) return 'It ended on time.';
	const apart = inMinutes(Math.abs(endedLate));
	return endedLate > 0 ? `It ended ${apart} late.` : `It ended ${apart} early.`;
}

/** Null when it began on the minute. */
export function beganWords({ beganLate }: Pick<MeetingRun, 'beganLate'>): string | null {
	if (beganLate === 0) return null;
	const apart = inMinutes(Math.abs(beganLate));
	return beganLate > 0 ? `It began ${apart} late.` : `It began ${apart} early.`;
}

export function tookWords({ minutes, planned }: Pick<MeetingRun, 'minutes' | 'planned'>): string {
	return `It took ${inMinutes(minutes)}; ${planned} were planned.`;
}

/** A figure with its sign: what is over has a plus. */
export function signed(minutes: number): string {
	if (minutes === 0) return '0';
	return minutes > 0 ? `+${minutes}` : `−${-minutes}`;
}

/** The block that went furthest over its plan; null when none did. */
export function longestOver(blocks: MeetingRun['blocks']): { title: string; over: number } | null {
	const over = blocks
		.map(({ title, planned, actual }) => ({ title, over: (actual ?? 0) - planned }))
		.filter((block) => block.over > 0);
	return over.toSorted((one, other) => other.over - one.over)[0] ?? null;
}
