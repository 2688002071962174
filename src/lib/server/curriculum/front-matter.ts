import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { complaints } from './fields.ts';
import type { Fault } from './fault.ts';

/** A file split at its front matter. `bodyLine` is the line (from 1) on which the body begins. */
export interface Split {
	yaml: string;
	body: string;
	bodyLine: number;
}

export function splitFrontMatter(text: string): Split | null {
	const lines = text.split('\n');
	if (lines[0]?.trimEnd() !== '---') return null;
	const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
	if (end < 0) return null;
	return {
		yaml: lines.slice(1, end).join('\n'),
		body: lines.slice(end + 1).join('\n'),
		bodyLine: end + 2
	};
}

/** YAML as a value, for the renderer, which runs only on checked files. */
export function frontMatterValue(yaml: string): unknown {
	return parseDocument(yaml).toJS();
}

export interface FrontMatter<Value> {
	value: Value | null;
	/** The line of a key, or of the file's start when it isn't there. */
	lineOf: (path: readonly (string | number)[]) => number;
	faults: Fault[];
}

export function readFrontMatter<Schema extends v.GenericSchema>(
	file: string,
	yaml: string | null,
	schema: Schema
): FrontMatter<v.InferOutput<Schema>> {
	if (yaml === null) {
		const message =
			'The front matter is missing. Begin the file with a line ---, then its keys, then a line ---.';
		return { value: null, lineOf: () => 1, faults: [{ file, line: 1, message }] };
	}
	const counter = new LineCounter();
	const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
	const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + 1;
	const lineOf = (path: readonly (string | number)[]) => lineAt(offsetOf(document, path));
	const trouble = [...document.errors, ...document.warnings];
	if (trouble.length > 0) {
		const faults = trouble.map(({ message, pos }) => ({
			file,
			line: lineAt(pos[0]),
			message: `The front matter is not YAML: ${firstLine(message)}. Quote a text that has a colon or a quote mark in it.`
		}));
		return { value: null, lineOf, faults };
	}
	const result = v.safeParse(schema, plain(document));
	if (result.success) return { value: result.output, lineOf, faults: [] };
	const faults = complaints(result.issues).map(({ path, message }) => ({
		file,
		line: lineOf(path),
		message
	}));
	return { value: null, lineOf, faults };
}

function plain(document: Document): unknown {
	try {
		return document.toJS() ?? {};
	} catch {
		return {};
	}
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
	for (let depth = path.length; depth > 0; depth -= 1) {
		const node = document.getIn(path.slice(0, depth), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}

function firstLine(text: string): string {
	return (text.split('\n')[0] ?? '').replace(/[.:]$/, '');
}
