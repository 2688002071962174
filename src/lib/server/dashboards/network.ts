import { getSeries } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import {
	listOrganisationsBelow,
	type Organisation,
	type OrganisationKind
} from '../network/index.ts';
import type { Viewer } from '../viewer.ts';
import { suppress } from './suppression.ts';
import type { Shown, Tally } from './tally.ts';

/** One organisation's figures. `level` counts from 1 at the viewer's own organisations. */
export type NetworkRow = {
	id: string;
	name: string;
	kind: OrganisationKind;
	level: number;
	/** The people placed at the organisation itself, where others are below it. */
	isOwn: boolean;
	participants: Shown;
	started: Shown;
	/** By module, in the order of the series. */
	finished: readonly Shown[];
	finishedSeries: Shown;
};

export type NetworkView = {
	series: readonly { slug: string; title: string }[];
	/** The series of the figures; null when nobody below the viewer takes part in any. */
	shown: { slug: string; title: string; modules: readonly string[] } | null;
	rows: readonly NetworkRow[];
};

/** How many people of one organisation stand alike in a series. */
type Standing = { organisationId: string; started: boolean; modules: string[]; people: number };

/**
 * Each person counts once, where they joined last, with all that they finished in any of their cohorts.
 * What they wrote is not asked for here, nor who they are.
 */
const STANDINGS = `
	with place as (
		select distinct on (enrolment.person_id) enrolment.person_id, enrolment.organisation_id
		from enrolment join cohort on cohort.id = enrolment.cohort_id
		where cohort.series_id = $2 and enrolment.role = 'participant'
		order by enrolment.person_id, enrolment.created_at desc, enrolment.id
	), standing as (
		select
			place.organisation_id,
			bool_or(exists(select from block_completion where enrolment_id = enrolment.id)
				or exists(select from watch where enrolment_id = enrolment.id)
				or exists(select from module_completion where enrolment_id = enrolment.id)) as started,
			array(
				select distinct module_id from module_completion
				where enrolment_id = any(array_agg(enrolment.id)) order by module_id
			) as modules
		from place
		join enrolment on enrolment.person_id = place.person_id and enrolment.role = 'participant'
		join cohort on cohort.id = enrolment.cohort_id and cohort.series_id = $2
		where place.organisation_id = any($1::uuid[])
		group by place.person_id, place.organisation_id
	)
	select organisation_id as "organisationId", started, modules, count(*)::int as people
	from standing group by 1, 2, 3`;

const SERIES = `
	select cohort.series_id as "seriesId"
	from enrolment join cohort on cohort.id = enrolment.cohort_id
	where enrolment.organisation_id = any($1::uuid[]) and enrolment.role = 'participant'
	group by 1
	order by count(*) desc, 1`;

/** Completion in one series by organisation, for the viewer's organisations and all below them. */
export async function readNetwork(viewer: Viewer, seriesSlug: string | null): Promise<NetworkView> {
	const organisations = await listOrganisationsBelow(
		viewer.organisations.map(({ organisationId }) => organisationId)
	);
	const ids = organisations.map(({ id }) => id);
	const found = await statement<{ seriesId: string }>('network-series', SERIES, [ids]);
	const bySize = found.map(({ seriesId }) => getSeries(seriesId));
	const series = bySize.toSorted((a, b) => a.title.localeCompare(b.title));
	const shown = series.find(({ slug }) => slug === seriesSlug) ?? bySize[0];
	const choices = series.map(({ slug, title }) => ({ slug, title }));
	if (shown === undefined) return { series: choices, shown: null, rows: [] };

	const standings = await statement<Standing>('network-standings', STANDINGS, [ids, shown.id]);
	const moduleIds = shown.modules.map(({ id }) => id);
	const roots = organisations.filter(
		({ parentId }) => parentId === null || !ids.includes(parentId)
	);
	return {
		series: choices,
		shown: {
			slug: shown.slug,
			title: shown.title,
			modules: shown.modules.map(({ title }) => title)
		},
		rows: roots.flatMap((root) => rowsOf(root, organisations, standings, moduleIds))
	};
}

function rowsOf(
	root: Organisation,
	organisations: readonly Organisation[],
	standings: readonly Standing[],
	moduleIds: readonly string[]
): NetworkRow[] {
	const childrenOf = Map.groupBy(organisations, ({ parentId }) => parentId);
	const standingsOf = Map.groupBy(standings, ({ organisationId }) => organisationId);

	const tallyOf = ({ id }: Organisation): Tally => {
		const own = tally(ownId(id), standingsOf.get(id) ?? [], moduleIds);
		const below = (childrenOf.get(id) ?? []).map(tallyOf);
		if (below.length === 0) return { ...own, id };
		return sumOf(id, own.people > 0 ? [...below, own] : below);
	};

	const shown = suppress(tallyOf(root));
	const walk = (organisation: Organisation, level: number): NetworkRow[] => {
		const children = childrenOf.get(organisation.id) ?? [];
		const own = children.length > 0 ? row(organisation, level + 1, true) : [];
		return [
			...row(organisation, level, false),
			...own,
			...children.flatMap((child) => walk(child, level + 1))
		];
	};
	const row = ({ id, name, kind }: Organisation, level: number, isOwn: boolean): NetworkRow[] => {
		const figures = shown.get(isOwn ? ownId(id) : id);
		const [started, ...parts] = figures?.parts ?? [];
		const finishedSeries = parts.at(-1);
		if (figures === undefined || started === undefined || finishedSeries === undefined) return [];
		const finished = parts.slice(0, -1);
		const { people: participants } = figures;
		return [{ id, name, kind, level, isOwn, participants, started, finished, finishedSeries }];
	};
	return walk(root, 1);
}

/** The people placed at an organisation itself are a leaf beside the organisations below it. */
function ownId(organisationId: string): string {
	return `${organisationId}:own`;
}

function tally(id: string, standings: readonly Standing[], moduleIds: readonly string[]): Tally {
	const count = (isCounted: (standing: Standing) => boolean) =>
		standings.filter(isCounted).reduce((sum, { people }) => sum + people, 0);
	return {
		id,
		people: count(() => true),
		parts: [
			count(({ started }) => started),
			...moduleIds.map((moduleId) => count(({ modules }) => modules.includes(moduleId))),
			count(({ modules }) => moduleIds.every((moduleId) => modules.includes(moduleId)))
		],
		children: []
	};
}

function sumOf(id: string, children: readonly Tally[]): Tally {
	const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
	const width = children[0]?.parts.length ?? 0;
	return {
		id,
		people: add(children.map(({ people }) => people)),
		parts: Array.from({ length: width }, (_, part) =>
			add(children.map(({ parts }) => parts[part] ?? 0))
		),
		children
	};
}
