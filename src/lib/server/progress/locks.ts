import { listed, quoted, region } from '../../messages/regional.ts';
import type { Module, Series } from '../curriculum/index.ts';
import type { ProgressRecord } from './record.ts';

/** Why a module cannot be opened yet. `after` are the modules to finish first. */
export type Lock = { reason: 'date'; until: Date } | { reason: 'order'; after: readonly Module[] };

/** All of a record that a lock depends on. */
type Unlocked = Pick<ProgressRecord, 'dates' | 'openings'> & {
	/** The modules that were completed. */
	modules: Pick<ReadonlySet<string>, 'has'>;
};

/**
 * The lock on a module for one participant, or null when it is open. A date outlasts everything but
 * a facilitator's opening; what was completed once stays open.
 */
export function lockOf(series: Series, module: Module, record: Unlocked, now: Date): Lock | null {
	if (record.openings.has(module.id) || record.modules.has(module.id)) return null;
	const until = record.dates.get(module.id);
	if (until !== undefined && until > now) return { reason: 'date', until };
	const after = modulesBefore(series, module).filter(({ id }) => !record.modules.has(id));
	return after.length > 0 ? { reason: 'order', after } : null;
}

function modulesBefore(series: Series, module: Module): Module[] {
	return series.modules.filter(
		(other) =>
			module.prerequisites.includes(other.id) ||
			(series.order === 'in-order' && other.number < module.number)
	);
}

/** The lock as a sentence for the participant, the date in the cohort's zone. */
export function lockSentence(lock: Lock, zone: string): string {
	if (lock.reason === 'date') return `Opens on ${spokenDate(lock.until, zone)}.`;
	const titles = lock.after.map(({ title }) => quoted(title));
	return `Opens when you have finished ${listed(titles)}.`;
}

function spokenDate(date: Date, zone: string): string {
	return new Intl.DateTimeFormat(region(), {
		weekday: 'long',
		month: 'long',
		day: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZone: zone,
		timeZoneName: 'short'
	}).format(date);
}
