import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { getSeries } from '../curriculum/index.ts';
import { keepIndex } from '../library/index.ts';
import { readInput } from '../forms.ts';
import { droppedPlaceInput, dropPlace, listSavedPlaces, savePlace } from '../progress/index.ts';
import { readJournal } from './journal.ts';
import { readSeries } from './series.ts';
import { readStep } from './step.ts';

const { slug, modules } = getSeries('lae');
const [first, second] = modules;
const [opening, following] = first?.steps ?? [];
if (!first || !second || !opening || !following) throw new Error('The series has two modules.');

let viewers: SmallNetwork['viewers'];
beforeEach(async () => {
	await resetDatabase();
	({ viewers } = await makeSmallNetwork());
});

describe('Ana’s saved places', () => {
	const keep = (stepSlug: string, note = '') =>
		savePlace(viewers['Ana Reyes'], slug, first.slug, stepSlug, { note });

	test('stand on the series, on the step and in the journal, the newest first', async () => {
		const ana = viewers['Ana Reyes'];
		await at(new Date('2026-11-20T08:00:00Z'), () => keep(opening.slug));
		await at(new Date('2026-11-21T08:00:00Z'), () => keep(following.slug, 'The second list'));
		const { saved } = await readSeries(ana, slug, '');
		expect(saved.map(({ title, note }) => [title, note])).toEqual([
			[following.title, 'The second list'],
			[opening.title, '']
		]);
		expect((await readJournal(ana)).saved).toEqual(saved);
		expect((await readStep(ana, slug, first.slug, following.slug)).savedNote).toBe(
			'The second list'
		);
		expect(
			(await readStep(ana, slug, first.slug, first.steps[2]?.slug ?? '')).savedNote
		).toBeNull();
	});

	test('are changed by keeping them again, and let go of', async () => {
		const ana = viewers['Ana Reyes'];
		await keep(opening.slug);
		await keep(opening.slug, 'Page 3');
		expect(await listSavedPlaces(ana)).toMatchObject([{ note: 'Page 3' }]);
		await dropPlace(ana, slug, { step: opening.id });
		expect(await listSavedPlaces(ana)).toEqual([]);
	});

	test('are nobody else’s to see or to let go of', async () => {
		await keep(opening.slug);
		for (const name of ['Jonah Bell', 'Denise Whitfield'] as const) {
			expect((await readSeries(viewers[name], slug, '')).saved).toEqual([]);
			await dropPlace(viewers[name], slug, { step: opening.id });
			const own = viewers['Ana Reyes'].enrolments.map(({ enrolmentId }) => enrolmentId);
			expect(await listSavedPlaces(viewers[name], own)).toEqual([]);
		}
		expect(await listSavedPlaces(viewers['Ana Reyes'])).toHaveLength(1);
	});

	test('are let go of by the id of a step, not by anything', () => {
		for (const step of ['', 'a\0b', 'a'.repeat(201)]) {
			expect(() => readInput({ step }, droppedPlaceInput)).toThrow('There is no such thing here.');
		}
	});

	test('cannot be in a locked module', async () => {
		const [step] = second.steps;
		await expect(
			savePlace(viewers['Ana Reyes'], slug, second.slug, step?.slug ?? '', { note: '' })
		).rejects.toThrow('is still locked');
	});
});

describe('Looking for words in a series', () => {
	beforeEach(() => keepIndex());

	test('gives the steps that have them, with a slip forgiven', async () => {
		const { found } = await readSeries(viewers['Ana Reyes'], slug, 'missng');
		expect(found?.steps.length).toBeGreaterThan(0);
		expect(found?.steps[0]?.href).toMatch(new RegExp(`^/learn/${slug}/`));
		expect(found?.mended).toMatchObject([{ typed: 'missng' }]);
	});

	test('says of a locked module that it has them, and why it is locked, and nothing else', async () => {
		const words = second.steps[0]?.title ?? '';
		const { found } = await readSeries(viewers['Ana Reyes'], slug, words);
		expect(found?.locked.map(({ title }) => title)).toContain(second.title);
		expect(found?.locked[0]?.lock).toContain('Opens when you have finished');
		expect(JSON.stringify(found)).not.toContain(`/${second.slug}/`);
		const { found: prepared } = await readSeries(viewers['Denise Whitfield'], slug, words);
		expect(prepared?.locked).toEqual([]);
		expect(prepared?.steps.map(({ moduleTitle }) => moduleTitle)).toContain(second.title);
	});

	test('is no search without words, and calm with what is no word', async () => {
		const ana = viewers['Ana Reyes'];
		expect((await readSeries(ana, slug, '  ')).found).toBeNull();
		for (const odd of ['\0', '🦩', "' or 1=1 --", '\ud800', 'x'.repeat(5000)]) {
			await readSeries(ana, slug, odd);
		}
	});
});
