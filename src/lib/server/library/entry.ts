import { DEFAULT_LANGUAGE, type Language } from '../../languages.ts';

export const LIBRARY = 'library';

/**
 * Where somebody looks: in the library, or in the steps of a series, named by its id. Each language has an
 * index of its own, in which what is not translated stands in English.
 */
export function scopeOf(place: string, language: Language): string {
	return language === DEFAULT_LANGUAGE ? place : `${place}:${language}`;
}

export type Source = 'page' | 'series' | 'handout' | 'practice' | 'step';

/** One thing that can be found, as the index keeps it. */
export type Entry = {
	scope: string;
	/** The last part of its address below /library; for a step, its id. */
	id: string;
	source: Source;
	kind: string;
	title: string;
	summary: string;
	text: string;
	level: string;
	minutes: number | null;
	required: boolean;
	greatFor: readonly string[];
	topics: readonly string[];
	href: string;
	language: string;
	credit: string;
	practiceId: string | null;
};
