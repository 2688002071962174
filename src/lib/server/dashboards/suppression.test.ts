import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from './suppression.ts';
import type { Shown, ShownRow, Tally } from './tally.ts';

/** What is counted: started, finished module 1, finished module 2, finished both. */
const PROFILES = [
	[0, 0, 0, 0],
	[1, 0, 0, 0],
	[1, 1, 0, 0],
	[1, 0, 1, 0],
	[1, 1, 1, 1]
] as const;

function leaf(id: string, ...profileCounts: number[]): Tally {
	const counts = PROFILES.map((_, index) => profileCounts[index] ?? 0);
	const parts = [0, 1, 2, 3].map((part) =>
		counts.reduce((sum, count, index) => sum + count * (PROFILES[index]?.[part] ?? 0), 0)
	);
	return { id, people: counts.reduce((sum, count) => sum + count, 0), parts, children: [] };
}

function node(id: string, ...children: Tally[]): Tally {
	return { id, ...totalOf(children), children };
}

function totalOf(nodes: readonly Pick<Tally, 'people' | 'parts'>[]) {
	return {
		people: nodes.reduce((sum, { people }) => sum + people, 0),
		parts: [0, 1, 2, 3].map((part) => nodes.reduce((sum, { parts }) => sum + (parts[part] ?? 0), 0))
	};
}

function nodes(tree: Tally): Tally[] {
	return [tree, ...tree.children.flatMap(nodes)];
}

const COLUMNS = [0, 1, 2, 3, 4];

/** The sum of some cells, each with its sign, is at most so much. */
type AtMost = { terms: readonly { cell: number; sign: 1 | -1 }[]; limit: number };
type Range = { low: number; high: number };

/**
 * Somebody who has the published figures, knows how they come about, and works out what they leave
 * possible: bounds are drawn in until nothing moves, then values are tried, the nearest to the truth
 * first.
 */
class Attacker {
	readonly members: readonly Tally[];
	readonly shown: ReadonlyMap<string, ShownRow>;
	readonly truth: readonly number[];
	readonly ranges: Range[];
	readonly rules: AtMost[] = [];
	readonly rulesOf: number[][];
	/** People of the leaves first, then what they started, and so on: all else follows. */
	readonly order: number[];

	constructor(tree: Tally, shown: ReadonlyMap<string, ShownRow>, knowsTheOrder: boolean) {
		this.members = nodes(tree);
		this.shown = shown;
		this.truth = this.members.flatMap(({ people, parts }) => [people, ...parts]);
		this.ranges = this.truth.map((value) => ({ low: 0, high: value + 8 }));
		for (const member of this.members) this.learn(member, knowsTheOrder);
		const rank = (cell: number) =>
			(cell % COLUMNS.length) + (this.memberAt(cell).children.length === 0 ? 0 : COLUMNS.length);
		this.order = [...this.truth.keys()].sort((a, b) => rank(a) - rank(b));
		this.rulesOf = this.truth.map((_, cell) =>
			this.rules.flatMap(({ terms }, rule) =>
				terms.some((term) => term.cell === cell) ? [rule] : []
			)
		);
	}

	/** The cells, as "id/column", of which the figures leave only one value. */
	known(): string[] {
		const secret = new Set(
			this.truth.keys().filter((cell) => this.figureAt(cell).kind !== 'exact')
		);
		for (const cell of [...secret]) {
			if (!secret.has(cell)) continue;
			const world = this.worldWithout(cell);
			for (const other of [...secret]) {
				if (world !== null && world[other] !== this.truth[other]) secret.delete(other);
			}
		}
		return [...secret].map((cell) => `${this.memberAt(cell).id}/${cell % COLUMNS.length}`).sort();
	}

	/** A world that shows the same figures, in which the cell is not what it is; null when none is found. */
	worldWithout(cell: number): number[] | null {
		const value = this.truth[cell] ?? 0;
		const range = this.ranges[cell] ?? { low: 0, high: 0 };
		const more = this.ranges.with(cell, { ...range, low: value + 1 });
		const less = this.ranges.with(cell, { ...range, high: value - 1 });
		return this.solve(more, cell, { tries: 3000 }) ?? this.solve(less, cell, { tries: 3000 });
	}

	solve(given: readonly Range[], touched: number, left: { tries: number }): number[] | null {
		left.tries -= 1;
		const ranges = this.drawnIn(given, touched);
		if (ranges === null || left.tries < 0) return null;
		const open = this.order.find((at) => (ranges[at]?.high ?? 0) > (ranges[at]?.low ?? 0));
		if (open === undefined) return ranges.map(({ low }) => low);
		const range = ranges[open] ?? { low: 0, high: 0 };
		const truth = this.truth[open] ?? 0;
		const values = Array.from({ length: range.high - range.low + 1 }, (_, at) => range.low + at)
			.sort((a, b) => Math.abs(a - truth) - Math.abs(b - truth))
			.slice(0, 4);
		for (const value of values) {
			const world = this.solve(ranges.with(open, { low: value, high: value }), open, left);
			if (world !== null) return world;
		}
		return null;
	}

	drawnIn(given: readonly Range[], touched: number): Range[] | null {
		const ranges = [...given];
		const waiting = new Set(touched === -1 ? this.rules.keys() : this.rulesOf[touched]);
		for (const index of waiting) {
			waiting.delete(index);
			const rule = this.rules[index];
			for (const cell of rule ? tightened(rule, ranges) : []) {
				const { low, high } = ranges[cell] ?? { low: 1, high: 0 };
				if (low > high) return null;
				for (const other of this.rulesOf[cell] ?? []) waiting.add(other);
			}
		}
		return ranges;
	}

	learn(member: Tally, knowsTheOrder: boolean): void {
		const base = this.members.indexOf(member) * COLUMNS.length;
		const isBesideFigures = this.members.some(
			({ id, children }) => children.includes(member) && this.shown.get(id)?.people.kind === 'exact'
		);
		for (const column of COLUMNS) {
			const cell = base + column;
			const figure = this.figureAt(cell);
			const high = (this.truth[cell] ?? 0) + 8;
			if (figure.kind === 'exact') this.ranges[cell] = { low: figure.value, high: figure.value };
			if (figure.kind === 'few') this.ranges[cell] = { low: 0, high: 4 };
			if (figure.kind === 'most') this.atMost([base], [cell], 4);
			// Beside figures, nobody is shown as nobody: who is hidden is somebody.
			if (figure.kind === 'hidden' && column === 0) {
				this.ranges[cell] = { low: isBesideFigures ? 1 : 0, high };
			}
			const below = member.children.map(
				(child) => this.members.indexOf(child) * COLUMNS.length + column
			);
			if (below.length > 0) {
				this.atMost([cell], below, 0);
				this.atMost(below, [cell], 0);
			}
		}
		const [people, started, first, second, both] = COLUMNS.map((column) => base + column);
		if (people === undefined || started === undefined || first === undefined) return;
		if (second === undefined || both === undefined) return;
		this.atMost([started], [people], 0);
		this.atMost([first], [started], 0);
		this.atMost([second], [started], 0);
		this.atMost([both], [first], 0);
		this.atMost([both], [second], 0);
		this.atMost([first, second], [started, both], 0);
		if (!knowsTheOrder) return;
		this.atMost([second], [first], 0);
		this.atMost([second], [both], 0);
	}

	atMost(cells: readonly number[], less: readonly number[], limit: number): void {
		const terms = [
			...cells.map((cell) => ({ cell, sign: 1 as const })),
			...less.map((cell) => ({ cell, sign: -1 as const }))
		];
		this.rules.push({ terms, limit });
	}

	memberAt(cell: number): Tally {
		const member = this.members[Math.floor(cell / COLUMNS.length)];
		if (member === undefined) throw new Error(`There is no cell ${cell}.`);
		return member;
	}

	figureAt(cell: number): Shown {
		const row = this.shown.get(this.memberAt(cell).id);
		const column = cell % COLUMNS.length;
		const figure = column === 0 ? row?.people : row?.parts[column - 1];
		if (figure === undefined) throw new Error(`There is no figure for cell ${cell}.`);
		return figure;
	}
}

/** Draws in the ranges by one rule; answers the cells whose range moved. */
function tightened({ terms, limit }: AtMost, ranges: Range[]): number[] {
	const least = (sign: 1 | -1, { low, high }: Range) => (sign === 1 ? low : -high);
	const none = { low: 0, high: 0 };
	const sum = terms.reduce((all, { cell, sign }) => all + least(sign, ranges[cell] ?? none), 0);
	return terms.flatMap(({ cell, sign }) => {
		const range = ranges[cell] ?? none;
		const room = limit - (sum - least(sign, range));
		const drawn =
			sign === 1
				? { low: range.low, high: Math.min(range.high, room) }
				: { low: Math.max(range.low, -room), high: range.high };
		if (drawn.low === range.low && drawn.high === range.high) return [];
		ranges[cell] = drawn;
		return [cell];
	});
}

const count = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(0) },
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 5, max: 25 }) }
);
const inOrder = fc
	.tuple(count, count, count, count)
	.map(([none, begun, first, both]) => [none, begun, first, 0, both]);
const anyOrder = fc.array(count, { minLength: 5, maxLength: 5 });

function trees(profile: fc.Arbitrary<number[]>): fc.Arbitrary<Tally> {
	const group = fc.array(profile, { minLength: 1, maxLength: 4 });
	return fc
		.array(fc.oneof(profile, group), { minLength: 1, maxLength: 4 })
		.map((children) =>
			node(
				'root',
				...children.map((child, at) =>
					isGroup(child)
						? node(`${at}`, ...child.map((one, below) => leaf(`${at}.${below}`, ...one)))
						: leaf(`${at}`, ...child)
				)
			)
		);
}

function isGroup(child: number[] | number[][]): child is number[][] {
	return Array.isArray(child[0]);
}

function kinds(tree: Tally, id: string): string[] {
	const row = suppress(tree).get(id);
	return row
		? [row.people, ...row.parts].map((s) => (s.kind === 'exact' ? `${s.value}` : s.kind))
		: [];
}

describe('what is shown of a network', () => {
	it.each([
		['a series that is worked through in order', inOrder, true],
		['a series in any order', anyOrder, false]
	])(
		'leaves at least two values for every hidden count in %s',
		(_, profile, knowsTheOrder) => {
			fc.assert(
				fc.property(trees(profile), (tree) => {
					expect(new Attacker(tree, suppress(tree), knowsTheOrder).known()).toEqual([]);
				}),
				{ numRuns: Number(process.env['SUPPRESSION_RUNS'] ?? 250), seed: 20261122 }
			);
		},
		120_000
	);

	it('shows no count of people from 1 to 4, and no part that is under 5 or leaves out under 5', () => {
		fc.assert(
			fc.property(trees(anyOrder), (tree) => {
				const shown = suppress(tree);
				for (const { id, people } of nodes(tree)) {
					const row = shown.get(id);
					const all = row ? [row.people, ...row.parts] : [];
					for (const [column, figure] of all.entries()) {
						if (figure.kind !== 'exact' || people === 0) continue;
						expect(figure.value).toBeGreaterThanOrEqual(5);
						if (column > 0) expect(people - figure.value).toBeGreaterThanOrEqual(5);
					}
				}
			}),
			{ seed: 20261122 }
		);
	});

	it('shows a network of large and even groups as it is', () => {
		const tree = node('county', leaf('north', 7, 8, 6, 0, 9), leaf('south', 6, 6, 7, 0, 6));
		expect(kinds(tree, 'county')).toEqual(['55', '42', '28', '15', '15']);
		expect(kinds(tree, 'north')).toEqual(['30', '23', '15', '9', '9']);
	});

	it('hides a second school where one alone could be had by subtraction', () => {
		const tree = node('district', leaf('small', 3), leaf('middle', 6), leaf('large', 9, 9));
		expect(kinds(tree, 'district')[0]).toBe('27');
		expect(kinds(tree, 'small')[0]).toBe('hidden');
		expect(kinds(tree, 'middle')[0]).toBe('hidden');
		expect(kinds(tree, 'large')[0]).toBe('18');
	});

	it('does not say that everybody or nobody finished', () => {
		expect(kinds(leaf('all', 0, 0, 0, 0, 12), 'all')).toEqual([
			'12',
			'most',
			'most',
			'most',
			'most'
		]);
		expect(kinds(leaf('none', 12), 'none')).toEqual(['12', 'few', 'few', 'few', 'few']);
	});

	it('hides how many started where all but a few of them finished', () => {
		expect(kinds(leaf('school', 10, 2, 0, 0, 10), 'school')).toEqual([
			'22',
			'hidden',
			'10',
			'10',
			'10'
		]);
	});

	it('says nothing at all of a network of four people, not even where nobody is', () => {
		const tree = node('district', leaf('one', 4), leaf('other', 0));
		expect([...suppress(tree).values()].flatMap(({ people }) => people.kind)).toEqual([
			'hidden',
			'hidden',
			'hidden'
		]);
	});
});
