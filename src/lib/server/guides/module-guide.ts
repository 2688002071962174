import {
	findBlock,
	findModule,
	getSeries,
	type AgendaBlock,
	type Block,
	type Guide,
	type Module,
	type Variant
} from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';

export type GuidePage = Omit<Guide, 'agenda'> & {
	seriesTitle: string;
	number: number;
	title: string;
	summary: string;
	essentialQuestion: string;
	introHtml: string;
	objectives: readonly string[];
	norms: readonly string[];
	/** Where the module's media stand: materials are named from there. */
	mediaHref: string;
	variants: readonly Variant[];
	agenda: (AgendaBlock & {
		/** Minutes from the beginning; null for what is there to be skipped. */
		at: number | null;
		/** What of the module is asked in it. */
		asks: GuideAsk[];
	})[];
};

export type GuideAsk = {
	id: string;
	kind: Block['kind'];
	/** The prompt as it is read, or the title of what has none. */
	html: string | null;
	title: string | null;
};

/** A module's guide, for facilitators of a cohort that runs its series. */
export function readGuide(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	variant: string | null
): GuidePage {
	const module = findModule(seriesSlug, moduleSlug);
	const isTheirs = viewer.enrolments.some(
		({ seriesId, role }) => role === 'facilitator' && seriesId === module?.seriesId
	);
	if (module === null || !isTheirs) throw new NotFound();
	return guidePage(module, ownGuide(module, variant));
}

/** @throws NotFound where the module has no such variant; without one it is the first. */
export function ownGuide({ guides }: Module, variant: string | null): Guide {
	const guide =
		variant === null ? guides[0] : guides.find((candidate) => candidate.variant === variant);
	if (guide === undefined) throw new NotFound();
	return guide;
}

export function guidePage(module: Module, guide: Guide): GuidePage {
	const series = getSeries(module.seriesId);
	return {
		...guide,
		seriesTitle: series.title,
		number: module.number,
		title: module.title,
		summary: module.summary,
		essentialQuestion: module.essentialQuestion,
		introHtml: module.introHtml,
		objectives: module.objectives,
		norms: series.norms,
		mediaHref: `/learn/${series.slug}/${module.slug}/`,
		variants: module.guides.map((candidate) => candidate.variant),
		agenda: withTimes(guide.agenda)
	};
}

/** The guide's minutes are those of its `must` and `trim` blocks, so `skip` blocks do not move the clock. */
function withTimes(agenda: readonly AgendaBlock[]): GuidePage['agenda'] {
	let clock = 0;
	return agenda.map((block) => {
		const asks = asksOf(block);
		if (block.priority === 'skip') return { ...block, asks, at: null };
		const at = clock;
		clock += block.minutes;
		return { ...block, asks, at };
	});
}

function asksOf({ prompts, captures }: AgendaBlock): GuideAsk[] {
	const named = new Set([...prompts, ...captures.flatMap(({ prompt }) => prompt ?? [])]);
	return [...named].flatMap((id) => {
		const block = findBlock(id)?.block;
		if (block === undefined) return [];
		const html = 'promptHtml' in block ? block.promptHtml : null;
		return { id, kind: block.kind, html, title: 'title' in block ? block.title : null };
	});
}
