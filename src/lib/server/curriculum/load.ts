import path from 'node:path';
import type { Component } from 'svelte';
import * as v from 'valibot';
import { blockKinds, isBlockKind, type Block } from './blocks/index.ts';
import { finishBlock, type Surroundings } from './blocks/finish.ts';
import { moduleFields, placeOf, seriesFields, stepFields } from './documents.ts';
import { finishGuide } from './guide.ts';
import { readGuides } from './guides.ts';
import { readMedia, type MediaFile } from './media.ts';
import { renderContent, type RenderedPiece } from './rendering.ts';
import type { Module, Part, Series, Step } from './types.ts';

/**
 * Reads everything under modules/ once, when the server starts: text from the build, media from the disk.
 * What is at fault has been said before this by the check, at build and in the dev server.
 */

interface ContentFile {
	default: Component;
	metadata: { front: unknown };
}

export interface Loaded {
	series: Series[];
	/** Media by the module's id, then by the file's name. */
	media: Map<string, Map<string, MediaFile>>;
}

const contentFiles = import.meta.glob<ContentFile>(
	['/modules/*/series.md', '/modules/*/*/module.md', '/modules/*/*/[0-9]*.md'],
	{ eager: true }
);
const guideFiles = import.meta.glob<string>('/modules/*/*/guide.*.md', {
	eager: true,
	query: '?raw',
	import: 'default'
});

const modulesFolder = path.resolve(process.env['MODULES_DIR'] ?? 'modules');

export async function load(): Promise<Loaded> {
	const loaded: Loaded = { series: [], media: new Map() };
	for (const folder of foldersWith('series.md', 2)) {
		loaded.series.push(await loadSeries(folder, loaded.media));
	}
	return loaded;
}

async function loadSeries(folder: string, media: Loaded['media']): Promise<Series> {
	const slug = path.posix.basename(folder);
	const fields = v.parse(seriesFields, contentFile(`${folder}/series.md`).metadata.front);
	const places = inOrder(
		foldersWith('module.md', 3).filter((one) => path.posix.dirname(one) === folder)
	);
	const modules: Module[] = [];
	for (const [index, place] of places.entries()) {
		const series = { id: fields.id, slug };
		modules.push(
			await loadModule(place.path, { series, slug: place.slug, number: index + 1 }, media)
		);
	}
	const { id, title, summary, licence, sources, audiences, arcs, norms, hours, order } = fields;
	const introHtml = proseOf(render(`${folder}/series.md`, ''));
	return {
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
		introHtml,
		modules
	};
}

interface ModulePlace {
	series: { id: string; slug: string };
	slug: string;
	number: number;
}

async function loadModule(
	folder: string,
	place: ModulePlace,
	media: Loaded['media']
): Promise<Module> {
	const fields = v.parse(moduleFields, contentFile(`${folder}/module.md`).metadata.front);
	const files = await readMedia(
		path.join(modulesFolder, path.posix.relative('/modules', folder), 'media')
	);
	media.set(fields.id, files);
	const mediaAddress = `/learn/${place.series.slug}/${place.slug}/media`;
	const stepPaths = Object.keys(contentFiles).filter(
		(file) => path.posix.dirname(file) === folder && placeOf(path.posix.basename(file, '.md'))
	);
	const texts = Object.entries(guideFiles)
		.filter(([file]) => path.posix.dirname(file) === folder)
		.map(([file, text]) => ({ file, text }));
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
		introHtml: proseOf(render(`${folder}/module.md`, mediaAddress)),
		steps: inOrder(stepPaths).map((step, index) =>
			loadStep(step, index + 1, fields.id, { media: files, mediaAddress })
		),
		guides: readGuides(texts).guides.map(finishGuide)
	};
}

function loadStep(
	place: { path: string; slug: string },
	number: number,
	moduleId: string,
	surroundings: Surroundings
): Step {
	const { id, title, minutes, requires } = v.parse(
		stepFields,
		contentFile(place.path).metadata.front
	);
	const parts: Part[] = [];
	const blocks: Block[] = [];
	for (const piece of render(place.path, surroundings.mediaAddress)) {
		if (piece.kind === 'prose') {
			parts.push(piece);
			continue;
		}
		const { kind, props } = piece.block;
		if (!isBlockKind(kind))
			throw new Error(`${place.path}:${piece.block.line}: unknown block ${kind}`);
		const prompt = { promptHtml: piece.html, promptText: piece.text };
		const block = finishBlock(kind, props, prompt, surroundings);
		blocks.push(block);
		parts.push({ kind: 'block', id: block.id });
	}
	const completable = blocks.filter((block) => blockKinds[block.kind].completable);
	const required = completable
		.filter((block) => requires === null || requires.includes(block.kind))
		.map((block) => block.id);
	return { id, slug: place.slug, number, moduleId, title, minutes, required, parts, blocks };
}

/** Folders below modules/ that hold such a file, at such a depth. */
function foldersWith(name: string, depth: number): string[] {
	return Object.keys(contentFiles)
		.filter((file) => path.posix.basename(file) === name && file.split('/').length === depth + 2)
		.map((file) => path.posix.dirname(file))
		.sort();
}

function inOrder(paths: string[]): { path: string; slug: string }[] {
	return paths
		.flatMap((one) => {
			const place = placeOf(path.posix.basename(one, '.md'));
			return place ? [{ path: one, ...place }] : [];
		})
		.sort((one, other) => one.number - other.number);
}

function contentFile(file: string): ContentFile {
	const found = contentFiles[file];
	if (!found) throw new Error(`${file} is missing.`);
	return found;
}

function render(file: string, mediaAddress: string): RenderedPiece[] {
	return renderContent(contentFile(file).default, mediaAddress);
}

function proseOf(pieces: RenderedPiece[]): string {
	return pieces.map((piece) => (piece.kind === 'prose' ? piece.html : '')).join('');
}
