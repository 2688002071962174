import { now } from '../clock.ts';
import {
	nextStep,
	openPlace,
	seriesProgress,
	type ModuleProgress,
	type NextStep
} from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

export type ModulePage = ModuleProgress & {
	seriesTitle: string;
	seriesHref: string;
	introHtml: string;
	essentialQuestion: string;
};

export type FinishPage = {
	module: ModulePage;
	next: NextStep | null;
	seriesCompleted: boolean;
	/** The locked module that comes after, when nothing is open. */
	waiting: ModuleProgress | null;
};

/** A module's first page. @throws NotFound, Locked. */
export async function readModule(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string
): Promise<ModulePage> {
	const { module } = await read(viewer, seriesSlug, moduleSlug);
	return module;
}

/** The page at the end of a module: what comes next, or which steps are left. */
export async function readFinish(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string
): Promise<FinishPage> {
	const { place, series, module } = await read(viewer, seriesSlug, moduleSlug);
	return {
		module,
		next: nextStep(place, now()),
		seriesCompleted: series.completed,
		waiting: series.modules.find(({ state }) => state === 'locked') ?? null
	};
}

async function read(viewer: Viewer, seriesSlug: string, moduleSlug: string) {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	const series = seriesProgress(place, now());
	const progress = series.modules.find(({ id }) => id === place.module.id);
	if (progress === undefined) throw new Error('A place in a module is in its series.');
	const { introHtml, essentialQuestion } = place.module;
	const module: ModulePage = {
		...progress,
		seriesTitle: series.title,
		seriesHref: series.href,
		introHtml,
		essentialQuestion
	};
	return { place, series, module };
}
