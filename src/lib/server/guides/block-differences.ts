import { isSame, TEXTS, type PlannedBlock } from './block.ts';
import { wordsApart, type Piece } from './differences.ts';
import { byId, idsOf } from './merge-guide.ts';

/** How one block differs from another version of the guide. */
export type BlockDifference = {
	id: string;
	title: string;
	how: 'added' | 'gone' | 'out' | 'changed' | 'moved';
	texts: { field: (typeof TEXTS)[number]; pieces: Piece[] }[];
	/** Null when they are the same. */
	minutes: { from: number; to: number } | null;
	priority: { from: PlannedBlock['priority']; to: PlannedBlock['priority'] } | null;
	/** The title of the block that it now comes after; empty at the beginning. Null where it stayed. */
	after: string | null;
};

/** Only what differs, in the order of what it became; what is gone comes last. */
export function differencesOf(
	before: readonly PlannedBlock[],
	after: readonly PlannedBlock[]
): BlockDifference[] {
	const earlier = byId(before);
	const later = byId(after);
	const moved = movedIn(idsOf(before), idsOf(after));
	const changed = after.flatMap((block, at): BlockDifference[] => {
		const was = earlier.get(block.id);
		const afterTitle = moved.has(block.id) ? (after[at - 1]?.title ?? '') : null;
		if (was !== undefined && isSame(was, block) && afterTitle === null) return [];
		return [difference(was, block, afterTitle)];
	});
	const gone = before
		.filter(({ id }) => !later.has(id))
		.map((block): BlockDifference => ({ ...difference(block, block, null), how: 'gone' }));
	return [...changed, ...gone];
}

function difference(
	was: PlannedBlock | undefined,
	block: PlannedBlock,
	after: string | null
): BlockDifference {
	const texts = TEXTS.filter((field) => (was?.[field] ?? '') !== block[field]).map((field) => ({
		field,
		pieces: wordsApart(was?.[field] ?? '', block[field])
	}));
	const apart = <Name extends 'minutes' | 'priority'>(name: Name) =>
		was === undefined || was[name] === block[name] ? null : { from: was[name], to: block[name] };
	return {
		id: block.id,
		title: block.title,
		how: howOf(was, block),
		texts,
		minutes: apart('minutes'),
		priority: apart('priority'),
		after
	};
}

function howOf(was: PlannedBlock | undefined, block: PlannedBlock): BlockDifference['how'] {
	if (was === undefined) return 'added';
	if (block.skipped && !was.skipped) return 'out';
	return isSame(was, block) ? 'moved' : 'changed';
}

/** The fewest blocks that were moved, so that all the others stand in the order they had. */
function movedIn(before: readonly string[], after: readonly string[]): Set<string> {
	const places = after.filter((id) => before.includes(id)).map((id) => before.indexOf(id));
	const runs: number[][] = [];
	for (const [at, place] of places.entries()) {
		const longest = runs
			.slice(0, at)
			.filter((run) => (run.at(-1) ?? -1) < place)
			.reduce((best: number[], run) => (run.length > best.length ? run : best), []);
		runs.push([...longest, place]);
	}
	const stayed = runs.reduce((best: number[], run) => (run.length > best.length ? run : best), []);
	return new Set(places.filter((place) => !stayed.includes(place)).map((at) => before[at] ?? ''));
}
