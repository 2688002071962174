import { describe, expect, it } from 'vitest';
import { momentIn, writtenIn } from './zone.ts';

describe('a date in the zone of a cohort', () => {
	it.each([
		['winter in Boston', 'America/New_York', '2026-01-15T15:30', '2026-01-15T20:30:00.000Z'],
		['summer in Boston', 'America/New_York', '2026-07-15T15:30', '2026-07-15T19:30:00.000Z'],
		[
			'the minute before clocks go forward',
			'America/New_York',
			'2026-03-08T01:59',
			'2026-03-08T06:59:00.000Z'
		],
		['the minute after', 'America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
		[
			'a time that clocks skip: the skip later',
			'America/New_York',
			'2026-03-08T02:30',
			'2026-03-08T07:30:00.000Z'
		],
		[
			'a time that clocks show twice: the first',
			'America/New_York',
			'2026-11-01T01:30',
			'2026-11-01T05:30:00.000Z'
		],
		['the afternoon after', 'America/New_York', '2026-11-01T15:30', '2026-11-01T20:30:00.000Z'],
		[
			'Arizona, which keeps its clocks',
			'America/Phoenix',
			'2026-07-15T15:30',
			'2026-07-15T22:30:00.000Z'
		],
		['Los Angeles, twice', 'America/Los_Angeles', '2026-11-01T01:00', '2026-11-01T08:00:00.000Z'],
		[
			'Lord Howe, skipped by half an hour',
			'Australia/Lord_Howe',
			'2026-10-04T02:15',
			'2026-10-03T15:45:00.000Z'
		]
	])('is the right moment: %s', (_, zone, written, moment) => {
		expect(momentIn(zone, written)?.toISOString()).toBe(moment);
	});

	it('is written back as it was read', () => {
		expect(writtenIn('America/New_York', new Date('2026-03-08T07:00:00Z'))).toBe(
			'2026-03-08T03:00'
		);
		expect(writtenIn('America/New_York', new Date('2026-01-01T05:00:00Z'))).toBe(
			'2026-01-01T00:00'
		);
	});

	it.each(['', 'soon', '2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01', '2026-01-01T25:00'])(
		'is none when it is not a date: “%s”',
		(written) => expect(momentIn('America/New_York', written)).toBeNull()
	);
});

it('a date too far away to be meant is no date', () => {
	expect(momentIn('America/New_York', '9999-12-31T23:59')).toBeNull();
});
