import { SMALLEST_GROUP, type Shown, type ShownRow, type Tally } from './tally.ts';

/** A figure of the table: people are column 0, the parts follow. */
export type Cell = { id: string; column: number };

/** What changes in one leaf: by column, one more or one less. */
type Change = readonly number[];

type Member = {
	node: Tally;
	counts: readonly number[];
	/** From the root down to the node itself. */
	up: readonly Member[];
	leaves: Member[];
};

/** Another world: what each leaf that is not as it is has more or less. */
type World = Map<Member, Change>;

type Rows = ReadonlyMap<string, ShownRow>;

/**
 * The hidden figures for which no witness is found. A witness is another world in which all that is
 * shown is the same and the hidden figure is not: with one, the figure cannot be worked out. Worlds
 * are looked for where one person more or less in one leaf is made up for in a few others; those
 * further away are missed, so it errs towards hiding.
 */
export function tell(root: Tally, rows: Rows): Cell[] {
	const members = membersOf(root);
	const leaves = members.filter(({ node }) => node.children.length === 0);
	const rules = rulesOf(leaves);
	const open = new Map<Member, Set<number>>();
	for (const member of members) {
		const columns = member.counts
			.keys()
			.filter((at) => figure(rows, member.node, at).kind !== 'exact');
		open.set(member, new Set(columns));
	}
	for (const change of changesOf(root.parts.length + 1)) {
		for (const leaf of leaves) {
			const isNews = leaf.up.some((member) =>
				change.some((n, column) => n !== 0 && open.get(member)?.has(column))
			);
			const world = isNews ? worldWith(leaf, change, rows, rules) : null;
			for (const [member, net] of world ? netsOf(world) : []) {
				for (const [column, n] of net.entries()) if (n !== 0) open.get(member)?.delete(column);
			}
		}
	}
	return members.flatMap((member) =>
		[...(open.get(member) ?? [])].map((column) => ({ id: member.node.id, column }))
	);
}

/** A world with the change in which all that is shown holds, or null when none is found. */
function worldWith(leaf: Member, change: Change, rows: Rows, rules: Rules): World | null {
	if (!isPossible(leaf.counts, change, rules)) return null;
	const world: World = new Map([[leaf, change]]);
	let net = change;
	for (const [index, member] of leaf.up.toReversed().entries()) {
		let seen = broken(member, net, rows);
		if (seen.length > 0 && index === 0) return null;
		const below = leaf.up.at(-index);
		const others = member.leaves.filter((other) => !below?.leaves.includes(other));
		while (seen.length > 0) {
			const answer = makeUp(others, member, net, seen, world, { rows, rules });
			if (answer === null) return null;
			net = net.map((n, column) => n + (answer[column] ?? 0));
			seen = broken(member, net, rows);
		}
	}
	return world;
}

/**
 * Lets one of the leaves take back what is seen of a change, or as much of it as one can: it does not
 * matter which, since above where they meet only the sum counts.
 */
function makeUp(
	leaves: readonly Member[],
	meeting: Member,
	net: Change,
	seen: readonly number[],
	world: World,
	{ rows, rules }: { rows: Rows; rules: Rules }
): Change | null {
	const back = (columns: readonly number[]) =>
		net.map((n, column) => (columns.includes(column) ? 0 - n : 0));
	const all = net.keys().filter((column) => net[column] !== 0);
	const choices = [[...all], ...seen.map((_, at) => seen.slice(0, seen.length - at))];
	for (const columns of choices) {
		const answer = back(columns);
		if (answer.every((n) => n === 0)) return null;
		for (const leaf of leaves) {
			if (world.has(leaf) || !isPossible(leaf.counts, answer, rules)) continue;
			const between = leaf.up.slice(meeting.up.length);
			if (between.some((member) => broken(member, netAt(world, member, answer), rows).length > 0)) {
				continue;
			}
			world.set(leaf, answer);
			return answer;
		}
	}
	return null;
}

function netAt(world: World, member: Member, also: Change): Change {
	let net = also;
	for (const [leaf, change] of world) {
		if (leaf.up.includes(member)) net = net.map((n, column) => n + (change[column] ?? 0));
	}
	return net;
}

function netsOf(world: World): Map<Member, Change> {
	const nets = new Map<Member, Change>();
	for (const [leaf, change] of world) {
		for (const member of leaf.up) {
			const net = nets.get(member);
			nets.set(member, net ? net.map((n, column) => n + (change[column] ?? 0)) : change);
		}
	}
	return nets;
}

function membersOf(root: Tally): Member[] {
	const members: Member[] = [];
	const visit = (node: Tally, above: readonly Member[]): Member => {
		const up: Member[] = [...above];
		const member: Member = { node, counts: [node.people, ...node.parts], up, leaves: [] };
		up.push(member);
		members.push(member);
		member.leaves = node.children.flatMap((child) => visit(child, up).leaves);
		if (node.children.length === 0) member.leaves = [member];
		return member;
	};
	visit(root, []);
	return members;
}

function figure(rows: ReadonlyMap<string, ShownRow>, node: Tally, column: number): Shown {
	const row = rows.get(node.id);
	return (column === 0 ? row?.people : row?.parts[column - 1]) ?? { kind: 'hidden' };
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
