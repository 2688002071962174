import { listCohortAnswers, type SharedPrompt } from '../answers/index.ts';
import { findStep } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { openPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

/** What the viewer's cohort shares with one another on one step. */
export async function readCohortAnswers(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	stepSlug: string
): Promise<{ stepTitle: string; prompts: SharedPrompt[] }> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	const found = findStep(seriesSlug, moduleSlug, stepSlug);
	if (found === null) throw new NotFound();
	const ids = found.step.blocks.filter(({ kind }) => kind === 'reflect').map(({ id }) => id);
	return { stepTitle: found.step.title, prompts: await listCohortAnswers(place, ids) };
}
