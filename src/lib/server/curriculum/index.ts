import type { Language } from '../../languages.ts';
import { currentLanguage } from '../../messages/current.ts';
import { NotFound } from '../errors.ts';
import type { Block } from './blocks/index.ts';
import { lastGood } from './last-good.ts';
import { load } from './load.ts';
import type { Handout, LibraryPage, Module, Series, Step } from './types.ts';

export { toPlayer } from './blocks/index.ts';
export type { Block } from './blocks/index.ts';
export type { AssessmentBlock } from './blocks/assessment.ts';
export type { ContinuumBlock } from './blocks/continuum.ts';
export type { CheckBlock } from './blocks/check.ts';
export type { PlanBlock } from './blocks/plan.ts';
export type { PollBlock } from './blocks/poll.ts';
export type { QuestionsBlock } from './blocks/questions.ts';
export type { ReflectBlock } from './blocks/reflect.ts';
export type { RubricBlock } from './blocks/rubric.ts';
export type { VideoBlock } from './blocks/video.ts';
export { agendaKinds, priorities } from './agenda.ts';
export type { AgendaBlock, Guide, Material } from './guide.ts';
export type { Protocol, Speaks } from './finish-protocol.ts';
export { ownPassage } from './own-passage.ts';
export type { Passage } from './passage.ts';
export type { AgendaKind, Capture, Grouping, Priority, Segment, Variant } from './agenda.ts';
export type { Mode } from './modes.ts';
export type { Handout, LibraryPage, Module, Part, Series, Step, Term } from './types.ts';

const loaded = await lastGood(load);

export interface StepPath {
	series: Series;
	module: Module;
	step: Step;
}

export interface BlockPath extends StepPath {
	block: Block;
}

/** A file that may be served, and whose module it is: whoever may open the module may have it. */
export interface Media {
	path: string;
	type: string;
	module: Module;
}

/** The whole of it in one language. Look-ups are in the reader's unless told otherwise; ids and addresses are the same in all. */
class Shelf {
	readonly seriesById = new Map<string, Series>();
	readonly seriesBySlug = new Map<string, Series>();
	readonly moduleById = new Map<string, Module>();
	readonly moduleByAddress = new Map<string, Module>();
	readonly stepByAddress = new Map<string, StepPath>();
	readonly blockById = new Map<string, BlockPath>();

	constructor(all: readonly Series[]) {
		for (const series of all) {
			this.seriesById.set(series.id, series);
			this.seriesBySlug.set(series.slug, series);
			for (const module of series.modules) this.placeModule(series, module);
		}
	}

	private placeModule(series: Series, module: Module): void {
		const address = `${series.slug}/${module.slug}`;
		this.moduleById.set(module.id, module);
		this.moduleByAddress.set(address, module);
		for (const step of module.steps) {
			this.stepByAddress.set(`${address}/${step.slug}`, { series, module, step });
			for (const block of step.blocks) {
				this.blockById.set(block.id, { series, module, step, block });
			}
		}
	}
}

const shelves: Record<Language, Shelf> = {
	en: new Shelf(loaded.series.en),
	es: new Shelf(loaded.series.es)
};

export function listSeries(language = currentLanguage()): Series[] {
	return loaded.series[language];
}

export function findSeries(slug: string, language = currentLanguage()): Series | null {
	return shelves[language].seriesBySlug.get(slug) ?? null;
}

export function getSeries(id: string, language = currentLanguage()): Series {
	return found(shelves[language].seriesById.get(id));
}

export function getModule(id: string, language = currentLanguage()): Module {
	return found(shelves[language].moduleById.get(id));
}

export function findModule(
	seriesSlug: string,
	moduleSlug: string,
	language = currentLanguage()
): Module | null {
	return shelves[language].moduleByAddress.get(`${seriesSlug}/${moduleSlug}`) ?? null;
}

export function findStep(
	seriesSlug: string,
	moduleSlug: string,
	stepSlug: string,
	language = currentLanguage()
): StepPath | null {
	return shelves[language].stepByAddress.get(`${seriesSlug}/${moduleSlug}/${stepSlug}`) ?? null;
}

export function findBlock(id: string, language = currentLanguage()): BlockPath | null {
	return shelves[language].blockById.get(id) ?? null;
}

export function findHandout(module: Module, slug: string): Handout | null {
	return module.handouts.find((handout) => handout.slug === slug) ?? null;
}

/** The library's pages and links, as they stand under modules/library. */
export function listLibraryPages(language = currentLanguage()): LibraryPage[] {
	return loaded.pages[language];
}

/** Only files that were in the module's media folder at the start; never a path from the request. */
export function findMedia(seriesSlug: string, moduleSlug: string, file: string): Media | null {
	const module = findModule(seriesSlug, moduleSlug);
	const media = module && loaded.media.get(module.id)?.get(file);
	return media ? { path: media.path, type: media.type, module } : null;
}

function found<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) throw new NotFound();
	return thing;
}
