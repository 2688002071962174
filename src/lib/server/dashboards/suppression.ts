import { SMALLEST_GROUP, type Shown, type ShownRow, type Tally } from './tally.ts';
import { tell, type Cell } from './witness.ts';

/** Below this, "few" and "most" would leave a single value between them. */
const SMALLEST_BREAKDOWN = 2 * SMALLEST_GROUP + 1;

const HIDDEN: Shown = { kind: 'hidden' };

type Counts = Pick<Tally, 'people' | 'parts'>;
type Rows = Map<string, { people: Shown; parts: Shown[] }>;

/**
 * What a network view may say of groups of people without telling on any one of them.
 *
 * A node of the tree counts people, and parts of them: who started, who finished each module, who
 * finished all. A parent is the sum of its children, so a figure can also be had by subtraction. The
 * rules, all applied to what is shown and to what is left over when the shown is taken away:
 *
 * - people: a group under 5 is hidden, with siblings enough that the rest cannot be told apart;
 *   below a hidden node everything is hidden, also that there is nobody;
 * - parts are shown for groups of 11 and more; a part under 5 reads "few", one that leaves out fewer
 *   than 5 reads "most", whatever it is exactly;
 * - started less finished is a part too: where it is under 5, started is hidden;
 * - what is left in sight is then tried from outside (witness.ts), and more is hidden until no hidden
 *   figure can be worked out.
 *
 * @returns what may be shown of each node, by id.
 */
export function suppress(root: Tally): ReadonlyMap<string, ShownRow> {
	const rows: Rows = new Map();
	hideAll(root, rows);
	if (root.people > 0 && !standsAlone(root)) return rows;
	showPeople(root, rows);
	const last = root.parts.length - 1;
	const isEndOfSeries = moduleThatEndsTheSeries(root);
	for (let part = 0; part <= last; part += 1) {
		if (part !== last || isEndOfSeries === null) showPart(root, part, rows);
	}
	// Where finishing one module is finishing all, two columns are one: to differ would be to tell.
	if (isEndOfSeries !== null) {
		for (const row of rows.values()) row.parts[last] = row.parts[isEndOfSeries] ?? HIDDEN;
	}
	for (let [told] = tell(root, rows); told !== undefined; [told] = tell(root, rows)) {
		hideMore(root, told, rows);
	}
	return rows;
}

/** Hides what stands nearest to a figure that can be worked out: its column first, then the family's. */
function hideMore(root: Tally, { id, column }: Cell, rows: Rows): void {
	const path = pathTo(root, id);
	const part = column - 1;
	for (const [node, parent] of path) {
		const family = parent?.children ?? [node];
		if (family.map((one) => hidePart(one, part, rows)).includes(true)) return;
		const others = node.parts.map((_, other) => other);
		const isChanged = family.flatMap((one) => others.map((other) => hidePart(one, other, rows)));
		if (isChanged.includes(true)) return;
	}
	hideAll(root, rows);
}

/** Hides a part at a node and below; answers whether anything was in sight. */
function hidePart(node: Tally, part: number, rows: Rows): boolean {
	const row = rows.get(node.id);
	// Where nobody is said to be, nobody has started.
	if (row === undefined || (node.people === 0 && isShown(node, rows))) return false;
	const isInSight = row.parts[part] !== undefined && row.parts[part].kind !== 'hidden';
	if (isInSight) row.parts[part] = HIDDEN;
	const below = node.children.map((child) => hidePart(child, part, rows));
	return isInSight || below.includes(true);
}

/** The node, its parent, and so on up. */
function pathTo(root: Tally, id: string): [node: Tally, parent: Tally | null][] {
	if (root.id === id) return [[root, null]];
	for (const child of root.children) {
		const [first, ...rest] = pathTo(child, id);
		if (first !== undefined) return [[first[0], first[1] ?? root], ...rest, [root, null]];
	}
	return [];
}

function hideAll(node: Tally, rows: Rows): void {
	rows.set(node.id, { people: HIDDEN, parts: node.parts.map(() => HIDDEN) });
	for (const child of node.children) hideAll(child, rows);
}

function showPeople(node: Tally, rows: Rows): void {
	const row = rows.get(node.id);
	if (row === undefined) return;
	row.people = { kind: 'exact', value: node.people };
	if (node.people === 0) row.parts = node.parts.map(() => ({ kind: 'exact', value: 0 }));
	const hidden = hiddenFamily(node);
	for (const child of node.children) if (!hidden?.includes(child)) showPeople(child, rows);
}

function standsAlone(node: Tally): boolean {
	return node.people >= SMALLEST_GROUP && hiddenFamily(node) !== null;
}

/** The children to hide below a node that is shown; null when no choice of them would be enough. */
function hiddenFamily(node: Tally): readonly Tally[] | null {
	const family = bySize(node.children.filter(({ people }) => people > 0));
	const hidden = family.filter((child) => !standsAlone(child));
	if (hidden.length === 0) return hidden;
	for (const child of family.filter(standsAlone)) {
		if (isBlurred(hidden)) break;
		hidden.push(child);
	}
	return isBlurred(hidden) ? hidden : null;
}

/** Whether each of these may be larger or smaller while their sum stays. Each is known to have somebody. */
function isBlurred(nodes: readonly Tally[]): boolean {
	const people = sum(nodes.map((node) => node.people));
	return nodes.length >= 2 && people >= SMALLEST_GROUP && people > nodes.length;
}

function showPart(root: Tally, part: number, rows: Rows): void {
	setPart(root, part, alone(root, part), rows);
}

/** Shows a part at a node and, as far as that allows, below it. */
function setPart(node: Tally, part: number, shown: Shown, rows: Rows): void {
	const row = rows.get(node.id);
	if (row === undefined || row.people.kind !== 'exact' || node.people === 0) return;
	row.parts[part] = shown;
	if (shown.kind === 'hidden') return;
	const family = node.children.filter(({ people }) => people > 0);
	if (shown.kind !== 'exact') {
		for (const child of family) setPart(child, part, extreme(child, part, rows), rows);
		return;
	}
	const open = bySize(family.filter((child) => isShown(child, rows) && isOpen(child, part)));
	const rest = family.filter((child) => !open.includes(child));
	const closed = new Set<Tally>();
	while (rest.length > 0 && !isOpenRest(total(rest), part)) {
		const next = open.shift();
		if (next === undefined) break;
		rest.push(next);
		closed.add(next);
	}
	for (const child of open) setPart(child, part, alone(child, part), rows);
	for (const child of rest) {
		setPart(child, part, closed.has(child) ? HIDDEN : extreme(child, part, rows), rows);
	}
}

function isShown(node: Tally, rows: Rows): boolean {
	return rows.get(node.id)?.people.kind === 'exact';
}

function alone(node: Counts, part: number): Shown {
	if (isOpen(node, part)) return { kind: 'exact', value: node.parts[part] ?? 0 };
	return coded(node, part);
}

function extreme(node: Tally, part: number, rows: Rows): Shown {
	return isShown(node, rows) ? coded(node, part) : HIDDEN;
}

function coded({ people, parts }: Counts, part: number): Shown {
	const value = parts[part] ?? 0;
	if (people < SMALLEST_BREAKDOWN) return HIDDEN;
	if (value < SMALLEST_GROUP) return { kind: 'few' };
	return people - value < SMALLEST_GROUP ? { kind: 'most' } : HIDDEN;
}

/** Whether the exact number may be said of a group by itself. */
function isOpen(group: Counts, part: number): boolean {
	if (!isBetween(group, part)) return false;
	return differences(group, part).every(
		({ with: other, difference }) => difference >= SMALLEST_GROUP || !isBetween(group, other)
	);
}

/** As `isOpen`, for what is left when the shown is taken away: none of its members is shown. */
function isOpenRest(group: Counts, part: number): boolean {
	if (!isBetween(group, part)) return false;
	return differences(group, part).every(({ difference }) => difference >= SMALLEST_GROUP);
}

function isBetween({ people, parts }: Counts, part: number): boolean {
	const value = parts[part] ?? 0;
	const within = value >= SMALLEST_GROUP && people - value >= SMALLEST_GROUP;
	return people >= SMALLEST_BREAKDOWN && within;
}

/** The modules stay; what is started or finished altogether gives way where it is too near to them. */
function differences({ parts }: Counts, part: number) {
	const last = parts.length - 1;
	if (part !== 0 && part !== last) return [];
	const value = parts[part] ?? 0;
	return parts.flatMap((other, index) =>
		index === part || index === 0 || (part === 0 && index === last)
			? []
			: [{ with: index, difference: Math.abs(other - value) }]
	);
}

function moduleThatEndsTheSeries(root: Tally): number | null {
	const last = root.parts.length - 1;
	for (let part = last - 1; part > 0; part -= 1) {
		if (leavesOf(root).every(({ parts }) => parts[part] === parts[last])) return part;
	}
	return null;
}

function leavesOf(node: Tally): Tally[] {
	return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

function total(nodes: readonly Tally[]): Counts {
	const width = nodes[0]?.parts.length ?? 0;
	return {
		people: sum(nodes.map(({ people }) => people)),
		parts: Array.from({ length: width }, (_, part) =>
			sum(nodes.map(({ parts }) => parts[part] ?? 0))
		)
	};
}

function bySize(nodes: readonly Tally[]): Tally[] {
	return [...nodes].sort((a, b) => a.people - b.people || (a.id < b.id ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
