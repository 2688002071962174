import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import * as curriculum from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { readForm } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { rubric } from './fixture.ts';
import { observationInput, observe, partOf } from './observation.ts';
import { readRubricView, readRubricWork } from './rubric.ts';
import { saveNote } from './save-note.ts';
import { openVisit } from './visit.ts';

/** It stands in no content: where it would stand is the first step of the first module. */
function findFixture(id: string): ReturnType<typeof curriculum.findBlock> {
	const series = curriculum.getSeries('lae');
	const [module] = series.modules;
	const step = module?.steps[0];
	if (id !== rubric.id || module === undefined || step === undefined) return null;
	return { series, module, step, block: rubric };
}

const series = curriculum.getSeries('lae').slug;
const module = curriculum.getSeries('lae').modules[0]?.slug ?? '';
const visitHere = { blockId: rubric.id, place: 'Grade 3 hall', day: '2026-11-17' };

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let visit: string;
afterAll(() => vi.restoreAllMocks());
beforeEach(async () => {
	vi.spyOn(curriculum, 'findBlock').mockImplementation(findFixture);
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	visit = (await openVisit(ana, series, module, visitHere)).id;
});

/** What a form with these fields does. */
function send(viewer: Viewer, fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ blockId: rubric.id, visit, ...fields })) {
		form.set(name, value);
	}
	return observe(viewer, series, module, readForm(form, observationInput));
}

function sheet(levels: readonly number[]): Record<string, string> {
	return Object.fromEntries(
		rubric.indicators.map(({ id }, at) => [`level-${id}`, String(levels[at] ?? 1)])
	);
}

const finishing = { finish: 'yes' };

function write(viewer: Viewer, indicator: string, text: string, base = 0, writer = 'phone') {
	const part = partOf(visit, indicator);
	const input = { blockId: rubric.id, part, text, base, writer, sequence: 1 };
	return saveNote(viewer, series, module, input);
}

async function seenBy(viewer: Viewer) {
	const [place] = viewer.enrolments;
	if (place === undefined) throw new Error(`${viewer.name} takes part in nothing.`);
	return readRubricWork(place, 'America/New_York', rubric);
}

describe('A visit', () => {
	test('that Ana opens is there for Jonah, and opened by both it is one', async () => {
		const all = await Promise.all(
			[ana, jonah, ana, jonah].map((who) => openVisit(who, series, module, visitHere))
		);
		expect(new Set(all.map(({ id }) => id))).toEqual(new Set([visit]));
		const { visits, team } = await seenBy(jonah);
		expect(team).toBe('Alder Street School');
		expect(visits).toMatchObject([{ place: 'Grade 3 hall', day: '2026-11-17', observers: [] }]);
	});

	test('is nobody’s outside the team: not of another cohort, nor of another school in the cohort', async () => {
		const place = { cohortId: network.cohort.id, organisationId: network.county } as const;
		const rosa = await makeViewer('Rosa Delgado', { ...place, role: 'participant' });
		for (const stranger of [rosa, network.viewers['Sofia Marchetti']]) {
			expect((await seenBy(stranger)).visits).toEqual([]);
			await expect(send(stranger, sheet([1]))).rejects.toMatchObject({ status: 404 });
			await expect(write(stranger, 'greet', 'Hello')).rejects.toMatchObject({ status: 404 });
		}
		expect(await prisma().workNote.count()).toBe(0);
	});
});

describe('What Ana sees on a visit', () => {
	test('is hers alone until she says that she is finished, also for her facilitators', async () => {
		await write(ana, 'greet', 'Two of three doors were open.');
		await send(ana, sheet([2, 3, 2, 1, 4, 2]));
		await send(jonah, { ...sheet([2, 2, 2, 2, 4, 2]), ...finishing });
		expect(JSON.stringify(await seenBy(jonah))).not.toContain('Two of three');
		expect((await seenBy(jonah)).visits[0]).toMatchObject({
			observers: [
				{ name: 'Ana Reyes', isFinished: false, isMe: false },
				{ name: 'Jonah Bell', isFinished: true, isMe: true }
			],
			together: null
		});
		const [team] = (await readRubricView(network.cohort.id, rubric)).teams;
		expect(team?.visits[0]?.together?.observers).toEqual(['Jonah Bell']);
		expect(JSON.stringify(team)).not.toContain('Two of three');
	});

	test('stands beside what Jonah saw once both are finished, and not before she is', async () => {
		await send(jonah, { ...sheet([1, 2, 2, 2, 4, 2]), ...finishing });
		await write(ana, 'greet', 'Two of three doors were open.');
		await send(ana, sheet([3, 2, 2, 1, 4, 2]));
		expect((await seenBy(ana)).visits[0]?.together).toBeNull();
		await send(ana, finishing);
		const together = (await seenBy(ana)).visits[0]?.together;
		expect(together?.observers).toEqual(['Jonah Bell', 'Ana Reyes']);
		expect(together?.indicators[0]).toEqual({
			id: 'greet',
			levels: [1, 3],
			notes: ['', 'Two of three doors were open.'],
			apart: 2
		});
		// 4 of 6 the same, 5 of 6 at most one apart. Chance: (1·1 + 4·3 + 0·1 + 1·1) / 36 = 14/36.
		expect(together?.agreement.exact).toBeCloseTo(4 / 6);
		expect(together?.agreement.adjacent).toBeCloseTo(5 / 6);
		expect(together?.agreement.kappa.value).toBeCloseTo((4 / 6 - 14 / 36) / (1 - 14 / 36));
	});

	test('needs a level for every indicator before it is finished; what is there is kept', async () => {
		await expect(
			send(ana, { 'level-greet': '3', 'note-greet': 'Doors.', 'base-greet': '0', ...finishing })
		).rejects.toMatchObject({
			status: 400,
			message: '5 indicators have no level yet. Rate them, then say that you are finished.'
		});
		expect((await seenBy(ana)).visits[0]?.mine.ratings['greet']).toMatchObject({
			level: 3,
			note: { text: 'Doors.', revision: 1 }
		});
		expect(await prisma().blockCompletion.count()).toBe(0);
	});

	test('stands once she is finished, and completes the block', async () => {
		await send(ana, { ...sheet([1, 2, 3, 4, 1, 2]), ...finishing });
		expect(await prisma().blockCompletion.count()).toBe(1);
		await expect(send(ana, { 'level-greet': '4' })).rejects.toMatchObject({ status: 403 });
		await expect(write(ana, 'greet', 'After all')).rejects.toMatchObject({ status: 403 });
		expect((await send(ana, finishing)).isFinished).toBe(true);
	});

	test('is sealed in the database', async () => {
		await write(ana, 'greet', 'Two of three doors were open.');
		const { sealed } = await prisma().workNote.findFirstOrThrow();
		expect(Buffer.from(sealed).toString('latin1')).not.toContain('doors');
	});

	test('is never written over by another page of hers that did not know it', async () => {
		await write(ana, 'greet', 'From the phone.');
		expect(await write(ana, 'greet', 'From the laptop.', 0, 'laptop')).toMatchObject({
			status: 'conflict',
			theirs: { text: 'From the phone.', revision: 1 }
		});
		await expect(
			send(ana, { 'note-greet': 'From a form.', 'base-greet': '0' })
		).rejects.toMatchObject({ status: 409 });
		await send(ana, { 'note-greet': 'Both.', 'base-greet': '1' });
		expect((await seenBy(ana)).visits[0]?.mine.ratings['greet']?.note.text).toBe('Both.');
	});

	test.each([
		['a level that is none', { 'level-greet': '5' }],
		['a level in words', { 'level-greet': 'Always' }],
		['an indicator that is none', { 'level-nothing': '1' }],
		['a note to an indicator that is none', { 'note-__proto__x': 'Hm' }],
		['a note over a revision that is none', { 'note-greet': 'Hm', 'base-greet': '1.5' }]
	])('is not %s', async (_, fields) => {
		await expect(send(ana, fields)).rejects.toMatchObject({ status: 400 });
	});
});
