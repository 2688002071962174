import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, agreementOfTwo, cohensKappa, type Levels } from './agreement.ts';

const times = (count: number, pair: [number, number]) => Array.from({ length: count }, () => pair);

describe('Cohen’s kappa', () => {
	it('is 0.4 for the textbook’s fifty applications', () => {
		// Both yes 20, only the first 5, only the second 10, both no 15: they agree on 35 of 50, which is 0.7.
		// Chance: 25/50 · 30/50 + 25/50 · 20/50 = 0.5. So (0.7 − 0.5) / (1 − 0.5) = 0.4.
		const both = [
			...times(20, [2, 2]),
			...times(5, [2, 1]),
			...times(10, [1, 2]),
			...times(15, [1, 1])
		];
		expect(cohensKappa(both).value).toBeCloseTo(0.4, 12);
	});

	it('is below 0 for two who agree less than chance', () => {
		// They agree on 1 of 6. Chance: 3/6 · 4/6 + 3/6 · 2/6 = 0.5. So (1/6 − 1/2) / (1/2) = −2/3.
		const both: [number, number][] = [
			[1, 1],
			[1, 2],
			[1, 2],
			[2, 1],
			[2, 1],
			[2, 1]
		];
		expect(cohensKappa(both).value).toBeCloseTo(-2 / 3, 12);
	});

	it('cannot be said of fewer than five ratings, nor of one level for everything', () => {
		expect(agreementOfTwo([1, 2, 3, 4], [1, 2, 3, 4]).kappa).toEqual({ value: null, why: 'few' });
		expect(agreementOfTwo([2, 2, 2, 2, 2], [1, 2, 3, 2, 1]).kappa).toEqual({
			value: null,
			why: 'same'
		});
	});
});

const levels = fc.integer({ min: 1, max: 4 });
/** Two or more observers of the same indicators. */
const visits = fc
	.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 14 }))
	.chain(([observers, indicators]) =>
		fc.array(
			fc.array(fc.option(levels, { freq: 12 }), { minLength: indicators, maxLength: indicators }),
			{ minLength: observers, maxLength: observers }
		)
	);
const two = visits.map(([one = [], other = []]): [Levels, Levels] => [one, other]);

describe('the agreement of observers', () => {
	it('stays within its bounds, and exact is never more than adjacent', () => {
		fc.assert(
			fc.property(visits, (observers) => {
				const { pairs, ...means } = agreementOf(observers);
				expect(pairs).toHaveLength((observers.length * (observers.length - 1)) / 2);
				for (const { exact, adjacent, kappa } of [...pairs, means]) {
					expect(exact ?? 0).toBeGreaterThanOrEqual(0);
					expect(exact ?? 0).toBeLessThanOrEqual(adjacent ?? 0);
					expect(adjacent ?? 0).toBeLessThanOrEqual(1);
					expect(kappa.value ?? 0).toBeGreaterThanOrEqual(-1);
					expect(kappa.value ?? 0).toBeLessThanOrEqual(1);
				}
			})
		);
	});

	it('is the same whoever is named first, and in whatever order the indicators stand', () => {
		fc.assert(
			fc.property(two, ([one, other]) => {
				const there = agreementOfTwo(one, other);
				const back = agreementOfTwo(other.toReversed(), one.toReversed());
				expect({ ...back, kappa: null }).toEqual({ ...there, kappa: null });
				expect(back.kappa.value ?? 9).toBeCloseTo(there.kappa.value ?? 9, 10);
			})
		);
	});

	it('is the same when the levels get other names', () => {
		fc.assert(
			fc.property(two, ([one, other]) => {
				const renamed = (all: Levels) => all.map((level) => level && 5 - level);
				const after = agreementOfTwo(renamed(one), renamed(other));
				expect(after.kappa.value ?? 9).toBeCloseTo(agreementOfTwo(one, other).kappa.value ?? 9, 10);
			})
		);
	});

	it('is whole between two who gave the same: kappa is 1 wherever it can be said', () => {
		fc.assert(
			fc.property(fc.array(levels, { minLength: 1, maxLength: 14 }), (given) => {
				const { exact, adjacent, kappa } = agreementOfTwo(given, given);
				expect([exact, adjacent]).toEqual([1, 1]);
				const canBeSaid = given.length >= 5 && new Set(given).size > 1;
				if (canBeSaid) expect(kappa.value).toBeCloseTo(1, 12);
				else expect(kappa.value).toBeNull();
			})
		);
	});

	it('kappa is 1 only for who agrees on everything', () => {
		fc.assert(
			fc.property(two, ([one, other]) => {
				const { exact, kappa } = agreementOfTwo(one, other);
				if (kappa.value !== null && exact !== 1) expect(kappa.value).toBeLessThan(1);
			})
		);
	});
});
