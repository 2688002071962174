import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributionOf, GROUP, shiftOf, type Placed } from './distribution.ts';

const position = fc.integer({ min: 1, max: 7 });
const moment = fc.integer({ min: 0, max: 1000 });
const person = fc.integer({ min: 0, max: 17 }).map((number) => `person ${number}`);
const placed: fc.Arbitrary<Placed[]> = fc.uniqueArray(
	fc.record({ enrolmentId: person, position, placedAt: moment }),
	{ selector: ({ enrolmentId, placedAt }) => `${enrolmentId} ${placedAt}`, maxLength: 60 }
);
const peopleIn = (all: readonly Placed[]) =>
	new Set(all.map(({ enrolmentId }) => enrolmentId)).size;
const total = (counts: readonly number[] | null) =>
	(counts ?? []).reduce((sum, count) => sum + count, 0);

describe('The picture of where a cohort stands', () => {
	test('shows whole fives of people, and each of them once', () => {
		fc.assert(
			fc.property(placed, (all) => {
				const { people, counts } = distributionOf(all);
				expect(people).toBe(Math.floor(peopleIn(all) / GROUP) * GROUP);
				expect(total(counts)).toBe(people);
				expect(counts === null).toBe(people === 0);
			})
		);
	});

	test('does not change when one more person places themselves, but for five at once', () => {
		fc.assert(
			fc.property(placed, position, (all, at) => {
				const before = distributionOf(all);
				const after = distributionOf([
					...all,
					{ enrolmentId: 'Ana', position: at, placedAt: 2000 }
				]);
				if (after.people === before.people) expect(after).toEqual(before);
				else expect(after.people).toBe(before.people + GROUP);
			})
		);
	});

	test('does not change when somebody moves', () => {
		fc.assert(
			fc.property(placed, position, (all, at) => {
				const [somebody] = all;
				if (somebody === undefined) return;
				const moved = { enrolmentId: somebody.enrolmentId, position: at, placedAt: 2000 };
				expect(distributionOf([...all, moved])).toEqual(distributionOf(all));
			})
		);
	});

	test('shows a move together with the next five', () => {
		const five = ['a', 'b', 'c', 'd', 'e'];
		const first = five.map((enrolmentId) => ({ enrolmentId, position: 2, placedAt: 1 }));
		const moved = { enrolmentId: 'a', position: 7, placedAt: 2 };
		const next = five.map((name) => ({ enrolmentId: `${name}2`, position: 4, placedAt: 3 }));
		expect(distributionOf([...first, moved]).counts).toEqual([0, 5, 0, 0, 0, 0, 0]);
		expect(distributionOf([...first, moved, ...next]).counts).toEqual([0, 4, 0, 5, 0, 0, 1]);
	});

	test('is the same in whatever order it is read', () => {
		fc.assert(
			fc.property(placed, (all) => {
				expect(distributionOf(all.toReversed())).toEqual(distributionOf(all));
			})
		);
	});
});

describe('The shift of a cohort', () => {
	test('counts whole fives of those who placed themselves both times, each once', () => {
		fc.assert(
			fc.property(placed, placed, (before, after) => {
				const { people, moved } = shiftOf(before, after);
				const both = new Set(before.map(({ enrolmentId }) => enrolmentId)).intersection(
					new Set(after.map(({ enrolmentId }) => enrolmentId))
				);
				expect(people).toBe(Math.floor(both.size / GROUP) * GROUP);
				expect(moved === null).toBe(people === 0);
				if (moved === null) return;
				expect(moved.towardsFrom + moved.stayed + moved.towardsTo).toBe(people);
			})
		);
	});

	test('of a cohort that nobody moved in is none', () => {
		fc.assert(
			fc.property(placed, (all) => {
				const { people, moved } = shiftOf(all, all);
				if (moved === null) return;
				expect(moved).toEqual({ towardsFrom: 0, stayed: people, towardsTo: 0 });
			})
		);
	});

	test('does not change when one more person places themselves again', () => {
		fc.assert(
			fc.property(placed, placed, position, (before, after, at) => {
				const had = shiftOf(before, after);
				const has = shiftOf(before, [
					...after,
					{ enrolmentId: 'person 1', position: at, placedAt: 2000 }
				]);
				if (has.people === had.people) expect(has).toEqual(had);
				else expect(has.people).toBe(had.people + GROUP);
			})
		);
	});
});
