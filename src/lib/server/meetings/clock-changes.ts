import { writtenIn } from '../cohorts/index.ts';

/** How far clocks of a zone are from UTC, and when that changes: as the machine knows it, to the minute. */

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** A moment from which clocks of a zone go by another offset, in minutes east of UTC. */
export type ClockChange = { at: Date; from: number; to: number };

export function offsetIn(zone: string, at: Date): number {
	const minute = Math.floor(at.getTime() / MINUTE) * MINUTE;
	return (Date.parse(`${writtenIn(zone, new Date(minute))}Z`) - minute) / MINUTE;
}

/** The changes between two moments, the first one first. An offset that lasts less than a week is not seen; none does. */
export function changesOf(zone: string, begin: Date, end: Date): ClockChange[] {
	const changes: ClockChange[] = [];
	let from = offsetIn(zone, begin);
	for (let at = begin.getTime(); at < end.getTime(); at += WEEK) {
		const to = offsetIn(zone, new Date(at + WEEK));
		if (to === from) continue;
		changes.push({ at: firstWith(zone, to, at, at + WEEK), from, to });
		from = to;
	}
	return changes;
}

/** The minute between the two from which on the offset is `to`. */
function firstWith(zone: string, to: number, before: number, after: number): Date {
	let [low, high] = [Math.floor(before / MINUTE), Math.ceil(after / MINUTE)];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (offsetIn(zone, new Date(middle * MINUTE)) === to) high = middle;
		else low = middle;
	}
	return new Date(high * MINUTE);
}
