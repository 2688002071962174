import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentIn, writtenIn } from '../cohorts/index.ts';
import { daysOf, isDay, isZone } from './dates.ts';

const ZONES = ['America/New_York', 'America/Chicago', 'America/Phoenix', 'Europe/Berlin'];

describe('A set of days', () => {
	test('is fortnightly, goes around the holidays, and has as many meetings as were asked for', () => {
		const days = daysOf({
			first: '2026-12-09',
			everyDays: 14,
			count: 3,
			skip: ['2026-12-23', '2026-12-25']
		});
		expect(days).toEqual([
			{ day: '2026-12-09', isSkipped: false },
			{ day: '2026-12-23', isSkipped: true },
			{ day: '2027-01-06', isSkipped: false },
			{ day: '2027-01-20', isSkipped: false }
		]);
	});

	test('of one is that day, whatever is skipped', () => {
		const only = { first: '2026-12-23', everyDays: 0, count: 1, skip: ['2026-12-23'] };
		expect(daysOf(only)).toEqual([{ day: '2026-12-23', isSkipped: false }]);
	});

	test('keeps its weekday and its rhythm, whatever is skipped', () => {
		const some = fc.record({
			first: fc
				.date({ min: new Date('2026-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
				.map((date) => date.toISOString().slice(0, 10)),
			everyDays: fc.constantFrom(7, 14),
			count: fc.integer({ min: 1, max: 40 }),
			skipped: fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 8 })
		});
		fc.assert(
			fc.property(some, ({ first, everyDays, count, skipped }) => {
				const all = daysOf({ first, everyDays, count: 60, skip: [] }).map(({ day }) => day);
				const skip = skipped.map((at) => all[at] ?? '');
				const days = daysOf({ first, everyDays, count, skip });
				expect(days.filter(({ isSkipped }) => !isSkipped)).toHaveLength(count);
				expect(days.map(({ day }) => day)).toEqual(all.slice(0, days.length));
				expect(days.at(-1)?.isSkipped).toBe(false);
				for (const { day, isSkipped } of days) expect(isSkipped).toBe(skip.includes(day));
			})
		);
	});

	test.each(ZONES)('meets at the same time of the clock over both clock changes, in %s', (zone) => {
		for (const { day } of daysOf({ first: '2026-02-04', everyDays: 7, count: 52, skip: [] })) {
			const moment = momentIn(zone, `${day}T15:30`);
			expect(moment).not.toBeNull();
			expect(writtenIn(zone, moment ?? new Date(0))).toBe(`${day}T15:30`);
		}
	});

	test('is 23 or 25 hours and a week apart where clocks change in between', () => {
		const hours = (zone: string, one: string, other: string) => {
			const at = (day: string) => momentIn(zone, `${day}T15:30`)?.getTime() ?? 0;
			return (at(other) - at(one)) / 3_600_000 - 6 * 24;
		};
		const spring = ZONES.map((zone) => hours(zone, '2027-03-10', '2027-03-17'));
		const autumn = ZONES.map((zone) => hours(zone, '2027-11-03', '2027-11-10'));
		expect(spring).toEqual([23, 23, 24, 24]);
		expect(autumn).toEqual([25, 25, 24, 24]);
		expect(hours('Europe/Berlin', '2027-03-24', '2027-03-31')).toBe(23);
		expect(hours('Europe/Berlin', '2027-10-27', '2027-11-03')).toBe(25);
	});
});

describe('What is typed', () => {
	test.each(['2026-12-09', '2028-02-29'])('is a day: %s', (day) => expect(isDay(day)).toBe(true));
	test.each(['', '2026-02-29', '2026-13-01', '26-12-09', '2126-01-01', '2026-12-09T10:00', '\0'])(
		'is no day: “%s”',
		(day) => expect(isDay(day)).toBe(false)
	);
	test.each([...ZONES, 'UTC', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince'])(
		'is a zone: %s',
		(zone) => expect(isZone(zone)).toBe(true)
	);
	test.each(['', '+05:00', 'Mars/Base', 'America/New_York\r\nX:1', '../etc', 'a'.repeat(100)])(
		'is no zone: “%s”',
		(zone) => expect(isZone(zone)).toBe(false)
	);
});
