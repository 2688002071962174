import type { PlayerPlan } from '../../blocks.ts';
import type { PlanWork } from '../../plan.ts';
import { findBlock, findStep, type PlanBlock } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { openPlace, type Place } from '../progress/index.ts';
import {
	listPlanHistory,
	readPlanWork,
	writePlan,
	type PlanChange,
	type PlanFile
} from '../teamwork/index.ts';
import type { Viewer } from '../viewer.ts';

/** Where a plan is, as its address says it. */
export type PlanPath = { series: string; module: string; step: string; block: string };

export type PlanPage = {
	block: PlayerPlan;
	work: PlanWork;
	completed: boolean;
	step: { title: string; href: string };
	cohortName: string;
	/** Whose page it is. */
	ownerId: string;
};

/** A team's plan on a page of its own. @throws NotFound, Locked. */
export async function readPlan(viewer: Viewer, path: PlanPath): Promise<PlanPage> {
	const { place, block, step } = await openPlan(viewer, path);
	return {
		block,
		work: await readPlanWork(place, block),
		completed: place.record.blocks.has(block.id),
		step,
		cohortName: place.record.cohortName,
		ownerId: place.enrolment.enrolmentId
	};
}

export type PlanHistoryPage = {
	title: string;
	step: { title: string; href: string };
	zone: string;
	changes: PlanChange[];
};

/** Who changed what in it; in one row, when its key is given. */
export async function readPlanHistory(
	viewer: Viewer,
	path: PlanPath,
	rowKey: string | null
): Promise<PlanHistoryPage> {
	const { place, block, step } = await openPlan(viewer, path);
	const changes = await listPlanHistory(place, block, rowKey);
	return { title: block.title, step, zone: place.record.zone, changes };
}

/** The plan as a file to take along. */
export async function readPlanFile(
	viewer: Viewer,
	path: PlanPath,
	format: string
): Promise<PlanFile> {
	const { place, block } = await openPlan(viewer, path);
	const work = await readPlanWork(place, block);
	return writePlan(block, work, place, format);
}

async function openPlan(
	viewer: Viewer,
	path: PlanPath
): Promise<{ place: Place; block: PlanBlock; step: { title: string; href: string } }> {
	const place = await openPlace(viewer, path.series, path.module);
	const found = findBlock(path.block);
	const step = findStep(path.series, path.module, path.step)?.step;
	if (step === undefined || found?.step !== step || found.block.kind !== 'plan') {
		throw new NotFound();
	}
	const href = `/learn/${path.series}/${path.module}/${path.step}`;
	return { place, block: found.block, step: { title: step.title, href } };
}
