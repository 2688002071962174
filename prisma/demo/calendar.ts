/** Days of the demo, counted from today, so that it is always fresh. */

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

export function startOfToday(): Date {
	return new Date(Math.floor(Date.now() / DAY) * DAY);
}

/** A moment on the day so many days before today: always in the past from one day on. */
export function daysAgo(days: number, minutes = 0): Date {
	return new Date(startOfToday().getTime() - days * DAY + minutes * MINUTE);
}

export function later(date: Date, minutes: number): Date {
	return new Date(date.getTime() + minutes * MINUTE);
}

/** So far between the two, 0 to 1. */
export function between(from: Date, to: Date, share: number): Date {
	return new Date(from.getTime() + (to.getTime() - from.getTime()) * share);
}

/** The first Wednesday that is at least `days` days ahead (or, when negative, back), at half past three there. */
export function wednesday(days: number, zone: string): Date {
	const day = new Date(startOfToday().getTime() + days * DAY);
	const toWednesday = (3 - day.getUTCDay() + 7) % 7;
	return atClock(new Date(day.getTime() + toWednesday * DAY), 15.5, zone);
}

/** The moment at which clocks in the zone show this hour on this day. */
export function atClock(day: Date, hour: number, zone: string): Date {
	const guess = new Date(day.getTime() + hour * 60 * MINUTE);
	return new Date(guess.getTime() - offsetAt(guess, zone));
}

function offsetAt(date: Date, zone: string): number {
	const shown = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		timeZoneName: 'longOffset'
	}).formatToParts(date);
	const offset = shown.find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
	const length = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
	return sign === '-' ? -length : length;
}
