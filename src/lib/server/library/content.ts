import { LANGUAGES, type Language } from '../../languages.ts';
import {
	listLibraryPages,
	listSeries,
	type Handout,
	type LibraryPage,
	type Module,
	type Series,
	type Step
} from '../curriculum/index.ts';
import { LIBRARY, scopeOf, type Entry } from './entry.ts';
import { plainText } from './plain-text.ts';

/** What the content gives to be found: pages of the library, each series, its handouts, and its steps. */
export function contentEntries(): Entry[] {
	return LANGUAGES.flatMap((language) => [
		...listLibraryPages(language).map((page) => pageEntry(page, language)),
		...listSeries(language).flatMap((series) => [
			seriesEntry(series, language),
			...series.modules.flatMap((module) => [
				...module.handouts.map((handout) => handoutEntry(series, module, handout, language)),
				...module.steps.map((step) => stepEntry(series, module, step, language))
			])
		])
	]);
}

function pageEntry(page: LibraryPage, language: Language): Entry {
	const { slug, kind, title, summary, text, level, minutes, required, greatFor, topics } = page;
	return {
		scope: scopeOf(LIBRARY, language),
		id: slug,
		source: 'page',
		kind,
		title,
		summary,
		text: tidy(text),
		level,
		minutes,
		required,
		greatFor,
		topics,
		href: page.href ?? `/library/${slug}`,
		language: page.language,
		credit: page.by ?? '',
		practiceId: null
	};
}

function seriesEntry(series: Series, language: Language): Entry {
	const modules = series.modules.map(({ title, summary }) => `${title}. ${summary}`);
	return {
		...anyEntry,
		scope: scopeOf(LIBRARY, language),
		id: series.slug,
		source: 'series',
		kind: 'series',
		title: series.title,
		summary: series.summary,
		text: [plainText(series.introHtml), ...modules].join('\n'),
		minutes: series.modules.reduce((sum, { minutes }) => sum + minutes.alone, 0),
		greatFor: series.audiences,
		href: `/library/${series.slug}`,
		language: series.language
	};
}

function handoutEntry(series: Series, module: Module, handout: Handout, language: Language): Entry {
	return {
		...anyEntry,
		scope: scopeOf(LIBRARY, language),
		id: handout.id,
		source: 'handout',
		kind: 'handout',
		title: handout.title,
		summary: handout.summary,
		text: `${tidy(handout.text)}\n${module.title}. ${series.title}`,
		level: 'deepen',
		greatFor: series.audiences,
		href: `/library/${handout.id}`,
		language: handout.language
	};
}

function stepEntry(series: Series, module: Module, step: Step, language: Language): Entry {
	return {
		...anyEntry,
		scope: scopeOf(series.id, language),
		id: step.id,
		source: 'step',
		kind: 'step',
		title: step.title,
		summary: module.title,
		text: step.text,
		minutes: step.minutes,
		href: `/learn/${series.slug}/${module.slug}/${step.slug}`,
		language: step.language
	};
}

/** Blanks and boxes to fill in say nothing in an excerpt. */
function tidy(text: string): string {
	return text.replaceAll(/_{2,}/g, '…').replaceAll('☐', '');
}

/** What has no better answer. Every series is written so that anybody can start on its first page. */
const anyEntry = {
	level: 'start',
	minutes: null,
	required: false,
	greatFor: [],
	topics: [],
	credit: '',
	practiceId: null
} as const;
