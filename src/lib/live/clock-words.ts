import { plural } from '../messages/plural.ts';
import { isFarAhead, type ClockReading, type RunningBlock } from './clock.ts';
import type { RunBlock, RunPart } from './room.ts';

/** The clock of a meeting in words. */

/** Minutes and seconds, as on a kitchen clock; over is with a minus. */
export function ticking(seconds: number): string {
	const whole = Math.max(0, Math.ceil(Math.abs(seconds)));
	const shown = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
	return seconds < 0 && whole > 0 ? `−${shown}` : shown;
}

/** How many minutes behind (above 0) or ahead (below), where it is worth saying. */
export function minutesOff({ drift }: Pick<ClockReading, 'drift'>): number {
	return Math.abs(drift) <= 60 ? 0 : Math.round(drift / 60);
}

export function standing(reading: Pick<ClockReading, 'drift'>): string {
	const off = minutesOff(reading);
	if (isFarAhead(reading)) return 'Started early';
	if (off > 0) return plural(off, ['# minute behind', '# minutes behind']);
	if (off < 0) return plural(-off, ['# minute ahead', '# minutes ahead']);
	return 'On time';
}

/** The blocks of a room as the clock reads them. */
export function running(blocks: readonly RunBlock[]): RunningBlock[] {
	return blocks.map((block) => ({
		...block,
		enteredAt: block.enteredAt === null ? null : new Date(block.enteredAt)
	}));
}

export function planOf({ startsAt, startedAt, minutes }: RunPart) {
	return {
		startsAt: new Date(startsAt),
		startedAt: startedAt === null ? null : new Date(startedAt),
		minutes
	};
}
