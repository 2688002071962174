import path from 'node:path';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../../languages.ts';
import { takeOver } from './again.ts';
import {
	glossaryFields,
	handoutFields,
	handoutSlug,
	languageOf,
	libraryFields,
	moduleFields,
	placeOf,
	seriesFields
} from './documents.ts';
import {
	fieldsOf,
	filesIn,
	foldersWith,
	frontOf,
	guidesIn,
	isThere,
	isTranslated,
	proseOf,
	protocolTexts,
	translationOf
} from './files.ts';
import type { Glossaries } from './glossary.ts';
import { finishGuide } from './finish-guide.ts';
import { finishProtocol, type Protocol } from './finish-protocol.ts';
import { readGuides } from './guides.ts';
import { loadStep } from './load-step.ts';
import { readMedia, type MediaFile } from './media.ts';
import { readProtocols } from './protocol.ts';
import type { Handout, LibraryPage, Module, Series, Step } from './types.ts';

/**
 * Reads everything under modules/ once, when the server starts: text from the build, media from the disk.
 * What is at fault has been said before this by the check, at build and in the dev server.
 */

export interface Loaded {
	/** All series, in each language; one that is not translated at all is the same in each. */
	series: Record<Language, Series[]>;
	pages: Record<Language, LibraryPage[]>;
	/** Media by the module's id, then by the file's name. */
	media: Media;
}

type Media = Map<string, Map<string, MediaFile>>;

const protocols = { en: loadProtocols('en'), es: loadProtocols('es') };

const modulesFolder = path.resolve(process.env['MODULES_DIR'] ?? 'modules');

export async function load(): Promise<Loaded> {
	const loaded: Loaded = {
		series: { en: [], es: [] },
		pages: { en: [], es: [] },
		media: new Map()
	};
	for (const folder of foldersWith('series.md', 2)) {
		const english = takeOver(await loadSeries(folder, loaded.media, 'en'));
		for (const language of LANGUAGES) {
			const isEnglish = language === 'en' || !isTranslated(folder, language);
			const series = isEnglish
				? english
				: takeOver(await loadSeries(folder, loaded.media, language));
			loaded.series[language].push(series);
		}
	}
	for (const language of LANGUAGES) loaded.pages[language] = loadLibrary(language);
	return loaded;
}

async function loadSeries(folder: string, media: Media, language: Language): Promise<Series> {
	const slug = path.posix.basename(folder);
	const file = `${folder}/series.md`;
	const { id, title, summary, licence, sources, audiences, arcs, norms, hours, order } = fieldsOf(
		file,
		seriesFields,
		language
	);
	const places = inOrder(
		foldersWith('module.md', 3).filter((one) => path.posix.dirname(one) === folder)
	);
	const intro = proseOf(file, '', language);
	const glossaries = glossariesOf(folder);
	const series: Series = {
		id,
		slug,
		title,
		summary,
		licence,
		sources,
		audiences,
		arcs,
		norms,
		hours,
		order,
		introHtml: intro.html,
		introLanguage: intro.language,
		language: spokenIn(file, language),
		modules: []
	};
	for (const [index, place] of places.entries()) {
		const at = { series, slug: place.slug, number: index + 1, glossaries };
		series.modules.push(await loadModule(place.path, at, media, language));
	}
	return series;
}

interface ModulePlace {
	series: { id: string; slug: string };
	slug: string;
	number: number;
	glossaries: Glossaries;
}

async function loadModule(
	folder: string,
	place: ModulePlace,
	media: Media,
	language: Language
): Promise<Module> {
	const file = `${folder}/module.md`;
	const fields = fieldsOf(file, moduleFields, language);
	const files = media.get(fields.id) ?? (await readMedia(mediaFolder(folder)));
	media.set(fields.id, files);
	const mediaAddress = `/learn/${place.series.slug}/${place.slug}/media`;
	const intro = proseOf(file, mediaAddress, language);
	const steps = inOrder(filesIn(folder)).map((step, index) =>
		loadStep(
			{ ...step, number: index + 1, moduleId: fields.id },
			{ media: files, mediaAddress, language },
			place.glossaries,
			language
		)
	);
	const surroundings = { mediaAddress, seconds: secondsIn(steps), protocols: protocols[language] };
	return {
		id: fields.id,
		slug: place.slug,
		number: place.number,
		seriesId: place.series.id,
		seriesSlug: place.series.slug,
		title: fields.title,
		summary: fields.summary,
		arc: fields.arc,
		minutes: fields.minutes,
		objectives: fields.objectives,
		essentialQuestion: fields.essential_question,
		prerequisites: fields.prerequisites,
		modes: fields.modes,
		version: fields.version,
		introHtml: intro.html,
		introLanguage: intro.language,
		language: spokenIn(file, language),
		steps,
		guides: readGuides(guidesIn(folder), language).guides.map((guide) =>
			finishGuide(guide, surroundings)
		),
		handouts: filesIn(folder).flatMap((one) => {
			const slug = handoutSlug(path.posix.basename(one));
			return slug === null ? [] : [loadHandout(one, slug, mediaAddress, language)];
		})
	};
}

function secondsIn(steps: readonly Step[]): Map<string, number> {
	const blocks = steps.flatMap((step) => step.blocks);
	return new Map(
		blocks.flatMap((block) => (block.kind === 'video' ? [[block.id, block.seconds]] : []))
	);
}

function loadProtocols(language: Language): Map<string, Protocol> {
	const { protocols: written } = readProtocols(protocolTexts(), language);
	return new Map(written.map((one) => [one.fields.id, finishProtocol(one)]));
}

function loadHandout(
	file: string,
	slug: string,
	mediaAddress: string,
	language: Language
): Handout {
	return {
		...fieldsOf(file, handoutFields, language),
		...proseOf(file, mediaAddress, language),
		slug
	};
}

function loadLibrary(language: Language): LibraryPage[] {
	return filesIn('/modules/library')
		.filter((file) => languageOf(path.posix.basename(file)) === null)
		.map((file) => {
			const { great_for: greatFor, ...fields } = fieldsOf(file, libraryFields, language);
			const prose = proseOf(file, '', language);
			// A link has no words of its own: its title and summary say the language.
			const spoken = prose.html === '' ? spokenIn(file, language) : prose.language;
			const slug = path.posix.basename(file, '.md');
			return { ...fields, ...prose, language: spoken, greatFor, slug };
		});
}

/** A glossary in another language is a list of its own: each language has its own words to explain. */
function glossariesOf(folder: string): Glossaries {
	const glossaries: Glossaries = {};
	for (const language of LANGUAGES) {
		const file = `${folder}/${language === 'en' ? 'glossary' : `glossary.${language}`}.md`;
		if (isThere(file)) glossaries[language] = v.parse(glossaryFields, frontOf(file));
	}
	return glossaries;
}

function spokenIn(file: string, language: Language): Language {
	return translationOf(file, language) === null ? 'en' : language;
}

function mediaFolder(folder: string): string {
	return path.join(modulesFolder, path.posix.relative('/modules', folder), 'media');
}

function inOrder(paths: string[]): { path: string; slug: string }[] {
	return paths
		.flatMap((one) => {
			const place = placeOf(path.posix.basename(one, '.md'));
			return place ? [{ path: one, ...place }] : [];
		})
		.sort((one, other) => one.number - other.number);
}
