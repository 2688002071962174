/** Dates as people write them, `2026-03-08T09:30`, in the zone of their cohort. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The moment that a clock on the wall of the zone shows. Where the clock shows it twice, the first
 * time; where it skips it, as much later as the skip is long.
 */
export function momentIn(zone: string, written: string): Date | null {
	const asIfUtc = Date.parse(`${written}Z`);
	// A day more than the year 9999 has five digits, which no date field writes or reads.
	if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d$/.test(written) || Number.isNaN(asIfUtc)) return null;
	if (writtenIn('UTC', new Date(asIfUtc)) !== written) return null;
	const before = asIfUtc - offset(zone, asIfUtc - DAY);
	const after = asIfUtc - offset(zone, asIfUtc + DAY);
	const shown = [before, after]
		.filter((moment) => writtenIn(zone, new Date(moment)) === written)
		.sort((a, b) => a - b);
	return new Date(shown[0] ?? before);
}

/** What a clock on the wall of the zone shows at the moment, to the minute. */
export function writtenIn(zone: string, moment: Date): string {
	const parts = clockOf(zone).formatToParts(moment);
	const said = (type: Intl.DateTimeFormatPartTypes) =>
		parts.find((part) => part.type === type)?.value ?? '';
	const date = [said('year').padStart(4, '0'), said('month'), said('day')].join('-');
	return `${date}T${said('hour')}:${said('minute')}`;
}

// Made once for each zone: making one costs more than all that is done with it.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
	const known = clocks.get(zone);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit'
	});
	clocks.set(zone, made);
	return made;
}

function offset(zone: string, moment: number): number {
	const minute = Math.floor(moment / MINUTE) * MINUTE;
	return Date.parse(`${writtenIn(zone, new Date(minute))}Z`) - minute;
}
