/** A tree of counts: what is directly at an organisation is a child of its own. */
export type Tally = {
	id: string;
	people: number;
	/** Started, then finished by module, then finished all: each within the first, the last within all. */
	parts: readonly number[];
	children: readonly Tally[];
};

export type Shown = { kind: 'exact'; value: number } | { kind: 'few' | 'most' | 'hidden' };

export type ShownRow = { people: Shown; parts: readonly Shown[] };

/** A count of fewer people than this is hidden. */
export const SMALLEST_GROUP = 5;
