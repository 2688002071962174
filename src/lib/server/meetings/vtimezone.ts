import { changesOf, offsetIn, type ClockChange } from './clock-changes.ts';

/**
 * The zone as a calendar file tells it, so that every calendar moves its clocks when ours does. Changes that
 * follow a rule (the second Sunday in March) are told as that rule; others one by one.
 * @param first the earliest moment that must be right, `last` the latest.
 */
export function vtimezone(zone: string, first: Date, last: Date): string {
	// Far enough back that a change of each kind comes before the first, and on to the end of the year after the last.
	const begin = new Date(Date.UTC(first.getUTCFullYear() - 1, 0, 1));
	const end = new Date(Date.UTC(last.getUTCFullYear() + 2, 0, 1));
	const changes = changesOf(zone, begin, end);
	const lowest = Math.min(offsetIn(zone, begin), ...changes.map(({ to }) => to));
	const kinds = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`);
	const offset = offsetIn(zone, begin);
	const parts = [
		// Before the first change, and where clocks never change.
		...(changes.length === 0 || (changes[0]?.at ?? first) > first
			? [observance(zone, [{ at: begin, from: offset, to: offset }], lowest)]
			: []),
		...[...kinds.values()].map((kind) => observance(zone, kind, lowest))
	];
	return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function observance(zone: string, changes: readonly ClockChange[], lowest: number): string[] {
	const [change, ...further] = changes;
	if (change === undefined) return [];
	const kind = change.to > lowest ? 'DAYLIGHT' : 'STANDARD';
	const rule = ruleOf(changes);
	return [
		`BEGIN:${kind}`,
		`DTSTART:${onset(change)}`,
		`TZOFFSETFROM:${inHours(change.from)}`,
		`TZOFFSETTO:${inHours(change.to)}`,
		`TZNAME:${nameOf(zone, change.at)}`,
		...(rule !== null ? [rule] : further.map((one) => `RDATE:${onset(one)}`)),
		`END:${kind}`
	];
}

/** As the clock showed it just before. */
function onset(change: ClockChange): string {
	return shown(change).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

function shown({ at, from }: ClockChange): Date {
	return new Date(at.getTime() + from * 60_000);
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The yearly rule that gives just these, or null. */
function ruleOf(changes: readonly ClockChange[]): string | null {
	if (changes.length < 2) return null;
	const local = changes.map(shown);
	const follows = (rule: (date: Date) => string) => {
		const [one = '', ...others] = new Set(local.map(rule));
		return others.length === 0 ? one : null;
	};
	const isYearly = local.every((date, at) => {
		const before = local[at - 1];
		return before === undefined || date.getUTCFullYear() === before.getUTCFullYear() + 1;
	});
	const when = follows((date) => `${date.getUTCMonth() + 1} ${date.toISOString().slice(11, 16)}`);
	const day = follows(fromTheBeginning) ?? follows(fromTheEnd);
	if (!isYearly || when === null || day === null) return null;
	return `RRULE:FREQ=YEARLY;BYMONTH=${when.split(' ')[0]};BYDAY=${day}`;
}

function fromTheBeginning(date: Date): string {
	return `${Math.ceil(date.getUTCDate() / 7)}${WEEKDAYS[date.getUTCDay()]}`;
}

function fromTheEnd(date: Date): string {
	const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	return `-${Math.floor((last - date.getUTCDate()) / 7) + 1}${WEEKDAYS[date.getUTCDay()]}`;
}

function inHours(minutes: number): string {
	const length = Math.abs(minutes);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(length / 60))}${two(length % 60)}`;
}

function nameOf(zone: string, at: Date): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		timeZoneName: 'short'
	}).formatToParts(at);
	return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
