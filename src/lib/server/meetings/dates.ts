import { momentIn } from '../cohorts/index.ts';

/** The days of a set of meetings, as they stand on a calendar on the wall. */

const DAY = 24 * 60 * 60 * 1000;

export type SetOfDates = {
	/** The first day, `2026-12-02`. */
	first: string;
	/** From one to the next: 7 or 14. */
	everyDays: number;
	count: number;
	/** Days on which nobody meets. The set goes on after them, so there are as many meetings as were asked for. */
	skip: readonly string[];
};

export type PlannedDay = { day: string; isSkipped: boolean };

/** Every day of the set in its order, with those that are skipped; the last one is never skipped. */
export function daysOf({ first, everyDays, count, skip }: SetOfDates): PlannedDay[] {
	const skipped = new Set(skip);
	const days: PlannedDay[] = [];
	let meetings = 0;
	for (let at = Date.parse(`${first}T00:00Z`); meetings < count; at += everyDays * DAY) {
		const day = new Date(at).toISOString().slice(0, 10);
		// A meeting that is alone on its day has nowhere to go: then it is not skipped.
		const isSkipped = everyDays > 0 && skipped.has(day);
		if (!isSkipped) meetings += 1;
		days.push({ day, isSkipped });
	}
	return days;
}

const MINUTE = 60 * 1000;

/** What a clock shows that showed `written` so many minutes ago, if nobody changed it in between. */
export function laterOnClock(written: string, minutes: number): string {
	return new Date(Date.parse(`${written}Z`) + minutes * MINUTE).toISOString().slice(0, 16);
}

/** From what a clock shows to what it shows later, in minutes. */
export function minutesBetween(written: string, later: string): number {
	return (Date.parse(`${later}Z`) - Date.parse(`${written}Z`)) / MINUTE;
}

/** Whether it is a day of the calendar, near enough to be meant. */
export function isDay(written: string): boolean {
	return /^20\d\d-\d\d-\d\d$/.test(written) && momentIn('UTC', `${written}T00:00`) !== null;
}

/** Whether clocks somewhere go by it. */
export function isZone(name: string): boolean {
	if (!/^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/.test(name) || name.length > 60) return false;
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
