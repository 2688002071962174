import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Component } from 'svelte';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockKinds, isBlockKind } from './blocks/index.ts';
import { finishBlock } from './blocks/finish.ts';
import { check } from './check.ts';
import { finishProtocol } from './finish-protocol.ts';
import { describeFault } from './fault.ts';
import { isMode } from './modes.ts';
import { readProtocols } from './protocol.ts';
import { renderContent, type RenderedPiece } from './rendering.ts';
import { readWritten } from './tags.ts';

/**
 * The examples of the author's guide, which authors copy: all together they make one series, which has to pass the
 * real check and the real rendering. A fence that says a file's name is that file; any other holds a step's blocks.
 */

const guide = await readFile('docs/authoring.md', 'utf8');
const folder = 'modules/examples/01-example';

interface Example {
	line: number;
	/** The file that it is, or null: words and blocks of a step. */
	name: string | null;
	text: string;
}

const examples = [...guide.matchAll(/^```md(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
	({ index, 1: name, 2: text = '' }): Example => ({
		line: guide.slice(0, index).split('\n').length,
		name: name ?? null,
		text
	})
);
const bodies = examples.filter(({ name }) => name === null);

/** A step's front matter around the example, and a block to complete where it has none. */
function stepOf({ line, text }: Example): string {
	const { blocks } = readWritten(text, 1);
	const completable = blocks.some(({ kind }) => blockKinds[kind].completable);
	const asked = `\n<Reflect id="example-${line}-asked" audience="me">\n\nWhy?\n\n</Reflect>\n`;
	return `---\nid: example-${line}\ntitle: The example of line ${line}\nminutes: 1\n---\n\n${text}${completable ? '' : asked}`;
}

function content() {
	const texts = new Map<string, string>();
	for (const { name, text } of examples) {
		if (name === null) continue;
		const isSeries = name === 'series.md' || name === 'glossary.md';
		const isApart = /^(library|protocols)\//.test(name);
		const place = isApart ? 'modules' : isSeries ? 'modules/examples' : folder;
		texts.set(`${place}/${name}`, text);
	}
	for (const body of bodies)
		texts.set(`${folder}/${100 + body.line}-example-${body.line}.md`, stepOf(body));
	// The minutes of the steps add up to the module's.
	const alone = bodies.length + 10;
	const module = texts.get(`${folder}/module.md`) ?? '';
	texts.set(`${folder}/module.md`, module.replace(/alone: \d+/, `alone: ${alone}`));
	const files = [
		'rooms.mp4',
		'rooms.webp',
		'rooms.en.vtt',
		'rooms.es.vtt',
		'rooms.chapters.vtt',
		'cards.pdf'
	];
	const media = new Map(files.map((file) => [`${folder}/media/${file}`, { seconds: 150 }]));
	for (const file of files.filter((one) => one.endsWith('.vtt'))) {
		texts.set(`${folder}/media/${file}`, 'WEBVTT\n\n00:01.000 --> 00:04.000\nA door opens.\n');
	}
	return { texts, media };
}

test('the examples of the author’s guide pass the check', () => {
	const faults = check(content()).faults.filter(({ mend }) => mend !== 'lock');
	expect(faults.map(describeFault)).toEqual([]);
});

test('there is an example of every block', () => {
	const shown = new Set(
		bodies.flatMap(({ text }) => readWritten(text, 1).blocks.map(({ kind }) => kind))
	);
	expect(Object.keys(blockKinds).filter((kind) => isBlockKind(kind) && !shown.has(kind))).toEqual(
		[]
	);
});

test('the example of a protocol is rendered', () => {
	const name = 'protocols/one-tells.md';
	const text = examples.find((one) => one.name === name)?.text ?? '';
	const [written] = readProtocols([{ file: `modules/${name}`, text }]).protocols;
	const steps = written ? finishProtocol(written).steps : [];
	expect(steps.map(({ title, minutes, speaks }) => ({ title, minutes, speaks }))).toEqual([
		{ title: 'Tell', minutes: 3, speaks: { who: 'roles', names: ['Teller'] } },
		{ title: 'Ask', minutes: 3, speaks: { who: 'roles', names: ['Listeners'] } },
		{ title: 'Take along', minutes: 2, speaks: { who: 'in-turn' } }
	]);
	expect(steps[0]?.text.html).toContain('<p>From the beginning.');
});

describe('each example is rendered:', () => {
	let scratch = '';
	beforeAll(async () => {
		scratch = await mkdtemp(path.join(tmpdir(), 'throughline-docs-'));
		await mkdir(path.join(scratch, 'modules'));
	});
	afterAll(() => rm(scratch, { recursive: true }));

	test.each(bodies.map((body) => [body.line, body] as const))('line %i', async (line, body) => {
		const file = path.join(scratch, 'modules', `${line}.md`);
		await writeFile(file, stepOf(body));
		// A compiled step is a component: the plugin for Svelte makes it so.
		const compiled = (await import(/* @vite-ignore */ file)) as { default: Component };
		const pieces = renderContent(compiled.default, '/learn/examples/example/media');
		const written = readWritten(stepOf(body), 1);
		expect(pieces.flatMap(kindOf)).toEqual(
			[...written.blocks, ...written.wraps]
				.sort((one, other) => one.offset - other.offset)
				.map(({ kind }) => kind)
		);
		for (const piece of pieces) if (piece.kind === 'block') finish(piece);
	});
});

function kindOf(piece: RenderedPiece): string[] {
	return piece.kind === 'block' ? [piece.block.kind] : [];
}

/** @throws when the page could not be given the block. */
function finish(piece: Extract<RenderedPiece, { kind: 'block' }>): void {
	const { kind, props } = piece.block;
	if (isMode(kind)) expect(piece.text).not.toBe('');
	else if (!isBlockKind(kind)) throw new Error(`${kind} is no block.`);
	else {
		const prompt = { promptHtml: piece.html, promptText: piece.text };
		const surroundings = {
			language: 'en' as const,
			media: new Map(),
			mediaAddress: '/learn/examples/example/media'
		};
		expect(finishBlock(kind, props, prompt, surroundings).id).toBe(props['id']);
	}
}
