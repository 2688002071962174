import type { Agreement, Kappa, PairAgreement } from '../../rubric.ts';

/** The levels that one observer gave, indicator by indicator; null where there is none. */
export type Levels = readonly (number | null)[];

/** With fewer indicators than this, one rating more or less turns kappa over. */
const FEWEST = 5;

/** How far the observers agree, each with each other. */
export function agreementOf(observers: readonly Levels[]): Agreement {
	const pairs = observers.flatMap((levels, one) =>
		observers
			.slice(one + 1)
			.map((others, at) => ({ one, other: one + 1 + at, ...agreementOfTwo(levels, others) }))
	);
	return {
		pairs,
		exact: mean(pairs.map(({ exact }) => exact)),
		adjacent: mean(pairs.map(({ adjacent }) => adjacent)),
		kappa: meanKappa(pairs.map(({ kappa }) => kappa))
	};
}

export function agreementOfTwo(one: Levels, other: Levels): Omit<PairAgreement, 'one' | 'other'> {
	const both = one.flatMap((level, at): [number, number][] => {
		const beside = other[at] ?? null;
		return level === null || beside === null ? [] : [[level, beside]];
	});
	const shareOf = (agrees: (distance: number) => boolean) =>
		both.length === 0
			? null
			: both.filter(([a, b]) => agrees(Math.abs(a - b))).length / both.length;
	return {
		rated: both.length,
		exact: shareOf((distance) => distance === 0),
		adjacent: shareOf((distance) => distance <= 1),
		kappa: both.length < FEWEST ? { value: null, why: 'few' } : cohensKappa(both)
	};
}

/**
 * Cohen's kappa, unweighted: how much of the agreement that chance leaves open was reached. Chance is what
 * two people would reach who give each level as often as these two did, but blindly.
 */
export function cohensKappa(both: readonly (readonly [number, number])[]): Kappa {
	const first = countsOf(both.map(([level]) => level));
	const second = countsOf(both.map(([, level]) => level));
	if (first.size < 2 || second.size < 2) return { value: null, why: 'same' };
	const total = both.length;
	const observed = both.filter(([a, b]) => a === b).length / total;
	const byChance = [...first]
		.map(([level, count]) => (count / total) * ((second.get(level) ?? 0) / total))
		.reduce((sum, share) => sum + share, 0);
	return { value: (observed - byChance) / (1 - byChance) };
}

function countsOf(levels: readonly number[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
	return counts;
}

/** Over the pairs for which it can be said; where it can be said for none, why. */
function meanKappa(kappas: readonly Kappa[]): Kappa {
	const value = mean(kappas.map((kappa) => kappa.value));
	if (value !== null) return { value };
	const why = kappas.some((kappa) => 'why' in kappa && kappa.why === 'same') ? 'same' : 'few';
	return { value: null, why };
}

function mean(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
