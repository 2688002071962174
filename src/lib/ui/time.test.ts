import { afterEach, describe, expect, it } from 'vitest';
import { timeInWords } from './time.ts';

const at = new Date('2026-11-22T15:05:00Z');

describe('a moment in words', () => {
	it('is written in UTC and says so while the reader is not known', () => {
		expect(timeInWords(at, 'date')).toBe('Nov 22, 2026');
		expect(timeInWords(at, 'time')).toMatch(/^3:05\sPM UTC$/);
		expect(timeInWords(at, 'both')).toMatch(/^Nov 22, 2026, 3:05\sPM UTC$/);
		expect(timeInWords(at, 'ago')).toBe('Nov 22, 2026');
	});

	it.each([
		['2026-11-22T15:05:20Z', 'just now'],
		['2026-11-22T15:17:00Z', '12 minutes ago'],
		['2026-11-22T18:06:00Z', '3 hours ago'],
		['2026-11-23T15:06:00Z', 'yesterday'],
		['2026-11-20T15:00:00Z', 'in 2 days']
	])('seen from %s is %s', (now, words) => {
		expect(timeInWords(at, 'ago', new Date(now))).toBe(words);
	});

	it('of the calendar is the same day wherever it is read', () => {
		const day = new Date('2030-01-09T00:00:00Z');
		for (const now of [undefined, at]) expect(timeInWords(day, 'day', now)).toBe('Jan 9, 2030');
	});

	it('is a plain date when it is more than two weeks off', () => {
		expect(timeInWords(at, 'ago', new Date('2027-02-01T12:00:00Z'))).toMatch(/2026$/);
	});
});

describe('a day from now', () => {
	const zone = process.env['TZ'];
	afterEach(() => {
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
	});

	/** As clocks on the wall of the reader's zone show it. */
	it.each([
		['America/New_York', '2026-11-27T18:30', '2026-12-02T16:00', 'in 5 days'],
		['America/New_York', '2026-11-27T09:00', '2026-12-02T16:00', 'in 5 days'],
		['America/New_York', '2026-11-27T22:00', '2026-11-28T21:00', 'in 23 hours'],
		['America/New_York', '2026-11-27T22:00', '2026-11-29T01:00', 'in 2 days'],
		['America/New_York', '2026-12-02T16:00', '2026-11-30T23:30', '2 days ago'],
		['America/New_York', '2026-12-02T08:00', '2026-12-01T07:00', 'yesterday'],
		// The clocks go forward on the 8th, and back on November 1.
		['America/New_York', '2026-03-06T18:00', '2026-03-09T08:00', 'in 3 days'],
		['America/New_York', '2026-03-09T08:00', '2026-03-07T20:00', '2 days ago'],
		['America/New_York', '2026-10-30T18:00', '2026-11-02T08:00', 'in 3 days'],
		['America/New_York', '2026-11-02T00:30', '2026-10-31T23:30', '2 days ago'],
		// That day has 25 hours.
		['America/New_York', '2026-11-01T00:10', '2026-11-01T23:20', 'today'],
		['Pacific/Kiritimati', '2026-12-31T23:00', '2027-01-02T01:00', 'in 2 days'],
		['Asia/Kathmandu', '2026-02-27T23:00', '2026-03-01T00:30', 'in 2 days']
	])('in %s at %s, %s is %s', (its, now, then, words) => {
		process.env['TZ'] = its;
		expect(timeInWords(new Date(then), 'ago', new Date(now))).toBe(words);
	});
});
