import path from 'node:path';
import type { Component } from 'svelte';
import * as v from 'valibot';
import type { Language } from '../../languages.ts';
import { renderContent, textOf, type RenderedPiece } from './rendering.ts';
import { translate } from './translation.ts';

/** The files under modules/, as the build compiled them. What is missing in a language is read in English. */

interface ContentFile {
	default: Component;
	metadata: { front: unknown };
}

const contentFiles = import.meta.glob<ContentFile>(
	[
		'/modules/*/*.md',
		'!/modules/protocols/*.md',
		'/modules/*/*/module*.md',
		'/modules/*/*/handout.*.md',
		'/modules/*/*/[0-9]*.md'
	],
	{ eager: true }
);
const guideFiles = import.meta.glob<string>('/modules/*/*/guide.*.md', {
	eager: true,
	query: '?raw',
	import: 'default'
});

const protocolFiles = import.meta.glob<string>('/modules/protocols/*.md', {
	eager: true,
	query: '?raw',
	import: 'default'
});

/** English files of a folder, by name, in the order of their names. */
export function filesIn(folder: string): string[] {
	return Object.keys(contentFiles).filter((file) => path.posix.dirname(file) === folder);
}

export function guidesIn(folder: string): { file: string; text: string }[] {
	return Object.entries(guideFiles)
		.filter(([file]) => path.posix.dirname(file) === folder)
		.map(([file, text]) => ({ file, text }));
}

export function protocolTexts(): { file: string; text: string }[] {
	return Object.entries(protocolFiles).map(([file, text]) => ({ file, text }));
}

/** Folders below modules/ that hold such a file, at such a depth. */
export function foldersWith(name: string, depth: number): string[] {
	return Object.keys(contentFiles)
		.filter((file) => path.posix.basename(file) === name && file.split('/').length === depth + 2)
		.map((file) => path.posix.dirname(file))
		.sort();
}

/** Whether anything below a folder is written in the language. */
export function isTranslated(folder: string, language: Language): boolean {
	return [...Object.keys(contentFiles), ...Object.keys(guideFiles)].some(
		(file) => file.startsWith(`${folder}/`) && file.endsWith(`.${language}.md`)
	);
}

export function isThere(file: string): boolean {
	return contentFiles[file] !== undefined;
}

/** The file beside an English one that says it in the language, or null. */
export function translationOf(file: string, language: Language): string | null {
	const other = file.replace(/\.md$/, `.${language}.md`);
	return language !== 'en' && isThere(other) ? other : null;
}

/** What stands between the two `---` lines. @throws valibot's error when it is at fault: the check says it in words. */
export function fieldsOf<Schema extends v.GenericSchema>(
	file: string,
	schema: Schema,
	language: Language
): v.InferOutput<Schema> {
	const other = translationOf(file, language);
	const english = frontOf(file);
	return v.parse(schema, other ? translate(schema, english, frontOf(other)).value : english);
}

export function frontOf(file: string): unknown {
	return contentFile(file).metadata.front;
}

export function render(file: string, mediaAddress: string): RenderedPiece[] {
	return renderContent(contentFile(file).default, mediaAddress);
}

export interface Prose {
	html: string;
	text: string;
	language: Language;
}

/** The words of a document without blocks. */
export function proseOf(file: string, mediaAddress: string, language: Language): Prose {
	const other = translationOf(file, language);
	const translated = other === null ? '' : htmlOf(render(other, mediaAddress));
	if (translated !== '') return { html: translated, text: textOf(translated), language };
	const html = htmlOf(render(file, mediaAddress));
	return { html, text: textOf(html), language: 'en' };
}

function htmlOf(pieces: RenderedPiece[]): string {
	return pieces.map((piece) => (piece.kind === 'prose' ? piece.html : '')).join('');
}

function contentFile(file: string): ContentFile {
	const found = contentFiles[file];
	if (!found) throw new Error(`${file} is missing.`);
	return found;
}
