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
import { questions } from './fixture.ts';
import { inquire, inquiryInput, readQuestionsView, readInquiryWork } from './inquiry.ts';
import { saveNote } from './save-note.ts';

/** It stands in no content: where it would stand is the first step of the first module. */
function findFixture(id: string): ReturnType<typeof curriculum.findBlock> {
	const series = curriculum.getSeries('lae');
	const [module] = series.modules;
	const step = module?.steps[0];
	if (id !== questions.id || module === undefined || step === undefined) return null;
	return { series, module, step, block: questions };
}

const series = curriculum.getSeries('lae').slug;
const module = curriculum.getSeries('lae').modules[0]?.slug ?? '';

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
afterAll(() => vi.restoreAllMocks());
beforeEach(async () => {
	vi.spyOn(curriculum, 'findBlock').mockImplementation(findFixture);
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
});

function send(viewer: Viewer, fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ blockId: questions.id, ...fields })) {
		form.set(name, value);
	}
	return inquire(viewer, series, module, readForm(form, inquiryInput));
}

function write(viewer: Viewer, part: string, text: string, sequence = 1) {
	const input = { blockId: questions.id, part, text, base: 0, writer: 'phone', sequence };
	return saveNote(viewer, series, module, input);
}

async function seenBy(viewer: Viewer) {
	const [place] = viewer.enrolments;
	if (place === undefined) throw new Error(`${viewer.name} takes part in nothing.`);
	return readInquiryWork(place, questions);
}

const done = () => prisma().blockCompletion.count();

describe('What the team says', () => {
	test('is shown by role and without names, lens by lens, to who answered there', async () => {
		await send(jonah, { role: 'family', 'answer-who': 'Those who sit in front.' });
		await write(jonah, 'when', 'On Mondays.');
		expect((await seenBy(ana)).said).toEqual({ beliefs: null, practices: null });
		await send(ana, { role: 'teacher' });
		await write(ana, 'why', 'Habit.');
		const { said, role } = await seenBy(ana);
		expect(role).toBe('teacher');
		expect(said['practices']).toBeNull();
		expect(said['beliefs']).toEqual([
			{
				questionId: 'who',
				byRole: [
					{ roleId: 'teacher', texts: [] },
					{ roleId: 'leader', texts: [] },
					{ roleId: 'family', texts: ['Those who sit in front.'] }
				]
			},
			{
				questionId: 'why',
				byRole: [
					{ roleId: 'teacher', texts: ['Habit.'] },
					{ roleId: 'leader', texts: [] },
					{ roleId: 'family', texts: [] }
				]
			}
		]);
		expect(JSON.stringify(said)).not.toMatch(/Jonah|Ana/);
	});

	test('is not shown to who has answered but named no role, and closes again for who empties theirs', async () => {
		await send(jonah, { role: 'family', 'answer-who': 'All.' });
		await write(ana, 'who', 'Some.');
		expect((await seenBy(ana)).said['beliefs']).toBeNull();
		await send(ana, { role: 'leader' });
		expect((await seenBy(ana)).said['beliefs']).not.toBeNull();
		await write(ana, 'who', '  ', 2);
		expect((await seenBy(ana)).said['beliefs']).toBeNull();
	});

	test('stays in the team', async () => {
		await send(ana, { role: 'teacher', 'answer-who': 'Ours.' });
		const place = { cohortId: network.cohort.id, organisationId: network.county } as const;
		const rosa = await makeViewer('Rosa Delgado', { ...place, role: 'participant' });
		for (const stranger of [rosa, network.viewers['Sofia Marchetti']]) {
			await send(stranger, { role: 'teacher', 'answer-who': 'Theirs.' });
			expect(JSON.stringify((await seenBy(stranger)).said)).not.toContain('Ours.');
		}
	});

	test('is listed for facilitators by team, with how many answer for each role', async () => {
		await send(ana, { role: 'teacher', 'answer-who': 'Ours.' });
		await send(jonah, { role: 'teacher' });
		const { teams } = await readQuestionsView(network.cohort.id, questions);
		expect(teams).toHaveLength(1);
		expect(teams[0]?.roles.map(({ people }) => people)).toEqual([2, 0, 0]);
		expect(JSON.stringify(teams)).not.toMatch(/Jonah|Ana/);
	});
});

describe('What Ana answers', () => {
	test('completes the block with a role and one answer in each lens, and opens it when she empties one', async () => {
		await write(ana, 'who', 'Some.');
		await write(ana, 'when', 'On Mondays.');
		expect(await done()).toBe(0);
		await send(ana, { role: 'leader' });
		expect(await done()).toBe(1);
		await write(ana, 'when', '', 2);
		expect(await done()).toBe(0);
	});

	test('is kept though she named no role, and she is told', async () => {
		await expect(send(ana, { 'answer-who': 'Some.' })).rejects.toMatchObject({ status: 400 });
		expect((await seenBy(ana)).mine['who']).toMatchObject({ text: 'Some.', revision: 1 });
	});

	test('moves with her when she answers for another role', async () => {
		await send(ana, { role: 'leader', 'answer-who': 'Some.' });
		await send(ana, { role: 'teacher' });
		const [who] = (await seenBy(ana)).said['beliefs'] ?? [];
		expect(who?.byRole.map(({ texts }) => texts.length)).toEqual([1, 0, 0]);
	});

	test('is sealed, and is for a question and a role that there are', async () => {
		await send(ana, { role: 'leader', 'answer-who': 'Some.' });
		const { sealed } = await prisma().workNote.findFirstOrThrow();
		expect(Buffer.from(sealed).toString('latin1')).not.toContain('Some');
		await expect(send(ana, { role: 'mayor' })).rejects.toMatchObject({ status: 400 });
		await expect(send(ana, { 'answer-what': 'Hm' })).rejects.toMatchObject({ status: 400 });
		await expect(write(ana, 'what', 'Hm')).rejects.toMatchObject({ status: 400 });
	});
});
