import type { AssessmentWork } from '../../assessment.ts';
import type { PlanWork } from '../../plan.ts';
import { findBlock } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { openPlace } from '../progress/index.ts';
import {
	readAssessmentRevision,
	readAssessmentWork,
	readPlanRevision,
	readPlanWork
} from '../teamwork/index.ts';
import type { Viewer } from '../viewer.ts';

/**
 * What a team has made of a block since the page knew its revision; null when nothing changed. An open page
 * asks every few seconds.
 */
export async function findLiveWork(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	blockId: string,
	known: number
): Promise<AssessmentWork | PlanWork | null> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	const found = findBlock(blockId);
	if (found?.module.id !== place.module.id) throw new NotFound();
	const { block } = found;
	if (block.kind === 'plan') {
		if ((await readPlanRevision(place, block)) === known) return null;
		return readPlanWork(place, block);
	}
	if (block.kind !== 'assessment') throw new NotFound();
	if ((await readAssessmentRevision(place, block)) === known) return null;
	return readAssessmentWork(place, block);
}
