import type { Block } from './blocks/index.ts';
import type { Guide } from './guide.ts';

/** Series > module > step > block, as the rest of the house reads them. */

export interface Series {
	id: string;
	slug: string;
	title: string;
	summary: string;
	licence: string;
	sources: Source[];
	audiences: string[];
	arcs: Arc[];
	norms: string[];
	hours: number;
	order: 'in-order' | 'any';
	introHtml: string;
	modules: Module[];
}

export interface Source {
	title: string;
	by: string;
	year: number | null;
	note: string | null;
	href: string | null;
}

export interface Arc {
	id: string;
	title: string;
	question: string;
}

export interface Module {
	id: string;
	slug: string;
	/** Its place in the series, from 1. */
	number: number;
	seriesId: string;
	seriesSlug: string;
	title: string;
	summary: string;
	/** The id of one of the series' arcs. */
	arc: string;
	minutes: { alone: number; live: number };
	objectives: string[];
	essentialQuestion: string;
	/** Ids of modules. */
	prerequisites: string[];
	introHtml: string;
	steps: Step[];
	guides: Guide[];
}

export interface Step {
	id: string;
	slug: string;
	/** Its place in the module, from 1. */
	number: number;
	moduleId: string;
	title: string;
	minutes: number;
	/** Ids of the blocks that complete it. */
	required: string[];
	parts: Part[];
	blocks: Block[];
}

export type Part = { kind: 'prose'; html: string } | { kind: 'block'; id: string };
