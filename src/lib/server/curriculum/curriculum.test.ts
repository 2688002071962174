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
const series = getSeries('lae');
const modules = listSeries().flatMap((one) => one.modules);
const steps = modules.flatMap((one) => one.steps);
const blocks = steps.flatMap((one) => one.blocks);

describe('the curriculum', () => {
	test('has the flagship series, with its modules and steps in order', () => {
		expect(series.slug).toBe('leading-with-access-and-equity');
		expect(series.modules[0]?.slug).toBe('start-with-who-is-missing');
		expect(series.modules.map(({ number }) => number)).toEqual(
			series.modules.map((_, at) => at + 1)
		);
		for (const module of modules) {
			expect(module.steps.map(({ number }) => number)).toEqual(module.steps.map((_, at) => at + 1));
		}
	});

	test('finds by address and by id, and nothing that is not there', () => {
		const slug = series.slug;
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
		const slug = series.slug;
		for (const file of ['../module.md', 'rooms.script.md', '..%2fmodule.md', '/etc/passwd', '']) {
			expect(findMedia(slug, 'start-with-who-is-missing', file)).toBeNull();
		}
	});

	test('brings a protocol into the block that follows it, in the reader’s language', () => {
		const mapOf = (language: 'en' | 'es') =>
			getModule('lae-1', language).guides[0]?.agenda.find(({ id }) => id === 'map');
		const english = mapOf('en');
		const spanish = mapOf('es');
		expect(english?.protocol?.minutes).toBe(english?.minutes);
		expect(english?.protocol?.steps[0]).toMatchObject({
			title: 'Write',
			minutes: 3,
			speaks: { who: 'nobody' }
		});
		expect(spanish?.protocol?.steps[0]).toMatchObject({ title: 'Escribir', minutes: 3 });
		const alone = getModule('lae-1').guides.find(({ variant }) => variant === 'self-study');
		expect(alone?.agenda.find(({ id }) => id === 'map')).toMatchObject({
			protocol: null,
			roles: []
		});
	});

	test('knows how long each video plays of which a guide shows a part', () => {
		const segments = series.modules.flatMap(({ guides }) =>
			guides.flatMap(({ agenda }) => agenda.flatMap((block) => block.segments))
		);
		expect(segments.length).toBeGreaterThan(0);
		for (const { from, to, seconds } of segments) {
			expect(seconds).toBeGreaterThanOrEqual(to === null ? from : to - 1);
		}
	});

	test('has a guide for module 1 in which must and trim blocks fill the time', () => {
		const guide = getModule('lae-1').guides.find(({ variant }) => variant === 'in-person');
		const planned = guide?.agenda.filter(({ priority }) => priority !== 'skip') ?? [];
		expect(planned.reduce((sum, block) => sum + block.minutes, 0)).toBe(guide?.minutes);
		expect(planned.every(({ participants, say }) => participants?.html && say?.html)).toBe(true);
	});
});

describe('the curriculum in Spanish', () => {
	const spanish = findStep(series.slug, 'start-with-who-is-missing', 'who-is-missing', 'es');

	test('has the same ids, addresses and minutes as in English, everywhere', () => {
		const skeleton = (all: ReturnType<typeof listSeries>) =>
			all.map(({ id, slug, modules: inside }) => [
				id,
				slug,
				inside.map((module) => [
					module.id,
					module.minutes,
					module.steps.map((one) => [one.id, one.slug, one.minutes, one.required]),
					module.steps.map((one) => one.blocks.map((block) => block.id)),
					module.guides.map(({ agenda }) => agenda.map((block) => [block.id, block.minutes])),
					module.handouts.map(({ id: handout, slug: address }) => [handout, address])
				])
			]);
		expect(skeleton(listSeries('es'))).toEqual(skeleton(listSeries('en')));
	});

	test('is in Spanish where it is translated, and says where it is not', () => {
		const module = findModule(series.slug, 'start-with-who-is-missing', 'es');
		expect(module?.language).toBe('es');
		expect(module?.title).not.toBe(getModule('lae-1').title);
		expect(spanish?.step.parts.some(({ language }) => language === 'es')).toBe(true);
		const prompts = spanish?.step.blocks.filter(({ kind }) => kind === 'reflect') ?? [];
		expect(prompts.map((block) => findBlock(block.id, 'es')?.block)).toEqual(prompts);
	});

	test('keeps the answer key', () => {
		const keyOf = (language: 'en' | 'es') =>
			findStep(series.slug, 'start-with-who-is-missing', 'who-is-missing', language)
				?.step.blocks.filter((block) => block.kind === 'check')
				.map(({ choices }) => choices.map(({ id, correct }) => [id, correct]));
		expect(keyOf('es')).toEqual(keyOf('en'));
	});
});
