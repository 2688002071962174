import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsApart } from './differences.ts';
import { quantityFor, tablesFor } from './quantities.ts';
import { ticksOf } from './ticks.ts';

describe('Materials', () => {
	test('for a cohort of twelve are for three tables, and for thirteen for four', () => {
		expect(quantityFor({ per: 'table', count: 2 }, 12)).toBe(6);
		expect(quantityFor({ per: 'table', count: 2 }, 13)).toBe(8);
		expect(quantityFor({ per: 'person', count: 2 }, 13)).toBe(26);
		expect(quantityFor({ per: 'room', count: 1 }, 13)).toBe(1);
	});

	test('always seat everybody, and no table too many', () => {
		fc.assert(
			fc.property(fc.nat(500), (people) => {
				expect(tablesFor(people) * 4).toBeGreaterThanOrEqual(people);
				expect((tablesFor(people) - 1) * 4).toBeLessThan(Math.max(people, 1));
			})
		);
	});
});

describe('A tick', () => {
	const tasks = ['Set tables for four, mixed by role.', 'Play the video once in the room.'];

	test('stays with its task when the task is reworded, and goes with one that is gone', () => {
		const tick = { task: 'Set tables for four people, mixed by their role.' };
		expect(ticksOf(tasks, [tick])).toEqual([tick, null]);
		expect(ticksOf(tasks, [{ task: 'Ask who needs an interpreter.' }])).toEqual([null, null]);
	});

	test('is never given to two tasks', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.array(fc.string()), (names, done) => {
				const ticks = [...new Set(done)].map((task) => ({ task }));
				const found = ticksOf([...new Set(names)], ticks).filter((tick) => tick !== null);
				expect(new Set(found).size).toBe(found.length);
			})
		);
	});
});

test('the pieces of a difference are both texts', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (before, after) => {
			const parts = wordsApart(before, after);
			const text = (without: string) =>
				parts.flatMap(({ kind, text: piece }) => (kind === without ? [] : [piece])).join('');
			expect(text('added')).toBe(before);
			expect(text('removed')).toBe(after);
		})
	);
	expect(wordsApart('who is missing', 'who was missing')).toContainEqual({
		kind: 'added',
		text: 'was'
	});
});
