import { readContinuum, type ContinuumView } from '../answers/index.ts';
import { getCohort } from '../cohorts/index.ts';
import { findBlock, getSeries, toPlayer, type Block, type BlockPath } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import {
	readAssessmentView,
	readPlanView,
	readQuestionsView,
	readRubricView,
	type AssessmentView,
	type PlanView,
	type QuestionsView,
	type RubricView
} from '../teamwork/index.ts';
import type { PlayerBlock } from '../../blocks.ts';
import type { Viewer } from '../viewer.ts';

/**
 * What facilitators see of the work on a block, by the block's kind. A new kind has a line here, a reader
 * below, and its view beside the page (routes/(facilitate)/…/work/[block]/views.ts).
 */
export interface BlockViews {
	rubric: RubricView;
	questions: QuestionsView;
	assessment: AssessmentView;
	plan: PlanView;
	continuum: ContinuumView;
}

export type ViewedKind = keyof BlockViews;

type Readers = {
	[Kind in ViewedKind]: (
		cohortId: string,
		block: Extract<Block, { kind: Kind }>
	) => Promise<BlockViews[Kind]>;
};

const readers: Readers = {
	rubric: readRubricView,
	questions: readQuestionsView,
	assessment: readAssessmentView,
	plan: readPlanView,
	continuum: readContinuum
};

/** A block with what stands on it; `kind` tells which. */
export type ViewedBlock = {
	[Kind in ViewedKind]: {
		kind: Kind;
		block: Extract<PlayerBlock, { kind: Kind }>;
		view: BlockViews[Kind];
	};
}[ViewedKind];

export type BlockWorkPage = {
	cohort: { id: string; name: string };
	place: BlockPlace;
	viewed: ViewedBlock;
};

export type BlockPlace = {
	blockId: string;
	kind: ViewedKind;
	title: string;
	moduleTitle: string;
	stepTitle: string;
	/** The step as participants see it. */
	href: string;
};

export type WorkListPage = {
	cohort: { id: string; name: string };
	people: number;
	blocks: (BlockPlace & { done: number })[];
};

/** The blocks of the cohort's series that people work on together, each with how many have done it. */
export async function readWorkList(viewer: Viewer, cohortId: string): Promise<WorkListPage> {
	const { id, name, seriesId } = await getCohort(viewer, cohortId);
	const series = getSeries(seriesId);
	const places = series.modules.flatMap((module) =>
		module.steps.flatMap((step) =>
			step.blocks.flatMap((block) => placeOf({ series, module, step, block }) ?? [])
		)
	);
	const [row] = await statement<{ people: number; done: Record<string, number> }>(
		'work-list',
		`with participant as (
			select id from enrolment where cohort_id = $1 and role = 'participant'
		), done as (
			select block_id, count(*)::int as people
			from block_completion join participant on participant.id = enrolment_id
			where block_id = any($2::text[])
			group by block_id
		)
		select (select count(*)::int from participant) as people,
			coalesce((select json_object_agg(block_id, people) from done), '{}') as done`,
		[id, places.map(({ blockId }) => blockId)]
	);
	return {
		cohort: { id, name },
		people: row?.people ?? 0,
		blocks: places.map((place) => ({ ...place, done: row?.done[place.blockId] ?? 0 }))
	};
}

/** The work of the viewer's cohort on one block. @throws NotFound. */
export async function readBlockWork(
	viewer: Viewer,
	cohortId: string,
	blockId: string
): Promise<BlockWorkPage> {
	const { id, name, seriesId } = await getCohort(viewer, cohortId);
	const found = findBlock(blockId);
	const place = found && placeOf(found);
	if (found === null || place === null || found.series.id !== seriesId) throw new NotFound();
	// The table says which block each reader takes, and TypeScript cannot follow it by a name.
	const read = readers[place.kind] as (
		cohortId: string,
		block: Block
	) => Promise<BlockViews[ViewedKind]>;
	const viewed = {
		kind: place.kind,
		block: toPlayer(found.block),
		view: await read(id, found.block)
	} as ViewedBlock;
	return { cohort: { id, name }, place, viewed };
}

function isViewed(kind: string): kind is ViewedKind {
	return Object.hasOwn(readers, kind);
}

function placeOf({ module, step, block }: BlockPath): BlockPlace | null {
	if (!isViewed(block.kind)) return null;
	return {
		blockId: block.id,
		kind: block.kind,
		title: 'title' in block ? block.title : step.title,
		moduleTitle: module.title,
		stepTitle: step.title,
		href: `/learn/${module.seriesSlug}/${module.slug}/${step.slug}#${block.id}`
	};
}
