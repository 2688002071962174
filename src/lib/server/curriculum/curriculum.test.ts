import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	findBlock,
	findMedia,
	findModule,
	findSeries,
	findStep,
	getModule,
	getSeries,
	listSeries,
	toPlayer
} from './index.ts';
import { NotFound } from '../errors.ts';

/** The real content under modules/, as the app reads it. */
const [series] = listSeries();
const modules = listSeries().flatMap((one) => one.modules);
const steps = modules.flatMap((one) => one.steps);
const blocks = steps.flatMap((one) => one.blocks);

describe('the curriculum', () => {
	test('has the flagship series, with its modules and steps in order', () => {
		expect(series?.slug).toBe('leading-with-access-and-equity');
		expect(series?.modules[0]?.slug).toBe('start-with-who-is-missing');
		expect(series?.modules.map(({ number }) => number)).toEqual(
			series?.modules.map((_, at) => at + 1)
		);
		for (const module of modules) {
			expect(module.steps.map(({ number }) => number)).toEqual(module.steps.map((_, at) => at + 1));
		}
	});

	test('finds by address and by id, and nothing that is not there', () => {
		const slug = series?.slug ?? '';
		expect(findSeries(slug)).toBe(series);
		expect(getSeries('lae')).toBe(series);
		expect(getModule('lae-1')).toBe(findModule(slug, 'start-with-who-is-missing'));
		for (const step of steps.filter(({ moduleId }) => moduleId === 'lae-1')) {
			expect(findStep(slug, 'start-with-who-is-missing', step.slug)?.step).toBe(step);
		}
		expect(findSeries('__proto__')).toBeNull();
		expect(findModule(slug, 'nowhere')).toBeNull();
		expect(findBlock('constructor')).toBeNull();
		expect(() => getSeries('nothing')).toThrow(NotFound);
	});

	test('keeps every block in its place among the prose, with its question', () => {
		for (const step of steps) {
			const placed = step.parts.flatMap((part) => (part.kind === 'block' ? [part.id] : []));
			expect(placed).toEqual(step.blocks.map(({ id }) => id));
			expect(step.required.length).toBeGreaterThan(0);
		}
		for (const block of blocks) {
			if (!('promptText' in block)) continue;
			expect(block.promptText).not.toBe('');
			expect(block.promptHtml).toMatch(/^<p>/);
		}
	});

	test('leaves no mark of its rendering in the prose', () => {
		const prose = steps.flatMap(({ parts }) =>
			parts.map((part) => (part.kind === 'prose' ? part.html : ''))
		);
		expect(prose.join('')).not.toMatch(/<!--|block-marker|<script|\sstyle=/);
	});

	test('gives a participant no answer key and no feedback', () => {
		const checks = blocks.filter(({ kind }) => kind === 'check');
		expect(checks.length).toBeGreaterThan(0);
		expect(JSON.stringify(checks.map(toPlayer))).not.toMatch(/"correct"|"feedback"/);
	});

	test('knows each video: how long, what is said, and where its files are', () => {
		for (const block of blocks) {
			if (block.kind !== 'video') continue;
			expect(block.seconds).toBeGreaterThan(30);
			expect(block.captions.map(({ label }) => label)).toEqual(['English', 'Español']);
			for (const { cues } of block.captions) expect(cues.length).toBeGreaterThan(5);
			const [, , seriesSlug = '', moduleSlug = '', , file = ''] = block.src.split('/');
			const media = findMedia(seriesSlug, moduleSlug, file);
			expect(media?.type).toBe('video/mp4');
			expect(existsSync(media?.path ?? '')).toBe(true);
		}
	});

	test('serves no file that is not a medium of the module', () => {
		const slug = series?.slug ?? '';
		for (const file of ['../module.md', 'rooms.script.md', '..%2fmodule.md', '/etc/passwd', '']) {
			expect(findMedia(slug, 'start-with-who-is-missing', file)).toBeNull();
		}
	});

	test('has a guide for module 1 in which must and trim blocks fill the time', () => {
		const guide = getModule('lae-1').guides.find(({ variant }) => variant === 'in-person');
		const planned = guide?.agenda.filter(({ priority }) => priority !== 'skip') ?? [];
		expect(planned.reduce((sum, block) => sum + block.minutes, 0)).toBe(guide?.minutes);
		expect(planned.every(({ participants, say }) => participants?.html && say?.html)).toBe(true);
	});
});
