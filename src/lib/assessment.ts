import type { AssessmentArea, AssessmentItem } from './blocks.ts';
import type { CellMark } from './sheet.ts';

/** Levels by item id, counted from 0. */
export type Levels = Readonly<Record<string, number>>;

export interface ClosedRound {
	number: number;
	closedAt: string;
	levels: Record<string, number>;
	/** Why they chose it, where somebody said so. */
	notes: Record<string, string>;
	/** How many took part. */
	people: number;
}

export interface OpenRound {
	number: number;
	cells: Record<string, { level: CellMark; note: CellMark }>;
}

/** The rounds of a team, or of one person, on an assessment. */
export interface AssessmentWork {
	/** Grows with every change. */
	revision: number;
	/** The team's name; null when each person scores alone. */
	team: string | null;
	members: { id: string; name: string; isMe: boolean }[];
	/** The round that is being scored; null between rounds. */
	open: OpenRound | null;
	/** The oldest first. */
	closed: ClosedRound[];
	/** The last round was closed on this block, and the viewer is not among who took part in it. */
	mayJoin: boolean;
	/** A plan in the same module that can take what to do next. */
	plan: { title: string; href: string; texts: string[] } | null;
}

export const itemsOf = (areas: readonly AssessmentArea[]): AssessmentItem[] =>
	areas.flatMap(({ items }) => items);

/** The mean level of these items, counted from 1 as people count; null when none has a level. */
export function meanLevel(items: readonly { id: string }[], levels: Levels): number | null {
	const known = items.flatMap(({ id }) => levels[id] ?? []);
	if (known.length === 0) return null;
	return known.reduce((total, level) => total + level, 0) / known.length + 1;
}

/** How far two means of the same items are apart, over the items that have a level in both. */
export function changeOf(
	items: readonly { id: string }[],
	first: Levels,
	latest: Levels
): number | null {
	const both = items.filter(({ id }) => first[id] !== undefined && latest[id] !== undefined);
	const [before, after] = [meanLevel(both, first), meanLevel(both, latest)];
	return before === null || after === null ? null : after - before;
}

/** What to do next: the lowest items, at most three; of equals the one the author put first. */
export function nextActions(
	areas: readonly AssessmentArea[],
	levels: Levels,
	highest: number
): AssessmentItem[] {
	const low = itemsOf(areas).filter(({ id }) => (levels[id] ?? highest) < highest);
	return low.toSorted((one, other) => (levels[one.id] ?? 0) - (levels[other.id] ?? 0)).slice(0, 3);
}
