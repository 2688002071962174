import { NotFound } from '../errors.ts';
import type { Block } from './blocks/index.ts';
import { load } from './load.ts';
import type { Module, Series, Step } from './types.ts';

export { toPlayer } from './blocks/index.ts';
export type { Block } from './blocks/index.ts';
export type { CheckBlock } from './blocks/check.ts';
export type { PollBlock } from './blocks/poll.ts';
export type { ReflectBlock } from './blocks/reflect.ts';
export type { VideoBlock } from './blocks/video.ts';
export type { AgendaBlock, Guide } from './guide.ts';
export type { AgendaKind, Capture, Grouping, Priority, Variant } from './agenda.ts';
export type { Module, Part, Series, Step } from './types.ts';

const loaded = await load();

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

const seriesById = new Map<string, Series>();
const seriesBySlug = new Map<string, Series>();
const moduleById = new Map<string, Module>();
const moduleByAddress = new Map<string, Module>();
const stepByAddress = new Map<string, StepPath>();
const blockById = new Map<string, BlockPath>();

for (const series of loaded.series) {
	seriesById.set(series.id, series);
	seriesBySlug.set(series.slug, series);
	for (const module of series.modules) {
		const address = `${series.slug}/${module.slug}`;
		moduleById.set(module.id, module);
		moduleByAddress.set(address, module);
		for (const step of module.steps) {
			stepByAddress.set(`${address}/${step.slug}`, { series, module, step });
			for (const block of step.blocks) blockById.set(block.id, { series, module, step, block });
		}
	}
}

export function listSeries(): Series[] {
	return loaded.series;
}

export function findSeries(slug: string): Series | null {
	return seriesBySlug.get(slug) ?? null;
}

export function getSeries(id: string): Series {
	return found(seriesById.get(id));
}

export function getModule(id: string): Module {
	return found(moduleById.get(id));
}

export function findModule(seriesSlug: string, moduleSlug: string): Module | null {
	return moduleByAddress.get(`${seriesSlug}/${moduleSlug}`) ?? null;
}

export function findStep(
	seriesSlug: string,
	moduleSlug: string,
	stepSlug: string
): StepPath | null {
	return stepByAddress.get(`${seriesSlug}/${moduleSlug}/${stepSlug}`) ?? null;
}

export function findBlock(id: string): BlockPath | null {
	return blockById.get(id) ?? null;
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
