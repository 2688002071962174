/** What a room may see of choices and places: never so few that it tells who chose what. */

const ENOUGH_ANSWERS = 5;
export const POSITIONS = 7;

export type Given = {
	choices: string[];
	positions: Record<string, number> | null;
	answeredAt: Date;
};

/**
 * The answers that are counted: those before the reveal, if they are enough; after it, five more at a time. A
 * picture that grew by one would tell what the last one chose.
 * @param given in the order of time.
 */
export function shownAnswers(given: readonly Given[], revealedAt: Date): Given[] {
	const before = given.filter(({ answeredAt }) => answeredAt <= revealedAt).length;
	const base = before >= ENOUGH_ANSWERS ? before : 0;
	const grown = base + Math.floor((given.length - base) / ENOUGH_ANSWERS) * ENOUGH_ANSWERS;
	return given.slice(0, grown);
}

/** How often each choice was made; null while there are too few answers. */
export function countsOf(
	choices: readonly { id: string }[],
	shown: readonly Given[]
): Record<string, number> | null {
	if (shown.length === 0) return null;
	return Object.fromEntries(
		choices.map(({ id }) => [id, shown.filter((one) => one.choices.includes(id)).length])
	);
}

/** How many stand at each place of each pair, from the first statement to the second. */
export function spreadOf(
	pairs: readonly { id: string }[],
	shown: readonly Given[]
): Record<string, number[]> | null {
	if (shown.length === 0) return null;
	return Object.fromEntries(
		pairs.map(({ id }) => {
			const counts = new Array<number>(POSITIONS).fill(0);
			for (const { positions } of shown) {
				const at = positions?.[id];
				if (at !== undefined) counts[at - 1] = (counts[at - 1] ?? 0) + 1;
			}
			return [id, counts];
		})
	);
}
