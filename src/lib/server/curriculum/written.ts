import type * as v from 'valibot';
import {
	glossaryFields,
	handoutFields,
	handoutSlug,
	languageOf,
	libraryFields,
	moduleFields,
	placeOf,
	seriesFields,
	stepFields,
	type GlossaryFields,
	type HandoutFields,
	type LibraryFields,
	type ModuleFields,
	type SeriesFields,
	type StepFields
} from './documents.ts';
import type { Fault } from './fault.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { readGuides, type ReadGuide } from './guides.ts';
import { readWritten, type WrittenBlock, type WrittenWrap } from './tags.ts';

/** Content as authors wrote it, for the check: nothing rendered, every value with its file and line. */

/** All files under modules/: texts by path from the project's root, media with how long they play. */
export interface ContentFiles {
	texts: ReadonlyMap<string, string>;
	media: ReadonlyMap<string, { seconds: number }>;
}

export type LineOf = (path: readonly (string | number)[]) => number;

export interface WrittenStep {
	file: string;
	slug: string;
	number: number;
	fields: StepFields | null;
	lineOf: LineOf;
	blocks: WrittenBlock[];
	wraps: WrittenWrap[];
	mentions: Mention[];
	/** Whether the step has words beside its blocks. */
	hasProse: boolean;
}

/** A document without blocks: its front matter, and whether there are words below it. */
export interface WrittenDocument<Fields> {
	file: string;
	fields: Fields | null;
	lineOf: LineOf;
	mentions: Mention[];
	hasProse: boolean;
}

export interface WrittenPage<Fields> extends WrittenDocument<Fields> {
	slug: string;
}

interface Mention {
	file: string;
	line: number;
}

export interface WrittenModule {
	folder: string;
	file: string;
	slug: string;
	number: number;
	fields: ModuleFields | null;
	lineOf: LineOf;
	steps: WrittenStep[];
	guides: ReadGuide[];
	handouts: WrittenPage<HandoutFields>[];
}

export interface WrittenSeries {
	folder: string;
	file: string;
	slug: string;
	fields: SeriesFields | null;
	lineOf: LineOf;
	modules: WrittenModule[];
	glossary: WrittenDocument<GlossaryFields> | null;
}

/** Folders of modules/ that are no series. */
const apart = ['library', 'protocols'];

export function readContent(files: ContentFiles, faults: Fault[]): WrittenSeries[] {
	return [...childrenOf('modules', files)]
		.filter(([name, isFolder]) => isFolder && !apart.includes(name))
		.map(([name]) => readSeries(name, files, faults));
}

/** The pages of the library: modules/library/<slug>.md. */
export function readLibrary(files: ContentFiles, faults: Fault[]): WrittenPage<LibraryFields>[] {
	const pages: WrittenPage<LibraryFields>[] = [];
	for (const [name, isFolder] of childrenOf('modules/library', files)) {
		const file = `modules/library/${name}`;
		if (languageOf(name)) continue;
		const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(name)?.[1];
		if (isFolder || slug === undefined) {
			stray(
				file,
				'The library holds pages only, named in lower case with hyphens, such as a-shorter-agenda.md.',
				faults
			);
		} else pages.push({ slug, ...readDocument(file, files, libraryFields, faults) });
	}
	return pages;
}

function readSeries(slug: string, files: ContentFiles, faults: Fault[]): WrittenSeries {
	const folder = `modules/${slug}`;
	const file = `${folder}/series.md`;
	const front = readDocument(file, files, seriesFields, faults);
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
		faults.push({
			file,
			line: 1,
			message: `The folder ${slug} must be in lower case with hyphens, for it is an address.`
		});
	}
	const modules: WrittenModule[] = [];
	let glossary: WrittenSeries['glossary'] = null;
	for (const [name, isFolder] of childrenOf(folder, files)) {
		if (!isFolder) {
			if (name === 'glossary.md') {
				glossary = readDocument(`${folder}/${name}`, files, glossaryFields, faults);
			} else if (name !== 'series.md' && !languageOf(name)) {
				stray(
					`${folder}/${name}`,
					'A series folder holds series.md, glossary.md and its module folders.',
					faults
				);
			}
			continue;
		}
		const place = placeOf(name);
		if (place) modules.push(readModule(`${folder}/${name}`, place, files, faults));
		else {
			stray(
				`${folder}/${name}/module.md`,
				`The folder ${name} has no number. Name it like 01-${name.replace(/^\d*-?/, '') || 'its-name'}.`,
				faults
			);
		}
	}
	sameTwice(modules, `in ${folder}`, faults);
	return { folder, slug, ...front, modules: modules.sort(byNumber), glossary };
}

function readModule(
	folder: string,
	place: { number: number; slug: string },
	files: ContentFiles,
	faults: Fault[]
): WrittenModule {
	const file = `${folder}/module.md`;
	const front = readDocument(file, files, moduleFields, faults);
	const steps: WrittenStep[] = [];
	const handouts: WrittenModule['handouts'] = [];
	const guideFiles: { file: string; text: string }[] = [];
	for (const [name, isFolder] of childrenOf(folder, files)) {
		const path = `${folder}/${name}`;
		if (isFolder) {
			if (name !== 'media')
				stray(path, 'A module has one folder, media. Move these files there.', faults);
			continue;
		}
		if (languageOf(name)) continue;
		const handout = handoutSlug(name);
		const stepPlace = name.endsWith('.md') ? placeOf(name.slice(0, -3)) : null;
		if (stepPlace) steps.push(readStep(path, stepPlace, files, faults));
		else if (handout !== null) {
			handouts.push({ slug: handout, ...readDocument(path, files, handoutFields, faults) });
		} else if (/^guide\.(in-person|online|self-study)\.md$/.test(name)) {
			guideFiles.push({ file: path, text: files.texts.get(path) ?? '' });
		} else if (name !== 'module.md') {
			stray(
				path,
				`${name} is not a step, a guide, a handout or module.md. Name a step like 10-its-name.md, a guide guide.in-person.md, guide.online.md or guide.self-study.md, and a handout handout.its-name.md; put other files in media.`,
				faults
			);
		}
	}
	sameTwice(steps, `in ${folder}`, faults);
	const { guides, faults: guideFaults } = readGuides(guideFiles);
	faults.push(...guideFaults);
	return { folder, ...place, ...front, steps: steps.sort(byNumber), guides, handouts };
}

function readStep(
	file: string,
	place: { number: number; slug: string },
	files: ContentFiles,
	faults: Fault[]
): WrittenStep {
	const text = files.texts.get(file) ?? '';
	const split = splitFrontMatter(text);
	const front = readFrontMatter(file, split?.yaml ?? null, stepFields);
	const { complaints, ...body } = readWritten(split?.body ?? '', split?.bodyLine ?? 1);
	faults.push(...front.faults, ...complaints.map((one) => ({ file, ...one })));
	return { file, ...place, fields: front.value, lineOf: front.lineOf, ...body };
}

/** series.md, module.md and their like: front matter and prose without blocks. */
function readDocument<Schema extends v.GenericSchema>(
	file: string,
	files: ContentFiles,
	schema: Schema,
	faults: Fault[]
): WrittenDocument<v.InferOutput<Schema>> {
	const text = files.texts.get(file);
	if (text === undefined) {
		faults.push({
			file,
			line: 1,
			message: 'This file is missing. Write it, or move the folder out of modules/.'
		});
		return { file, fields: null, lineOf: () => 1, mentions: [], hasProse: false };
	}
	const split = splitFrontMatter(text);
	const front = readFrontMatter(file, split?.yaml ?? null, schema);
	const { blocks, wraps, complaints, mentions, hasProse } = readWritten(
		split?.body ?? '',
		split?.bodyLine ?? 1
	);
	faults.push(...front.faults, ...complaints.map((one) => ({ file, ...one })));
	for (const { line } of [...blocks, ...wraps]) {
		faults.push({ file, line, message: 'Blocks belong in steps. Move this one to a step file.' });
	}
	return { file, fields: front.value, lineOf: front.lineOf, mentions, hasProse };
}

function childrenOf(folder: string, { texts, media }: ContentFiles): Map<string, boolean> {
	const children = new Map<string, boolean>();
	for (const path of [...texts.keys(), ...media.keys()].sort()) {
		if (!path.startsWith(`${folder}/`)) continue;
		const [name = '', ...more] = path.slice(folder.length + 1).split('/');
		children.set(name, more.length > 0);
	}
	return children;
}

function stray(file: string, message: string, faults: Fault[]): void {
	faults.push({ file, line: 1, message });
}

function sameTwice(
	things: readonly { file: string; number: number; slug: string }[],
	where: string,
	faults: Fault[]
): void {
	things.forEach(({ file, number, slug }, index) => {
		const others = things.slice(0, index);
		if (others.some((other) => other.number === number)) {
			faults.push({
				file,
				line: 1,
				message: `The number ${number} is used twice ${where}. Give this one a number of its own.`
			});
		}
		if (others.some((other) => other.slug === slug)) {
			faults.push({
				file,
				line: 1,
				message: `The name ${slug} is used twice ${where}. Give this one a name of its own.`
			});
		}
	});
}

function byNumber(one: { number: number }, other: { number: number }): number {
	return one.number - other.number;
}
