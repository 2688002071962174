import { now } from '../clock.ts';
import type { Mode, Module } from '../curriculum/index.ts';
import {
	nextStep,
	openPlace,
	seriesProgress,
	type ModuleProgress,
	type NextStep
} from '../progress/index.ts';
import { readSitting, type SittingView } from '../teamwork/index.ts';
import { readModuleFeedback } from '../support/index.ts';
import type { Viewer } from '../viewer.ts';
import type { FeedbackWork } from '../../feedback.ts';

export type ModulePage = ModuleProgress & {
	seriesTitle: string;
	seriesHref: string;
	introHtml: string;
	introLanguage: Module['language'];
	essentialQuestion: string;
	/** Of all that module.md says. */
	language: Module['language'];
	/** How it may be worked through. */
	modes: readonly Mode[];
	/** Who is with the viewer; null where it cannot be worked through in a group, or not by them. */
	sitting: SittingView | null;
	/** Pages to print. */
	handouts: { title: string; summary: string; href: string; language: Module['language'] }[];
};

export type FinishPage = {
	module: ModulePage;
	next: NextStep | null;
	seriesCompleted: boolean;
	/** The locked module that comes after, when nothing is open. */
	waiting: ModuleProgress | null;
	/** What the viewer told the authors. */
	feedback: FeedbackWork;
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
		waiting: series.modules.find(({ state }) => state === 'locked') ?? null,
		feedback: await readModuleFeedback(viewer, place.module)
	};
}

async function read(viewer: Viewer, seriesSlug: string, moduleSlug: string) {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	const series = seriesProgress(place, now());
	const progress = series.modules.find(({ id }) => id === place.module.id);
	if (progress === undefined) throw new Error('A place in a module is in its series.');
	const { introHtml, introLanguage, essentialQuestion, language, modes, handouts } = place.module;
	const module: ModulePage = {
		...progress,
		seriesTitle: series.title,
		seriesHref: series.href,
		introHtml,
		introLanguage,
		essentialQuestion,
		language,
		modes,
		sitting: await readSitting(place),
		handouts: handouts.map(({ title, summary, slug, language: spoken }) => ({
			title,
			summary,
			href: `${progress.overview}/handouts/${slug}`,
			language: spoken
		}))
	};
	return { place, series, module };
}
