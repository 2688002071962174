import { describe, expect, it } from 'vitest';
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
		['2026-11-23T16:00:00Z', 'yesterday'],
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
