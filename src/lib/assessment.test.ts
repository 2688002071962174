import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, meanLevel, nextActions, type Levels } from './assessment.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const items = ids.map((id) => ({ id, text: id, next: `Do ${id}`, outcome: null }));
const areas = [
	{ id: 'one', title: 'One', items: items.slice(0, 2) },
	{ id: 'two', title: 'Two', items: items.slice(2) }
];
const levels: fc.Arbitrary<Levels> = fc
	.array(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 3 })))
	.map((pairs) => Object.fromEntries(pairs));

describe('A round of an assessment', () => {
	test('has means between the lowest and the highest level, counted from one', () => {
		fc.assert(
			fc.property(levels, (given) => {
				const mean = meanLevel(items, given);
				if (Object.keys(given).length === 0) expect(mean).toBeNull();
				else expect(mean).toSatisfy((value: number) => value >= 1 && value <= 4);
			})
		);
	});

	test('moved by nothing against itself, and back by as much as forth', () => {
		fc.assert(
			fc.property(levels, levels, (first, latest) => {
				expect(changeOf(items, first, first) ?? 0).toBe(0);
				const there = changeOf(items, first, latest);
				const back = changeOf(items, latest, first);
				expect((there ?? 0) + (back ?? 0)).toBeCloseTo(0);
				expect(there === null).toBe(back === null);
			})
		);
	});

	test('names the lowest items, three at most, none of them at the top', () => {
		fc.assert(
			fc.property(levels, (given) => {
				const next = nextActions(areas, given, 3);
				expect(next.length).toBeLessThanOrEqual(3);
				const named = next.map(({ id }) => given[id] ?? 3);
				expect(named).toEqual([...named].sort());
				for (const level of named) expect(level).toBeLessThan(3);
				const others = ids.filter((id) => !next.some((one) => one.id === id));
				for (const id of others) {
					if (next.length === 3) expect(given[id] ?? 3).toBeGreaterThanOrEqual(Math.max(...named));
				}
			})
		);
	});

	test('names of equals the one that the author put first', () => {
		const next = nextActions(areas, { a: 1, b: 0, c: 1, d: 1, e: 0 }, 3);
		expect(next.map(({ id }) => id)).toEqual(['b', 'e', 'a']);
	});
});
