import type { Outcome } from '../../blocks.ts';
import type { Organisation } from '../network/index.ts';
import type { OutcomeScores } from '../teamwork/index.ts';
import { suppress } from './suppression.ts';
import type { Tally } from './tally.ts';

const OUTCOMES = ['knowledge', 'practices', 'mindsets', 'systems'] as const;

/** In hundredths of the way from the lowest to the highest level. */
export type BeforeAfter = { first: number; latest: number };

export type OutcomeRow = {
	id: string;
	name: string;
	level: number;
	/** By outcome; null where nobody has come back to it yet, or where it would tell about too few. */
	outcomes: Record<Outcome, BeforeAfter | null>;
};

/** Finer figures would let one newcomer’s levels be worked out from two visits. */
const GRAIN = 5;

/** The sums at one node of the tree. What stands at an organisation itself is a leaf beside those below it. */
type Node = {
	organisation: Organisation;
	tally: Tally;
	owners: number;
	first: number;
	latest: number;
};

/**
 * What may be shown of an organisation and of each below it.
 * @param people who stands behind each enrolment: one person in two cohorts is one.
 */
export function outcomeRows(
	root: Organisation,
	organisations: readonly Organisation[],
	scores: readonly OutcomeScores[],
	people: ReadonlyMap<string, string>
): OutcomeRow[] {
	const childrenOf = Map.groupBy(organisations, ({ parentId }) => parentId);
	const shown = new Map(
		OUTCOMES.map((outcome) => {
			const ofOutcome = scores.filter((score) => score.outcome === outcome);
			return [outcome, shownFor(root, childrenOf, ofOutcome, people)];
		})
	);
	const walk = (organisation: Organisation, level: number): OutcomeRow[] => {
		const at = (outcome: Outcome) => shown.get(outcome)?.get(organisation.id) ?? null;
		const row = {
			id: organisation.id,
			name: organisation.name,
			level,
			outcomes: {
				knowledge: at('knowledge'),
				practices: at('practices'),
				mindsets: at('mindsets'),
				systems: at('systems')
			}
		};
		const below = childrenOf.get(organisation.id) ?? [];
		return [row, ...below.flatMap((child) => walk(child, level + 1))];
	};
	return walk(root, 1);
}

/**
 * A mean is shown where the number of people behind it would be: from five on, and only when no difference
 * of shown ones leaves fewer.
 */
function shownFor(
	root: Organisation,
	childrenOf: ReadonlyMap<string | null, Organisation[]>,
	scores: readonly OutcomeScores[],
	people: ReadonlyMap<string, string>
): Map<string, BeforeAfter> {
	const counted = new Set<string>();
	const nodes = new Map<string, Node>();
	const nodeOf = (organisation: Organisation): Node => {
		const { id } = organisation;
		const own = scores.find(({ organisationId }) => organisationId === id);
		// Each person counts once in the tree: twice would make a group look larger than it is.
		const persons = new Set(own?.enrolmentIds.map((each) => people.get(each) ?? each) ?? []);
		const fresh = [...persons].filter((person) => !counted.has(person));
		for (const person of fresh) counted.add(person);
		const leaf = { id: `${id}:own`, people: fresh.length, parts: [], children: [] };
		const below = (childrenOf.get(id) ?? []).map(nodeOf);
		const children = [...below.map(({ tally }) => tally), ...(own ? [leaf] : [])];
		const node: Node = {
			organisation,
			tally:
				below.length === 0
					? { ...leaf, id }
					: { id, people: sum(children.map((child) => child.people)), parts: [], children },
			owners: (own?.owners ?? 0) + sum(below.map(({ owners }) => owners)),
			first: (own?.first ?? 0) + sum(below.map(({ first }) => first)),
			latest: (own?.latest ?? 0) + sum(below.map(({ latest }) => latest))
		};
		nodes.set(id, node);
		return node;
	};
	const rows = suppress(nodeOf(root).tally);
	const means = [...nodes.values()].flatMap(({ tally, owners, first, latest }) => {
		const isShown = tally.people > 0 && rows.get(tally.id)?.people.kind === 'exact';
		if (!isShown || owners === 0) return [];
		const mean = { first: grained(first / owners), latest: grained(latest / owners) };
		return [[tally.id, mean] as const];
	});
	return new Map(means);
}

function grained(share: number): number {
	return Math.round((share * 100) / GRAIN) * GRAIN;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
