import { region } from '../../messages/regional.ts';

export type ZoneChoice = { value: string; label: string };

/** Those of the United States, where most of our networks are. */
const NEAR = [
	'America/New_York',
	'America/Chicago',
	'America/Denver',
	'America/Phoenix',
	'America/Los_Angeles',
	'America/Anchorage',
	'Pacific/Honolulu',
	'America/Puerto_Rico'
];

/** Every zone there is: the one in use first, then those near by, then all others by name. */
export function listZones(own: string): ZoneChoice[] {
	const near = [...new Set([own, ...NEAR])];
	const others = Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone));
	return [
		...near.map((zone) => ({ value: zone, label: `${nameOf(zone)} (${placeOf(zone)})` })),
		...others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
	];
}

function nameOf(zone: string): string {
	const parts = new Intl.DateTimeFormat(region(), {
		timeZone: zone,
		timeZoneName: 'longGeneric'
	}).formatToParts();
	return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function placeOf(zone: string): string {
	return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
