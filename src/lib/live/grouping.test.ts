import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	groupCount,
	keepGroups,
	makeGroups,
	pairsOf,
	smallestFor,
	type GroupPerson,
	type GroupWish
} from './grouping.ts';

const anyPeople = fc
	.array(
		fc.record({ kind: fc.constantFrom('alder', 'quarry', 'harbor'), isRemote: fc.boolean() }),
		{
			maxLength: 40
		}
	)
	.map((list) => list.map((one, index): GroupPerson => ({ ...one, id: `p${index}` })));

const anyWish: fc.Arbitrary<GroupWish> = fc.record({
	by: fc.constantFrom('size' as const, 'number' as const),
	count: fc.integer({ min: 1, max: 12 }),
	mix: fc.constantFrom('any' as const, 'mixed' as const, 'alike' as const),
	remoteTogether: fc.boolean(),
	seed: fc.integer({ min: 0, max: 1_000_000 })
});

const wish: GroupWish = { by: 'size', count: 4, mix: 'any', remoteTogether: true, seed: 7 };

const of = (kinds: Record<string, number>, isRemote = false): GroupPerson[] =>
	Object.entries(kinds).flatMap(([kind, count]) =>
		Array.from({ length: count }, (_, index) => ({ id: `${kind}${index}`, kind, isRemote }))
	);

const sizesOf = (groups: readonly (readonly string[])[]) => groups.map(({ length }) => length);
const sorted = (ids: readonly string[]) => ids.toSorted();

describe('Groups of any people', () => {
	test('hold everybody once, differ by at most one, and leave nobody alone', () => {
		fc.assert(
			fc.property(anyPeople, anyWish, (people, wished) => {
				const groups = makeGroups(people, wished);
				expect(sorted(groups.flat())).toEqual(sorted(people.map(({ id }) => id)));
				const sizes = sizesOf(groups);
				if (sizes.length === 0) return;
				expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
				if (people.length > 1) expect(Math.min(...sizes)).toBeGreaterThan(1);
			})
		);
	});

	test('are the same for the same seed, in whatever order people are named', () => {
		fc.assert(
			fc.property(anyPeople, anyWish, (people, wished) => {
				expect(makeGroups(people.toReversed(), wished)).toEqual(makeGroups(people, wished));
			})
		);
	});

	test('keep who is remote together: one group at most holds both', () => {
		fc.assert(
			fc.property(anyPeople, anyWish, (people, wished) => {
				const remote = new Set(people.filter(({ isRemote }) => isRemote).map(({ id }) => id));
				const groups = makeGroups(people, { ...wished, remoteTogether: true });
				const both = groups.filter((group) => {
					const there = group.filter((id) => remote.has(id)).length;
					return there > 0 && there < group.length;
				});
				expect(both.length).toBeLessThanOrEqual(1);
			})
		);
	});

	test('mixed, hold as many of each school as the next group, or one more', () => {
		fc.assert(
			fc.property(anyPeople, anyWish, (people, wished) => {
				const groups = makeGroups(people, { ...wished, mix: 'mixed', remoteTogether: false });
				const kindOf = new Map(people.map(({ id, kind }) => [id, kind]));
				for (const kind of new Set(kindOf.values())) {
					const counts = groups.map((ids) => ids.filter((id) => kindOf.get(id) === kind).length);
					expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
				}
			})
		);
	});

	test('reshuffled, repeat no more pairs than groups that know nothing of before', () => {
		fc.assert(
			fc.property(anyPeople, fc.nat(1000), (people, seed) => {
				const before = makeGroups(people, { ...wish, seed });
				const again = (groups: readonly (readonly string[])[]) => {
					const met = pairsOf([before]);
					return groups.reduce(
						(sum, group) =>
							sum +
							group.reduce(
								(own, one) => own + group.filter((other) => met.get(one)?.has(other)).length,
								0
							),
						0
					);
				};
				const after = makeGroups(people, { ...wish, seed }, [before]);
				expect(again(after)).toBeLessThanOrEqual(again(makeGroups(people, { ...wish, seed })));
			})
		);
	});

	test('kept, are who was together and is here, with everybody else in one of them', () => {
		fc.assert(
			fc.property(anyPeople, anyPeople, anyWish, (people, others, wished) => {
				const before = makeGroups(others, wished);
				const groups = keepGroups(people, before);
				expect(sorted(groups.flat())).toEqual(sorted(people.map(({ id }) => id)));
				if (people.length > 1) {
					// Alone is only who found nobody at all to join.
					expect(groups.filter(({ length }) => length === 1)).toEqual([]);
				}
				const here = new Set(people.map(({ id }) => id));
				for (const group of before) {
					const stayed = group.filter((id) => here.has(id));
					if (stayed.length < 2) continue;
					expect(groups.some((one) => stayed.every((id) => one.includes(id)))).toBe(true);
				}
			})
		);
	});
});

describe('Sixteen people from four schools', () => {
	const people = of({ alder: 4, quarry: 4, harbor: 4, juniper: 4 });

	test('mixed across schools, sit one of each', () => {
		for (const group of makeGroups(people, { ...wish, mix: 'mixed' })) {
			expect(new Set(group.map((id) => id.slice(0, -1))).size).toBe(4);
		}
	});

	test('by school, sit with their own', () => {
		for (const group of makeGroups(people, { ...wish, mix: 'alike' })) {
			expect(new Set(group.map((id) => id.slice(0, -1))).size).toBe(1);
		}
	});

	test('reshuffled, meet nobody again where that can be', () => {
		const pairs = makeGroups(people, { ...wish, count: 2 });
		const next = makeGroups(people, { ...wish, count: 2 }, [pairs]);
		const met = pairsOf([pairs]);
		expect(next.filter(([one = '', other = '']) => met.get(one)?.has(other))).toEqual([]);
	});
});

describe('How many groups', () => {
	test('is the nearest to what was wished, and never one in which somebody is alone', () => {
		expect(groupCount(10, { by: 'size', count: 4 })).toBe(3);
		expect(groupCount(9, { by: 'size', count: 4 })).toBe(2);
		expect(groupCount(5, { by: 'size', count: 2 })).toBe(2);
		expect(groupCount(5, { by: 'number', count: 4 })).toBe(2);
		expect(groupCount(1, { by: 'size', count: 2 })).toBe(1);
	});

	test('gives way by one so that five on the call sit apart from fifteen in the room', () => {
		const people = [...of({ call: 5 }, true), ...of({ room: 15 })];
		const groups = makeGroups(people, wish);
		expect(sizesOf(groups)).toEqual([5, 5, 5, 5]);
		expect(groups.filter((group) => group.some((id) => id.startsWith('call')))).toHaveLength(1);
	});
});

describe('Who comes late', () => {
	test('joins the smallest group of those who are where they are', () => {
		const groups = [
			{ size: 2, remote: 2 },
			{ size: 4, remote: 0 },
			{ size: 3, remote: 0 }
		];
		expect(smallestFor(false, groups)).toBe(2);
		expect(smallestFor(true, groups)).toBe(0);
		expect(smallestFor(true, groups.slice(1))).toBe(1);
		expect(smallestFor(true, [])).toBeNull();
	});
});
