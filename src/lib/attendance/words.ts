import { region } from '../messages/regional.ts';

/** Hours of attendance as clocks of the meeting’s zone show them: `3:05 – 4:00 PM`. */
export function hours(zone: string, from: Date, to: Date | null): string {
	const format = new Intl.DateTimeFormat(region(), {
		timeZone: zone,
		hour: 'numeric',
		minute: '2-digit'
	});
	return to === null ? `since ${format.format(from)}` : format.formatRange(from, to);
}
