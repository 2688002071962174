import { oneForEach } from '../messages/regional.ts';

/** A `day` is one of the calendar, kept as its midnight in UTC: the same wherever it is read. */
export type TimeLook = 'date' | 'time' | 'both' | 'ago' | 'day';

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const utc: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
const named: Intl.DateTimeFormatOptions = { ...utc, timeZoneName: 'short' };

const formatsIn = (spoken: string) => ({
	date: formats(spoken, day, utc),
	time: formats(spoken, clock, named),
	both: formats(spoken, { ...day, ...clock }, named),
	relative: new Intl.RelativeTimeFormat(spoken, { numeric: 'auto' })
});

function formats(
	spoken: string,
	look: Intl.DateTimeFormatOptions,
	unknown: Intl.DateTimeFormatOptions
) {
	return {
		readers: new Intl.DateTimeFormat(spoken, look),
		unknown: new Intl.DateTimeFormat(spoken, { ...look, ...unknown })
	};
}

const looks = oneForEach(formatsIn);

/** Without `now` the reader is not known yet: the words are in UTC and say so, the same on every machine. */
export function timeInWords(at: Date, look: TimeLook, now?: Date): string {
	if (look === 'day') return looks().date.unknown.format(at);
	if (look === 'ago') return now ? ago(at, now) : looks().date.unknown.format(at);
	return looks()[look][now ? 'readers' : 'unknown'].format(at);
}

const DAY = 86_400;
const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
	['hour', 3600],
	['minute', 60]
];

function ago(at: Date, now: Date): string {
	const seconds = (at.getTime() - now.getTime()) / 1000;
	if (Math.abs(seconds) >= 14 * DAY) return looks().date.readers.format(at);
	if (Math.abs(seconds) >= DAY) return looks().relative.format(dayOf(at) - dayOf(now), 'day');
	const step = steps.find(([, size]) => Math.abs(seconds) >= size);
	if (!step) return seconds > 0 ? 'in a moment' : 'just now';
	return looks().relative.format(Math.trunc(seconds / step[1]), step[0]);
}

/** 125 is "2:05", 3725 is "1:02:05". */
export function clockTime(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const [hours, minutes, rest] = [whole / 3600, (whole / 60) % 60, whole % 60].map(Math.floor);
	const pad = (part = 0) => String(part).padStart(2, '0');
	return hours ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

/** Which day of the reader's calendar it is, counted: people count midnights, not hours. */
function dayOf(at: Date): number {
	return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / (DAY * 1000);
}
