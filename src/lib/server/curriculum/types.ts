import type { Language } from '../../languages.ts';
import type { Block } from './blocks/index.ts';
import type { LibraryFields } from './documents.ts';
import type { Guide } from './guide.ts';
import type { Mode } from './modes.ts';

/**
 * Series > module > step > block, as the rest of the house reads them, in one language. What is not translated is
 * in English, and says so in its `language`.
 */

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
	/** Of the title and all else in series.md; the intro may be in another. */
	language: Language;
	introLanguage: Language;
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
	/** How it may be worked through. */
	modes: Mode[];
	/** Feedback is told apart by it. */
	version: string;
	introHtml: string;
	language: Language;
	introLanguage: Language;
	steps: Step[];
	guides: Guide[];
	handouts: Handout[];
}

export interface Step {
	id: string;
	slug: string;
	/** Its place in the module, from 1. */
	number: number;
	moduleId: string;
	title: string;
	minutes: number;
	/** A digest is laid out in three movements; null is a page like any other. */
	layout: 'digest' | null;
	/** Of the title. */
	language: Language;
	/** Ids of the blocks that complete it. */
	required: string[];
	parts: Part[];
	blocks: Block[];
	/** Words of the glossary in its prose, in the order of the page. */
	terms: Term[];
	/** All that one reads in it, for search. */
	text: string;
}

/** A piece of a step in its place. Prose may be for one of the module's modes; null is for both. */
export type Part =
	| { kind: 'prose'; html: string; mode: Mode | null; language: Language }
	| { kind: 'block'; id: string; language: Language };

/** A word of the glossary that occurs in a step. */
export interface Term {
	/** As it stands in the text. */
	term: string;
	means: string;
}

/** A page to print and use at a table. */
export interface Handout {
	id: string;
	slug: string;
	title: string;
	summary: string;
	html: string;
	text: string;
	language: Language;
}

/** A page of the library: its own words, or a link to elsewhere. */
export interface LibraryPage {
	id: string;
	slug: string;
	title: string;
	summary: string;
	kind: LibraryFields['kind'];
	/** Of a page elsewhere; then it has no words of its own. */
	href: string | null;
	greatFor: LibraryFields['great_for'];
	level: LibraryFields['level'];
	minutes: number;
	required: boolean;
	topics: string[];
	by: string | null;
	year: number | null;
	html: string;
	text: string;
	language: Language;
}
