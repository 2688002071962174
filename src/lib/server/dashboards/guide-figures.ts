/** How guides take their time over many meetings: figures by block, never of so few meetings that they tell of one. */

export const FEWEST_MEETINGS = 5;

/** What one meeting spent in the blocks of its guide, in seconds, by block. */
export type Spent = ReadonlyMap<string, number>;

export type BlockFigures = {
	/** Of the meetings, in per cent, to the next ten: how many left it out. */
	leftOut: number;
	/** Minutes of those that had it; null where they are fewer than five. */
	actual: { median: number; from: number; to: number } | null;
};

/**
 * What became of a block over all meetings that followed its guide; null while they are fewer than five.
 * @param meetings each with what it spent; a block of less than half a minute was passed by.
 */
export function figuresOf(blockId: string, meetings: readonly Spent[]): BlockFigures | null {
	if (meetings.length < FEWEST_MEETINGS) return null;
	const minutes = meetings
		.map((spent) => (spent.get(blockId) ?? 0) / 60)
		.filter((spent) => spent >= 0.5)
		.toSorted((one, other) => one - other);
	const left = 1 - minutes.length / meetings.length;
	return {
		leftOut: Math.round(left * 10) * 10,
		actual:
			minutes.length < FEWEST_MEETINGS
				? null
				: {
						median: Math.round(quantile(minutes, 0.5)),
						from: Math.round(quantile(minutes, 0.25)),
						to: Math.round(quantile(minutes, 0.75))
					}
	};
}

/** Between two neighbours in proportion, as a median is. */
function quantile(sorted: readonly number[], share: number): number {
	const place = share * (sorted.length - 1);
	const low = sorted[Math.floor(place)] ?? 0;
	const high = sorted[Math.ceil(place)] ?? low;
	return low + (high - low) * (place - Math.floor(place));
}
