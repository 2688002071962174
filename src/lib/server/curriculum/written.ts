import type { SeriesFields, ModuleFields, StepFields } from './documents.ts';
import { moduleFields, placeOf, seriesFields, stepFields } from './documents.ts';
import type { Fault } from './fault.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { readGuides, type ReadGuide } from './guides.ts';
import { readWritten, type WrittenBlock } from './tags.ts';

/** Content as authors wrote it, for the check: nothing rendered, every value with its file and line. */

/** All files under modules/: texts by path from the project's root, media with how long they play. */
export interface ContentFiles {
	texts: ReadonlyMap<string, string>;
	media: ReadonlyMap<string, { seconds: number }>;
}

type LineOf = (path: readonly (string | number)[]) => number;

export interface WrittenStep {
	file: string;
	slug: string;
	number: number;
	fields: StepFields | null;
	lineOf: LineOf;
	blocks: WrittenBlock[];
	mentions: { file: string; line: number }[];
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
}

export interface WrittenSeries {
	folder: string;
	file: string;
	slug: string;
	fields: SeriesFields | null;
	lineOf: LineOf;
	modules: WrittenModule[];
}

export function readContent(files: ContentFiles, faults: Fault[]): WrittenSeries[] {
	return [...childrenOf('modules', files)]
		.filter(([name, isFolder]) => isFolder && name !== 'library')
		.map(([name]) => readSeries(name, files, faults));
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
	for (const [name, isFolder] of childrenOf(folder, files)) {
		if (!isFolder) {
			if (name !== 'series.md')
				stray(
					`${folder}/${name}`,
					'A series folder holds series.md and its module folders.',
					faults
				);
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
	return { folder, file, slug, ...front, modules: modules.sort(byNumber) };
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
	const guideFiles: { file: string; text: string }[] = [];
	for (const [name, isFolder] of childrenOf(folder, files)) {
		const path = `${folder}/${name}`;
		if (isFolder) {
			if (name !== 'media')
				stray(path, 'A module has one folder, media. Move these files there.', faults);
			continue;
		}
		const stepPlace = name.endsWith('.md') ? placeOf(name.slice(0, -3)) : null;
		if (stepPlace) steps.push(readStep(path, stepPlace, files, faults));
		else if (/^guide\.(in-person|online|self-study)\.md$/.test(name)) {
			guideFiles.push({ file: path, text: files.texts.get(path) ?? '' });
		} else if (name !== 'module.md') {
			stray(
				path,
				`${name} is not a step, a guide or module.md. Name a step like 10-its-name.md and a guide guide.in-person.md, guide.online.md or guide.self-study.md; put other files in media.`,
				faults
			);
		}
	}
	sameTwice(steps, `in ${folder}`, faults);
	const { guides, faults: guideFaults } = readGuides(guideFiles);
	faults.push(...guideFaults);
	return { folder, file, ...place, ...front, steps: steps.sort(byNumber), guides };
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
	const { blocks, complaints, mentions } = readWritten(split?.body ?? '', split?.bodyLine ?? 1);
	faults.push(...front.faults, ...complaints.map((one) => ({ file, ...one })));
	return { file, ...place, fields: front.value, lineOf: front.lineOf, blocks, mentions };
}

/** series.md or module.md: front matter and prose without blocks. */
function readDocument<Schema extends typeof seriesFields | typeof moduleFields>(
	file: string,
	files: ContentFiles,
	schema: Schema,
	faults: Fault[]
) {
	const text = files.texts.get(file);
	if (text === undefined) {
		faults.push({
			file,
			line: 1,
			message: 'This file is missing. Write it, or move the folder out of modules/.'
		});
		return { fields: null, lineOf: () => 1 };
	}
	const split = splitFrontMatter(text);
	const front = readFrontMatter(file, split?.yaml ?? null, schema);
	const { blocks, complaints } = readWritten(split?.body ?? '', split?.bodyLine ?? 1);
	faults.push(...front.faults, ...complaints.map((one) => ({ file, ...one })));
	for (const { line } of blocks) {
		faults.push({ file, line, message: 'Blocks belong in steps. Move this one to a step file.' });
	}
	return { fields: front.value, lineOf: front.lineOf };
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
