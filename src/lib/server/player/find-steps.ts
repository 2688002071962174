import { now } from '../clock.ts';
import { searchSteps, type FoundSteps, type Stretch } from '../library/index.ts';
import { seriesProgress, type Place } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

export type FoundInSeries = {
	words: string;
	steps: {
		href: string;
		moduleTitle: string;
		title: Stretch[];
		excerpt: Stretch[];
		completed: boolean;
	}[];
	/** Modules that have the words too, but are not open yet: nothing of them but why. */
	locked: { title: string; lock: string }[];
	mended: FoundSteps['mended'];
};

const LONGEST = 200;

/** The steps of a series that have the words, as far as this person may open them; null without words. */
export async function findInSeries(
	viewer: Viewer,
	place: Place,
	asked: string
): Promise<FoundInSeries | null> {
	const words = asked.toWellFormed().replaceAll('\0', '').trim().slice(0, LONGEST);
	if (words === '') return null;
	const { steps, mended } = await searchSteps(place.series, words, viewer.language);
	const modules = seriesProgress(place, now()).modules;
	const found: FoundInSeries = { words, steps: [], locked: [], mended };
	for (const { stepId, title, excerpt } of steps) {
		const at = place.series.modules.findIndex((module) =>
			module.steps.some(({ id }) => id === stepId)
		);
		const module = modules[at];
		const step =
			module?.steps[place.series.modules[at]?.steps.findIndex(({ id }) => id === stepId) ?? -1];
		if (module === undefined || step === undefined) continue;
		if (module.lock !== null && module.state === 'locked') {
			if (!found.locked.some((each) => each.title === module.title)) {
				found.locked.push({ title: module.title, lock: module.lock });
			}
			continue;
		}
		const { href, completed } = step;
		found.steps.push({ href, completed, moduleTitle: module.title, title, excerpt });
	}
	return found;
}
