import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowance, lengthOf, multirange, tidied, trimmed, type Stretch } from './coverage.ts';

const LENGTH = 1200;
const stretches = fc.array(
	fc.tuple(fc.integer({ min: -50, max: 1400 }), fc.integer({ min: -50, max: 1400 }))
);

const tenthsIn = (some: readonly Stretch[]) =>
	new Set(
		some.flatMap(([from, to]) =>
			Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
		)
	);

describe('what a player reports', () => {
	test('is tidied to the same tenths of a second, within the video, each once and in order', () => {
		fc.assert(
			fc.property(stretches, (reported) => {
				const tidy = tidied(reported, LENGTH);
				const expected = [...tenthsIn(reported)].filter((tenth) => tenth >= 0 && tenth < LENGTH);
				expect(tenthsIn(tidy)).toEqual(new Set(expected));
				expect(lengthOf(tidy)).toBe(expected.length);
				expect(tidy).toEqual(tidy.toSorted(([a], [b]) => a - b));
			})
		);
	});

	test('counts for no more than the clock allows, and only what was reported', () => {
		fc.assert(
			fc.property(stretches, fc.nat(3000), (reported, allowed) => {
				const tidy = tidied(reported, LENGTH);
				const kept = trimmed(tidy, allowed);
				expect(lengthOf(kept)).toBe(Math.min(allowed, lengthOf(tidy)));
				expect(tenthsIn(kept).isSubsetOf(tenthsIn(tidy))).toBe(true);
			})
		);
	});

	test('that seeks to the end earns nothing for what was skipped', () => {
		expect(lengthOf(tidied([[1190, 1200]], LENGTH))).toBe(10);
	});
});

test('Ten seconds allow twenty-one seconds of playing at double speed, tolerance included', () => {
	expect(allowance(10_000)).toBe(210);
	expect(allowance(-5_000)).toBe(0);
});

test('Stretches are written as PostgreSQL reads them', () => {
	expect(multirange([])).toBe('{}');
	expect(
		multirange([
			[0, 10],
			[20, 25]
		])
	).toBe('{[0,10),[20,25)}');
});
