import { describe, expect, test } from 'vitest';
import { getSeries } from '../curriculum/index.ts';
import { lockOf, lockSentence } from './locks.ts';
import type { ProgressRecord } from './record.ts';

const series = getSeries('lae');
const [first, second] = series.modules;
if (!first || !second) throw new Error('The series has two modules at least.');

const TODAY = new Date('2026-11-22T12:00:00Z');
const TOMORROW = new Date('2026-11-23T14:00:00Z');
const YESTERDAY = new Date('2026-11-21T14:00:00Z');

const nothingDone: ProgressRecord = {
	cohortName: 'Alder Street team',
	zone: 'America/New_York',
	blocks: new Map(),
	steps: new Map(),
	modules: new Map(),
	dates: new Map(),
	openings: new Set()
};

describe('A module', () => {
	test('that comes first is open', () => {
		expect(lockOf(series, first, nothingDone, TODAY)).toBeNull();
	});

	test('that comes second is locked until the first is finished', () => {
		const lock = lockOf(series, second, nothingDone, TODAY);
		expect(lock).toEqual({ reason: 'order', after: [first] });
		expect(lock && lockSentence(lock, 'UTC')).toBe(
			`Opens when you have finished “${first.title}”.`
		);
		const firstDone = { ...nothingDone, modules: new Map([[first.id, YESTERDAY]]) };
		expect(lockOf(series, second, firstDone, TODAY)).toBeNull();
	});

	test('with a date is locked until then, and says so in the zone of the cohort', () => {
		const dated = { ...nothingDone, dates: new Map([[first.id, TOMORROW]]) };
		const lock = lockOf(series, first, dated, TODAY);
		expect(lock).toEqual({ reason: 'date', until: TOMORROW });
		expect(lock && lockSentence(lock, 'America/New_York')).toBe(
			'Opens on Monday, November 23 at 9:00 AM EST.'
		);
		expect(lockOf(series, first, dated, TOMORROW)).toBeNull();
	});

	test('that a facilitator opened early is open, whatever else holds it', () => {
		const opened = {
			...nothingDone,
			dates: new Map([[second.id, TOMORROW]]),
			openings: new Set([second.id])
		};
		expect(lockOf(series, second, opened, TODAY)).toBeNull();
	});

	test('that was finished once stays open', () => {
		const done = {
			...nothingDone,
			modules: new Map([[second.id, YESTERDAY]]),
			dates: new Map([[second.id, TOMORROW]])
		};
		expect(lockOf(series, second, done, TODAY)).toBeNull();
	});
});
