/** Mending what was typed with a slip: pure, the words that exist come from the index. */

/** The word with any two neighbors swapped: the slip that likeness by letters in threes sees worst. */
export function swaps(word: string): string[] {
	const letters = [...word];
	return letters.slice(1).map((letter, at) => {
		const swapped = [...letters];
		swapped[at + 1] = letters[at] ?? '';
		swapped[at] = letter;
		return swapped.join('');
	});
}

/**
 * How many letters were missed, added, changed or swapped with their neighbor between the two
 * (optimal string alignment).
 */
export function distance(one: string, other: string): number {
	const a = [...one];
	const b = [...other];
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const swapped =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
					? (before[j - 2] ?? Infinity) + 1
					: Infinity;
			row.push(
				Math.min(
					(last[j] ?? Infinity) + 1,
					(row[j - 1] ?? Infinity) + 1,
					(last[j - 1] ?? Infinity) + same,
					swapped
				)
			);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

/** So many words may be as near as each other: more would be guessing. */
const MOST = 3;

/**
 * The words that may have been meant: those that are nearest, when they are near enough. `candidates` come
 * with the likeliest first. A short word may be wrong in one place, a long one in three.
 */
export function meant(typed: string, candidates: readonly string[]): string[] {
	const allowed = typed.length <= 4 ? 1 : typed.length <= 8 ? 2 : 3;
	const measured = candidates.map((word) => ({ word, away: distance(typed, word) }));
	const nearest = Math.min(allowed, ...measured.map(({ away }) => away));
	return measured
		.filter(({ away }) => away === nearest)
		.slice(0, MOST)
		.map(({ word }) => word);
}
