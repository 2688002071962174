import {
	changeOf,
	itemsOf,
	meanLevel,
	type AssessmentWork,
	type ClosedRound,
	type OpenRound
} from '../../assessment.ts';
import type { Outcome } from '../../blocks.ts';
import { noCell } from '../../sheet.ts';
import { findBlock, listSeries, type AssessmentBlock, type Module } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Place } from '../progress/index.ts';
import { findPlanBeside, ownerOf, roundsOf } from './assessment.ts';
import { findRevision, findSheet, listSheets, teamOwner, type Sheet } from './sheet.ts';
import { getTeam, getTeamKey } from './team.ts';

/** The rounds of the viewer's team, or the viewer's own. */
export async function readAssessmentWork(
	{ enrolment, module }: Pick<Place, 'enrolment'> & { module: Module },
	block: AssessmentBlock
): Promise<AssessmentWork> {
	const team = await getTeam(enrolment.enrolmentId);
	const owner = ownerOf(block, team, enrolment.enrolmentId);
	const sheets = await listSheets({ blockId: roundsOf(block), owner: owner.key });
	const closed = sheets.filter(({ closedAt }) => closedAt !== null);
	const open = sheets.find(({ closedAt }) => closedAt === null);
	return {
		revision: sheets.reduce((total, { revision }) => total + revision + 1, 0),
		team: block.by === 'team' ? team.name : null,
		members:
			block.by === 'team'
				? team.members.map(({ enrolmentId, name }) => {
						return { id: enrolmentId, name, isMe: enrolmentId === enrolment.enrolmentId };
					})
				: [],
		// Nobody has begun: the first round is opened by the first level that is chosen.
		open: open || closed.length === 0 ? openRound(block, open ?? null) : null,
		closed: closed.map(closedRound),
		mayJoin:
			closed.at(-1)?.closedIn === block.id &&
			closed.at(-1)?.parts.includes(enrolment.enrolmentId) === false,
		plan: await planBeside(enrolment, module)
	};
}

/** As `AssessmentWork.revision`, without reading the rounds. */
export async function readAssessmentRevision(
	{ enrolment }: Pick<Place, 'enrolment'>,
	block: AssessmentBlock
): Promise<number> {
	const team = await getTeamKey(enrolment.enrolmentId);
	return findRevision(roundsOf(block), ownerOf(block, team, enrolment.enrolmentId));
}

async function planBeside(
	{ enrolmentId }: Place['enrolment'],
	module: Module
): Promise<AssessmentWork['plan']> {
	const beside = findPlanBeside(module);
	const plan = findBlock(beside?.planId ?? '')?.block;
	if (beside === null || plan?.kind !== 'plan') return null;
	const team = await getTeam(enrolmentId);
	const sheet = await findSheet(plan.id, teamOwner(team));
	const column = plan.columns.find(({ kind }) => kind === 'text')?.id ?? '';
	const rows = sheet?.rows.filter(({ removedAt }) => removedAt === null) ?? [];
	return {
		title: plan.title,
		href: `/learn/${module.seriesSlug}/${module.slug}/${beside.path.slug}/plan/${plan.id}`,
		texts: rows.flatMap(({ cells }) => cells.get(column)?.text ?? [])
	};
}

function openRound(block: AssessmentBlock, sheet: Sheet | null): OpenRound {
	const rows = new Map(sheet?.rows.map((row) => [row.key, row.cells]));
	const markOf = (item: string, column: string) => {
		const cell = rows.get(item)?.get(column);
		if (cell === undefined) return noCell;
		const { text, revision, by, at } = cell;
		return { text, revision, by, at };
	};
	return {
		number: sheet?.number ?? 1,
		cells: Object.fromEntries(
			itemsOf(block.areas).map(({ id }) => {
				return [id, { level: markOf(id, 'level'), note: markOf(id, 'note') }];
			})
		)
	};
}

function closedRound({ number, closedAt, rows, parts }: Sheet): ClosedRound {
	const textsOf = (column: string) =>
		rows.flatMap(({ key, cells }) => {
			const text = cells.get(column)?.text ?? '';
			return text.trim() === '' ? [] : [[key, text] as const];
		});
	return {
		number,
		closedAt: closedAt?.toISOString() ?? '',
		levels: Object.fromEntries(textsOf('level').map(([key, text]) => [key, Number(text)])),
		notes: Object.fromEntries(textsOf('note')),
		people: parts.length
	};
}

/** Where a team stands, for its facilitators: of each area the first and the latest closed round. */
export type AssessedTeam = {
	team: string;
	rounds: number;
	/** The number of a round that is being scored now. */
	open: number | null;
	latestAt: string | null;
	areas: { id: string; first: number | null; latest: number | null; change: number | null }[];
};

/** By team; or, where each scores alone, the means of all who have closed a round, from five people on. */
export type AssessmentView =
	| { by: 'team'; teams: AssessedTeam[] }
	| { by: 'person'; people: number; areas: AssessedTeam['areas'] | null };

const ENOUGH_PEOPLE = 5;

export async function readAssessmentView(
	cohortId: string,
	block: AssessmentBlock
): Promise<AssessmentView> {
	const sheets = await listSheets({ blockId: roundsOf(block), cohortId });
	const owners = Map.groupBy(sheets, ({ owner }) => owner);
	const roundsByOwner = [...owners.values()].map((rounds) => ({
		rounds,
		closed: rounds.filter(({ closedAt }) => closedAt !== null).map(closedRound)
	}));
	if (block.by === 'person')
		return viewOfPeople(
			block,
			roundsByOwner.map(({ closed }) => closed)
		);
	const names = await namesOf(sheets);
	const teams = roundsByOwner.map(({ rounds, closed }): AssessedTeam => {
		const [first, latest] = [closed[0], closed.at(-1)];
		return {
			team: names.get(rounds[0]?.organisationId ?? '') ?? '',
			rounds: closed.length,
			open: rounds.find(({ closedAt }) => closedAt === null)?.number ?? null,
			latestAt: latest?.closedAt ?? null,
			areas: block.areas.map(({ id, items }) => ({
				id,
				first: first ? meanLevel(items, first.levels) : null,
				latest: latest ? meanLevel(items, latest.levels) : null,
				change:
					first && latest && first !== latest ? changeOf(items, first.levels, latest.levels) : null
			}))
		};
	});
	return { by: 'team', teams: teams.toSorted((one, other) => one.team.localeCompare(other.team)) };
}

/**
 * The means of people who scored alone. They grow by five people at a time, and a later round of one of them
 * shows with the next five: nobody who looks twice can tell what one person changed.
 */
function viewOfPeople(block: AssessmentBlock, everybody: ClosedRound[][]): AssessmentView {
	const done = everybody.filter((rounds) => rounds.length > 0);
	const first = inFives(done, 0);
	const again = inFives(done, 1);
	const areas = block.areas.map(({ id, items }) => ({
		id,
		first: meanOf(first.map(([round]) => meanLevel(items, round?.levels ?? {}))),
		latest: meanOf(again.map((rounds) => meanLevel(items, rounds.at(-1)?.levels ?? {}))),
		change: meanOf(
			again.map((rounds) => changeOf(items, rounds[0]?.levels ?? {}, rounds.at(-1)?.levels ?? {}))
		)
	}));
	return { by: 'person', people: done.length, areas: first.length === 0 ? null : areas };
}

/** Those who have closed that many rounds, in whole fives, each as they stood when the last of them did. */
function inFives(everybody: readonly ClosedRound[][], index: number): ClosedRound[][] {
	const closedAt = (rounds: readonly ClosedRound[]) => rounds[index]?.closedAt ?? '';
	const inOrder = everybody
		.filter((rounds) => rounds.length > index)
		.toSorted((one, other) => closedAt(one).localeCompare(closedAt(other)));
	const whole = inOrder.slice(0, Math.floor(inOrder.length / ENOUGH_PEOPLE) * ENOUGH_PEOPLE);
	const until = closedAt(whole.at(-1) ?? []);
	return whole.map((rounds) => rounds.filter((round) => round.closedAt <= until));
}

function meanOf(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

async function namesOf(sheets: readonly Sheet[]): Promise<Map<string, string>> {
	const found = await prisma().organisation.findMany({
		where: { id: { in: [...new Set(sheets.map(({ organisationId }) => organisationId))] } },
		select: { id: true, name: true }
	});
	return new Map(found.map(({ id, name }) => [id, name]));
}

/**
 * Before and after, by organisation and outcome: the first and the latest closed round of each team or
 * person who has closed two or more. Levels run from 0 to 1, whatever the scale; `first` and `latest` are
 * sums over the owners, so that organisations can be added up. Nothing here is hidden yet: who shows it
 * hides what comes from few people.
 */
export type OutcomeScores = {
	organisationId: string;
	outcome: Outcome;
	/** Teams, and people who scored alone. */
	owners: number;
	/** Everybody behind them. */
	enrolmentIds: string[];
	first: number;
	latest: number;
};

export async function listOutcomeScores(
	organisationIds: readonly string[]
): Promise<OutcomeScores[]> {
	const blocks = new Map(
		listSeries().flatMap(({ modules }) =>
			modules.flatMap(({ steps }) =>
				steps.flatMap((step) =>
					step.blocks.flatMap((block) =>
						block.kind === 'assessment' && block.again === null ? [[block.id, block] as const] : []
					)
				)
			)
		)
	);
	const sheets = await listSheets({
		blockId: { in: [...blocks.keys()] },
		organisationId: { in: [...organisationIds] },
		closedAt: { not: null }
	});
	const scores = new Map<string, OutcomeScores>();
	for (const rounds of Map.groupBy(
		sheets,
		({ blockId, owner }) => `${blockId} ${owner}`
	).values()) {
		const [first, latest] = [rounds[0], rounds.at(-1)];
		const block = blocks.get(first?.blockId ?? '');
		if (!first || !latest || first === latest || block === undefined) continue;
		const before = closedRound(first).levels;
		const after = closedRound(latest).levels;
		const { organisationId } = first;
		for (const outcome of ['knowledge', 'practices', 'mindsets', 'systems'] as const) {
			const items = itemsOf(block.areas).filter(
				(item) =>
					item.outcome === outcome && before[item.id] !== undefined && after[item.id] !== undefined
			);
			const share = (levels: Record<string, number>) =>
				((meanLevel(items, levels) ?? 1) - 1) / (block.scale.length - 1);
			if (items.length === 0) continue;
			const key = `${organisationId} ${outcome}`;
			const none = { organisationId, outcome, owners: 0, enrolmentIds: [], first: 0, latest: 0 };
			const sum = scores.get(key) ?? none;
			scores.set(key, {
				...sum,
				owners: sum.owners + 1,
				enrolmentIds: [...new Set([...sum.enrolmentIds, ...rounds.flatMap(({ parts }) => parts)])],
				first: sum.first + share(before),
				latest: sum.latest + share(after)
			});
		}
	}
	return [...scores.values()];
}
