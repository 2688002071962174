import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type Name,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { saveAnswer } from '../answers/index.ts';
import { at } from '../clock.ts';
import { dateModule, openModule } from '../cohorts/index.ts';
import { getSeries } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import {
	exportNetwork,
	readCohort,
	readFacilitatorHome,
	readNetwork,
	readSharedAnswers
} from './index.ts';

const SERIES = getSeries('lae');
const FIRST = SERIES.modules[0];
const SECOND = SERIES.modules[1];
if (FIRST === undefined || SECOND === undefined) throw new Error('The series has modules.');

const MARCH = new Date('2027-03-01T15:00:00Z');
const APRIL = new Date('2027-04-01T15:00:00Z');

let network: SmallNetwork;
let people: Record<Name, Viewer>;
beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	people = network.viewers;
	await prisma().enrolment.updateMany({ data: { createdAt: MARCH } });
});

/** Marks the first steps of module 1 as done, all of them with the module itself. */
async function finish({ enrolments: [enrolment] }: Viewer, steps: number, completedAt: Date) {
	const enrolmentId = enrolment?.enrolmentId ?? '';
	const done = FIRST?.steps.slice(0, steps) ?? [];
	await prisma().stepCompletion.createMany({
		data: done.map(({ id }) => ({ enrolmentId, stepId: id, completedAt }))
	});
	await prisma().blockCompletion.createMany({
		data: done.flatMap(({ blocks }) =>
			blocks.slice(0, 1).map(({ id }) => ({ enrolmentId, blockId: id, completedAt }))
		)
	});
	if (FIRST === undefined || steps < FIRST.steps.length) return;
	await prisma().moduleCompletion.create({
		data: { enrolmentId, moduleId: FIRST.id, completedAt }
	});
}

describe('The progress grid', () => {
	test('shows Denise where Ana and Jonah are, and that Jonah needs a word', async () => {
		await finish(people['Ana Reyes'], FIRST.steps.length, APRIL);
		await finish(people['Jonah Bell'], 2, MARCH);
		const page = await at(APRIL, () =>
			readCohort(people['Denise Whitfield'], network.cohort.id, 'name')
		);
		expect(
			page.people.map(({ name, cells }) => [name, ...cells.slice(0, 3).map(({ state }) => state)])
		).toEqual([
			['Ana Reyes', 'done', 'ahead', 'locked'],
			['Jonah Bell', 'begun', 'locked', 'locked']
		]);
		expect(page.people[1]?.cells[0]).toMatchObject({ steps: 2, of: FIRST.steps.length });
		expect(page.stuck.map(({ name }) => name)).toEqual(['Jonah Bell']);
	});

	test('puts who is least active first when asked', async () => {
		await finish(people['Ana Reyes'], 1, APRIL);
		const page = await at(APRIL, () =>
			readCohort(people['Denise Whitfield'], network.cohort.id, 'quiet')
		);
		expect(page.people.map(({ name }) => name)).toEqual(['Jonah Bell', 'Ana Reyes']);
	});

	test('does not call Ana stuck when all that is left is locked', async () => {
		await finish(people['Ana Reyes'], FIRST.steps.length, MARCH);
		const denise = people['Denise Whitfield'];
		await dateModule(denise, network.cohort.id, { module: SECOND.id, opensAt: '2027-05-01T09:00' });
		const page = await at(APRIL, () => readCohort(denise, network.cohort.id, 'name'));
		expect(page.stuck.map(({ name }) => name)).toEqual(['Jonah Bell']);
		expect(page.modules[1]).toMatchObject({ opensAt: '2027-05-01T09:00', isOpened: false });
		expect(page.modules[1]?.lock).toContain('May 1');
	});

	test('shows a module as open to everybody once Denise opens it', async () => {
		const denise = people['Denise Whitfield'];
		await openModule(denise, network.cohort.id, SECOND.id);
		const page = await readCohort(denise, network.cohort.id, 'name');
		expect(page.modules[1]).toMatchObject({ isOpened: true, lock: null });
		expect(page.people.map(({ cells }) => cells[1]?.state)).toEqual(['ahead', 'ahead']);
	});

	test.each<Name>(['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'])(
		'is not there for %s, nor are the answers',
		async (name) => {
			const { id } = network.cohort;
			await expect(readCohort(people[name], id, 'name')).rejects.toMatchObject({ status: 404 });
			await expect(readSharedAnswers(people[name], id)).rejects.toMatchObject({ status: 404 });
		}
	);

	test('gives a join link with its code in two groups and a square to scan', async () => {
		const { join } = await readCohort(people['Denise Whitfield'], network.cohort.id, 'name');
		expect(join.code.replace(' ', '')).toBe(network.cohort.joinCode);
		expect(join.href).toBe(`http://localhost/join/${network.cohort.joinCode}`);
		expect(join.qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
	});
});

test('A date that is none is refused with a word on how to write it', async () => {
	const dating = dateModule(people['Denise Whitfield'], network.cohort.id, {
		module: SECOND.id,
		opensAt: 'soon'
	});
	await expect(dating).rejects.toMatchObject({ status: 400 });
	expect(await prisma().moduleDate.count()).toBe(0);
});

test('Denise finds her own cohort on her page, and not Marcus’s', async () => {
	const cards = await at(APRIL, () => readFacilitatorHome(people['Denise Whitfield']));
	expect(cards).toMatchObject([
		{ name: 'Alder Street team', people: 2, stuck: ['Ana Reyes', 'Jonah Bell'] }
	]);
});

describe('The network of Priya, who leads the county', () => {
	const SECRET = 'I have not told anyone that I may leave.';

	async function join(names: readonly string[], steps: number): Promise<void> {
		for (const name of names) {
			const viewer = await makeViewer(name, {
				cohortId: network.cohort.id,
				organisationId: network.school,
				role: 'participant'
			});
			await finish(viewer, steps, APRIL);
		}
	}

	test('shows no figure of a school with three people taking part', async () => {
		const { rows } = await readNetwork(people['Priya Raman'], null);
		const kinds = rows.flatMap((row) => [row.participants, row.started, ...row.finished]);
		expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['hidden']));
	});

	test('counts each person once, and never those who facilitate', async () => {
		await join(
			['Ada Nwosu', 'Ben Ortiz', 'Cleo Park', 'Dev Shah', 'Eli Stone', 'Fay Wood'],
			FIRST.steps.length
		);
		await join(['Gus Hale', 'Ida Moss', 'Kai Lund', 'Lea Brandt', 'Mo Farah'], 0);
		// Sofia joins the other cohort too.
		await prisma().enrolment.create({
			data: {
				personId: people['Sofia Marchetti'].personId,
				cohortId: network.cohort.id,
				organisationId: network.school,
				role: 'participant'
			}
		});
		const { rows, shown } = await readNetwork(people['Priya Raman'], SERIES.slug);
		expect(shown?.modules).toEqual(SERIES.modules.map(({ title }) => title));
		expect(rows.find(({ name }) => name === 'Alder Street School')).toMatchObject({
			participants: { kind: 'exact', value: 14 },
			finished: SERIES.modules.map((_, index) =>
				index === 0 ? { kind: 'exact', value: 6 } : { kind: 'few' }
			)
		});
	});

	test('holds no name and no words of anybody, nor does its file', async () => {
		await join(['Ada Nwosu', 'Ben Ortiz', 'Cleo Park', 'Dev Shah', 'Eli Stone', 'Fay Wood'], 1);
		const prompt = FIRST.steps
			.flatMap(({ blocks }) => blocks)
			.find(({ kind }) => kind === 'reflect');
		await saveAnswer(people['Ana Reyes'], SERIES.slug, FIRST.slug, {
			blockId: prompt?.id ?? '',
			text: SECRET,
			audience: 'cohort',
			base: 0,
			writer: 'form',
			sequence: 0
		});
		const view = JSON.stringify(await readNetwork(people['Priya Raman'], null));
		const file = await exportNetwork(people['Priya Raman'], null);
		for (const secret of [SECRET, 'Ana Reyes', 'Ada Nwosu', 'example.org']) {
			expect(view).not.toContain(secret);
			expect(file).not.toContain(secret);
		}
		expect(file).toContain('Alder Street School');
	});

	test('shows the file as the page: what is hidden there is hidden here', async () => {
		const file = await exportNetwork(people['Priya Raman'], null);
		expect(file.split('\r\n').find((line) => line.includes('Alder'))).toBe(
			`2,Alder Street School,school,${Array.from({ length: 3 + SERIES.modules.length }, () => 'hidden').join(',')}`
		);
	});

	test('is empty for a lead with nobody below', async () => {
		const lead: Viewer = { ...people['Ana Reyes'], organisations: [] };
		expect(await readNetwork(lead, null)).toEqual({ series: [], shown: null, rows: [] });
	});
});
