export type TimeLook = 'date' | 'time' | 'both' | 'ago';

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/** Without `now` the reader is not known yet: the words are in UTC and say so, the same on every machine. */
export function timeInWords(at: Date, look: TimeLook, now?: Date): string {
	if (look === 'ago' && now) return ago(at, now);
	const zone: Intl.DateTimeFormatOptions = now ? {} : { timeZone: 'UTC' };
	if (look === 'date' || look === 'ago') return at.toLocaleString('en-US', { ...day, ...zone });
	const named: Intl.DateTimeFormatOptions = now ? {} : { timeZone: 'UTC', timeZoneName: 'short' };
	return at.toLocaleString('en-US', { ...(look === 'both' ? day : {}), ...clock, ...named });
}

const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
	['day', 86_400],
	['hour', 3600],
	['minute', 60]
];

function ago(at: Date, now: Date): string {
	const seconds = (at.getTime() - now.getTime()) / 1000;
	if (Math.abs(seconds) >= 14 * 86_400) return at.toLocaleString('en-US', day);
	const step = steps.find(([, size]) => Math.abs(seconds) >= size);
	if (!step) return seconds > 0 ? 'in a moment' : 'just now';
	const words = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
	return words.format(Math.trunc(seconds / step[1]), step[0]);
}
