import { SMALLEST_GROUP, type Shown, type ShownRow, type Tally } from './tally.ts';

/** A figure of the table: people are column 0, the parts follow. */
export type Cell = { id: string; column: number };

/** What changes in one leaf: by column, one more or one less. */
type Change = readonly number[];

type Member = { node: Tally; counts: readonly number[]; up: readonly Member[] };

/**
 * The hidden figures for which no witness is found. A witness is another world, one or two leaves away
 * from the true one, in which all that is shown is the same and the hidden figure is not: with one,
 * the figure cannot be worked out. It may miss worlds further away, so it errs towards hiding.
 */
export function tell(root: Tally, rows: ReadonlyMap<string, ShownRow>): Cell[] {
	const members = membersOf(root);
	const leaves = members.filter(({ node }) => node.children.length === 0);
	const rules = rulesOf(leaves);
	const open = new Set<string>();
	for (const { node, counts } of members) {
		for (const column of counts.keys()) {
			if (figure(rows, node, column).kind !== 'exact') open.add(`${column}/${node.id}`);
		}
	}
	const mark = (up: readonly Member[], change: Change) => {
		for (const { node } of up) {
			for (const [column, n] of change.entries()) if (n !== 0) open.delete(`${column}/${node.id}`);
		}
	};
	const isHeldAll = (up: readonly Member[], change: Change) =>
		up.every((member) => broken(member, change, rows).length === 0);
	for (const change of changesOf(root.parts.length + 1)) {
		for (const leaf of leaves) {
			if (open.size === 0) return [];
			if (!isPossible(leaf.counts, change, rules)) continue;
			if (isHeldAll(leaf.up, change)) mark(leaf.up, change);
			for (const other of leaves) {
				if (other === leaf) continue;
				const both = leaf.up.filter((member) => other.up.includes(member));
				const mine = leaf.up.slice(both.length);
				if (!isHeldAll(mine, change)) continue;
				const others = other.up.slice(both.length);
				for (const answer of answersTo(change, both, rows)) {
					const net = change.map((n, column) => n + (answer[column] ?? 0));
					const isUnseen =
						isPossible(other.counts, answer, rules) &&
						isHeldAll(others, answer) &&
						isHeldAll(both, net);
					if (!isUnseen) continue;
					mark(mine, change);
					mark(others, answer);
					mark(both, net);
				}
			}
		}
	}
	return [...open].map((cell) => {
		const [column = '', ...id] = cell.split('/');
		return { id: id.join('/'), column: Number(column) };
	});
}

function membersOf(root: Tally): Member[] {
	const members: Member[] = [];
	const visit = (node: Tally, above: readonly Member[]) => {
		const up: Member[] = [...above];
		const member = { node, counts: [node.people, ...node.parts], up };
		up.push(member);
		members.push(member);
		for (const child of node.children) visit(child, up);
	};
	visit(root, []);
	return members;
}

function figure(rows: ReadonlyMap<string, ShownRow>, node: Tally, column: number): Shown {
	const row = rows.get(node.id);
	return (column === 0 ? row?.people : row?.parts[column - 1]) ?? { kind: 'hidden' };
}

/** What another leaf may do to make up for a change: take it back, or only where it would be seen. */
function answersTo(
	change: Change,
	both: readonly Member[],
	rows: ReadonlyMap<string, ShownRow>
): Change[] {
	const seen = new Set(both.flatMap((member) => broken(member, change, rows)));
	const inverse = change.map((n) => 0 - n);
	return [inverse, inverse.map((n, column) => (seen.has(column) ? n : 0))];
}

/** The columns in which what is shown of a node is no longer true when a leaf below it changes. */
function broken(
	{ node, counts, up }: Member,
	change: Change,
	rows: ReadonlyMap<string, ShownRow>
): number[] {
	const people = (counts[0] ?? 0) + (change[0] ?? 0);
	return [...change.keys()].filter((column) => {
		const n = change[column] ?? 0;
		const shown = figure(rows, node, column);
		const value = (counts[column] ?? 0) + n;
		if (shown.kind === 'exact') return n !== 0;
		if (shown.kind === 'few') return value < 0 || value >= SMALLEST_GROUP;
		if (shown.kind === 'most') return people - value >= SMALLEST_GROUP;
		const parent = up.at(-2);
		// Who is hidden beside figures is somebody: nobody would be shown.
		const least = column === 0 && parent && figure(rows, parent.node, 0).kind === 'exact' ? 1 : 0;
		return value < least;
	});
}

/** What everybody knows of such counts: the modules go in order, the last one ends the series. */
type Rules = { inOrder: boolean; endsWithLast: boolean };

function rulesOf(leaves: readonly Member[]): Rules {
	const modules = leaves.map(({ node }) => node.parts.slice(1, -1));
	return {
		inOrder: modules.every((counts) =>
			counts.every((n, at) => at === 0 || n <= (counts[at - 1] ?? 0))
		),
		endsWithLast: leaves.every(({ node }) => node.parts.at(-1) === node.parts.at(-2))
	};
}

/** Whether people can be like that: what is finished was started, all is the least of the modules. */
function isPossible(counts: readonly number[], change: Change, rules: Rules): boolean {
	const [people = 0, started = 0, ...rest] = counts.map((n, column) => n + (change[column] ?? 0));
	const modules = rest.slice(0, -1);
	const all = rest.at(-1) ?? 0;
	const overlap = modules.reduce((sum, n) => sum + n, 0) - (modules.length - 1) * started;
	return (
		all >= Math.max(0, overlap) &&
		modules.every((n) => n >= all && n <= started) &&
		started <= people &&
		(!rules.inOrder || modules.every((n, at) => at === 0 || n <= (modules[at - 1] ?? 0))) &&
		(!rules.endsWithLast || modules.length === 0 || all === modules.at(-1))
	);
}

/** One more or one less in neighbouring columns, in one module, and in what hangs together with it. */
function changesOf(width: number): Change[] {
	const sets: number[][] = [];
	for (let from = 0; from < width; from += 1) {
		for (let to = from; to < width; to += 1) {
			const run = Array.from({ length: to - from + 1 }, (_, at) => from + at);
			sets.push(run);
			if (from >= 2 && to < width - 1)
				sets.push([1, ...run], [...run, width - 1], [1, ...run, width - 1]);
		}
	}
	return sets.flatMap((set) =>
		[1, -1].map((n) => Array.from({ length: width }, (_, column) => (set.includes(column) ? n : 0)))
	);
}
