import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { baseField, cellField } from '../../sheet.ts';
import { at } from '../clock.ts';
import { findBlock, type BlockPath } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { changeAssessment } from './assessment.ts';
import { changePlan } from './plan.ts';
import { readPlanWork } from './read-plan.ts';
import { listPlanHistory } from './plan-history.ts';
import { listOutcomeScores, readAssessmentView, readAssessmentWork } from './read-assessment.ts';
import { readSheetForm } from './sheet-input.ts';
import { readPlanView } from './plan-view.ts';
import { openPlace } from '../progress/index.ts';

const MORNING = new Date('2026-11-22T08:00:00Z');
const minutes = (count: number) => new Date(MORNING.getTime() + count * 60_000);

const planPath = pathOf('pfs-1-open');
const assessmentPath = pathOf('pfs-1-check');
const plan = planPath.block;
const assessment = assessmentPath.block;
if (plan.kind !== 'plan' || assessment.kind !== 'assessment') throw new Error('They are there.');
const [words = '', second = ''] = plan.columns
	.filter(({ kind }) => kind === 'text' || kind === 'person')
	.map(({ id }) => id);
const day = plan.columns.find(({ kind }) => kind === 'date')?.id ?? '';

function pathOf(blockId: string): BlockPath {
	const found = findBlock(blockId);
	if (found === null) throw new Error(`There is no ${blockId}.`);
	return found;
}

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let sofia: Viewer;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	const { viewers } = network;
	[ana, jonah, sofia] = [
		inPartners(viewers['Ana Reyes']),
		inPartners(viewers['Jonah Bell']),
		inPartners(viewers['Sofia Marchetti'])
	];
});

function inPartners(viewer: Viewer): Viewer {
	return {
		...viewer,
		enrolments: viewer.enrolments.map((enrolment) => ({ ...enrolment, seriesId: 'pfs' }))
	};
}

type Cells = Record<string, [text: string, base: number]>;

function formOf(blockId: string, act: string, cells: Cells, number = 1, here: string[] = []) {
	const form = new FormData();
	form.set('blockId', blockId);
	form.set('act', act);
	form.set('number', `${number}`);
	for (const person of here) form.append('here', person);
	for (const [where, [text, base]] of Object.entries(cells)) {
		const [row = '', column = ''] = where.split('/');
		form.set(cellField(row, column), text);
		form.set(baseField(row, column), `${base}`);
	}
	return readSheetForm(form);
}

const { series, module } = planPath;
const change = (viewer: Viewer, cells: Cells, act = 'save', when = MORNING) =>
	at(when, () => changePlan(viewer, series.slug, module.slug, formOf(plan.id, act, cells)));
const placeOf = (viewer: Viewer) => openPlace(viewer, series.slug, module.slug);
const read = async (viewer: Viewer) => readPlanWork(await placeOf(viewer), plan);

async function newRow(viewer: Viewer): Promise<string> {
	return (await change(viewer, {}, 'add')).added ?? '';
}

async function textsOf(viewer: Viewer, row: string): Promise<Record<string, string>> {
	const found = (await read(viewer)).rows.find(({ key }) => key === row);
	return Object.fromEntries(
		Object.entries(found?.cells ?? {}).map(([column, { text }]) => [column, text])
	);
}

describe('A plan that Ana and Jonah write together', () => {
	test('keeps what each writes in a cell of their own, at the same time', async () => {
		const row = await newRow(ana);
		await Promise.all([
			change(ana, { [`${row}/${words}`]: ['Who asks families', 0] }),
			change(jonah, { [`${row}/${second}`]: ['Jonah Bell', 0] })
		]);
		expect(await textsOf(ana, row)).toEqual({
			[words]: 'Who asks families',
			[second]: 'Jonah Bell'
		});
	});

	test('joins what they change in different places of one cell', async () => {
		const row = await newRow(ana);
		const cell = `${row}/${words}`;
		await change(ana, { [cell]: ['We ask the families in spring', 0] });
		await change(ana, { [cell]: ['We always ask the families in spring', 1] });
		const joined = await change(jonah, { [cell]: ['We ask the families in fall', 1] });
		expect(joined).toMatchObject({ met: [], kept: [{ revision: 3 }] });
		expect((await textsOf(ana, row))[words]).toBe('We always ask the families in fall');
	});

	test('overwrites nothing where both changed the same place: Jonah is shown both', async () => {
		const row = await newRow(ana);
		const cell = `${row}/${words}`;
		await change(ana, { [cell]: ['Ask in spring', 0] });
		const met = await change(jonah, { [cell]: ['Ask in fall', 0] });
		expect(met.met).toMatchObject([
			{ mine: 'Ask in fall', theirs: 'Ask in spring', by: 'Ana Reyes', revision: 1 }
		]);
		expect((await textsOf(ana, row))[words]).toBe('Ask in spring');
	});

	test('twenty who write one cell at once lose none of it silently', async () => {
		const row = await newRow(ana);
		const all = await Promise.all(
			Array.from({ length: 20 }, (_, index) =>
				change(index % 2 === 0 ? ana : jonah, { [`${row}/${words}`]: [`Version ${index}`, 0] })
			)
		);
		expect(all.filter(({ kept }) => kept.length > 0)).toHaveLength(1);
		expect(all.filter(({ met }) => met.length > 0)).toHaveLength(19);
	});

	test('takes a save again whose answer got lost', async () => {
		const row = await newRow(ana);
		const save = () => change(ana, { [`${row}/${words}`]: ['Once', 0] });
		await save();
		expect(await save()).toMatchObject({ met: [], kept: [{ text: 'Once', revision: 1 }] });
	});

	test('is done with one whole row, for those who worked on it', async () => {
		const row = await newRow(ana);
		const whole = Object.fromEntries(
			plan.columns.map(({ id, kind, choices }): [string, [string, number]] => [
				`${row}/${id}`,
				[kind === 'date' ? '2027-03-31' : (choices[0] ?? 'Something'), 0]
			])
		);
		const done = () => prisma().blockCompletion.count({ where: { blockId: plan.id } });
		await change(ana, whole);
		expect(await done()).toBe(1);
		await change(jonah, {}, 'join');
		expect(await done()).toBe(2);
		await change(jonah, {}, `remove:${row}`);
		expect(await done()).toBe(0);
		await change(ana, {}, `restore:${row}`);
		expect(await done()).toBe(2);
	});

	test('tells who changed what, also what was there before', async () => {
		const row = await newRow(ana);
		const cell = `${row}/${words}`;
		await change(ana, { [cell]: ['We', 0] }, 'save', minutes(1));
		await change(ana, { [cell]: ['We ask', 1] }, 'save', minutes(2));
		await change(jonah, { [cell]: ['We ask all', 2] }, 'save', minutes(3));
		const history = await listPlanHistory(await placeOf(ana), plan, row);
		expect(history.map(({ kind, by, before, after }) => [kind, by, before, after])).toEqual([
			['write', 'Jonah Bell', 'We ask', 'We ask all'],
			['write', 'Ana Reyes', '', 'We ask'],
			['add', 'Ana Reyes', '', '']
		]);
	});

	test('moves a row up past the one above', async () => {
		const [one, two] = [await newRow(ana), await newRow(ana)];
		await change(jonah, {}, `up:${two}`);
		const keys = (await read(ana)).rows.map(({ key }) => key);
		expect(keys.indexOf(two)).toBe(keys.indexOf(one) - 1);
	});

	test('is not Sofia’s, whose team is another, and Denise reads it', async () => {
		const row = await newRow(ana);
		await change(ana, { [`${row}/${words}`]: ['For our team', 0] });
		expect(JSON.stringify(await read(sofia))).not.toContain('For our team');
		await expect(change(sofia, { [`${row}/${words}`]: ['Mine', 0] })).rejects.toMatchObject({
			status: 404
		});
		const view = await readPlanView(network.cohort.id, plan);
		expect(view.plans.map(({ team }) => team)).toEqual(['Alder Street School']);
	});

	test('refuses what its column does not know', async () => {
		const row = await newRow(ana);
		if (day !== '') {
			await expect(change(ana, { [`${row}/${day}`]: ['2027-02-31', 0] })).rejects.toMatchObject({
				status: 400
			});
		}
		await expect(change(ana, { [`${row}/nowhere`]: ['x', 0] })).rejects.toMatchObject({
			status: 404
		});
	});

	test('is encrypted in the database, with all that was there before', async () => {
		const row = await newRow(ana);
		await change(ana, { [`${row}/${words}`]: ['bus drivers', 0] });
		const cells = await prisma().sheetCell.findMany();
		const changes = await prisma().sheetChange.findMany();
		for (const { sealed } of [...cells, ...changes]) {
			expect(Buffer.from(sealed ?? []).toString('latin1')).not.toContain('bus drivers');
		}
	});
});

const items = assessment.areas.flatMap((area) => area.items);
const score = (viewer: Viewer, cells: Cells, act = 'save', number = 1, here: string[] = []) =>
	at(MORNING, () =>
		changeAssessment(
			viewer,
			series.slug,
			assessmentPath.module.slug,
			formOf(assessment.id, act, cells, number, here)
		)
	);
const all = (level: number): Cells =>
	Object.fromEntries(items.map(({ id }) => [`${id}/level`, [`${level}`, 0]]));
const rounds = async (viewer: Viewer) => {
	const place = await openPlace(viewer, series.slug, assessmentPath.module.slug);
	return readAssessmentWork(place, assessment);
};
const done = () => prisma().blockCompletion.count({ where: { blockId: assessment.id } });

describe('A round that Ana and Jonah score together', () => {
	const [first] = items;
	const cell = `${first?.id ?? ''}/level`;

	test('shows who chose a level, and asks before it is chosen over', async () => {
		await score(ana, { [cell]: ['1', 0] });
		const met = await score(jonah, { [cell]: ['2', 0] });
		expect(met.met).toMatchObject([{ theirs: '1', by: 'Ana Reyes' }]);
		await score(jonah, { [cell]: ['2', 1] });
		const { open } = await rounds(ana);
		expect(open?.cells[first?.id ?? '']?.level).toMatchObject({ text: '2', by: 'Jonah Bell' });
	});

	test('closes when every item has a level, for those who took part', async () => {
		await score(ana, { [cell]: ['1', 0] });
		await expect(score(ana, {}, 'close')).rejects.toMatchObject({ status: 400 });
		await score(jonah, all(1));
		expect(await done()).toBe(0);
		await score(jonah, {}, 'close');
		expect(await done()).toBe(2);
		await expect(score(ana, { [cell]: ['3', 1] })).rejects.toMatchObject({ status: 403 });
	});

	test('counts for those who were there without choosing, when it is said', async () => {
		const enrolment = jonah.enrolments[0]?.enrolmentId ?? '';
		const stranger = sofia.enrolments[0]?.enrolmentId ?? '';
		await score(ana, all(1), 'close', 1, [enrolment, stranger]);
		expect(await done()).toBe(2);
	});

	test('may be repeated, and only when the one before is closed', async () => {
		await score(ana, all(0));
		await expect(score(jonah, {}, 'open', 2)).rejects.toMatchObject({ status: 403 });
		await score(ana, {}, 'close');
		await Promise.all([score(ana, {}, 'open', 2), score(jonah, {}, 'open', 2)]);
		await score(jonah, all(2), 'close', 2);
		const { closed, open } = await rounds(ana);
		expect(closed.map(({ number }) => number)).toEqual([1, 2]);
		expect(open).toBeNull();
		const view = await readAssessmentView(network.cohort.id, assessment);
		if (view.by !== 'team') throw new Error('They score as a team.');
		expect(view.teams[0]?.areas[0]).toMatchObject({ first: 1, latest: 3, change: 2 });
	});

	test('puts what to do next into the plan beside it, once', async () => {
		await score(ana, all(0), 'close');
		const act = `plan:${first?.id ?? ''}`;
		await Promise.all([score(ana, {}, act), score(jonah, {}, act)]);
		const texts = (await read(ana)).rows.flatMap(({ cells }) => cells[words]?.text ?? []);
		expect(texts.filter((text) => text === first?.next)).toHaveLength(1);
	});

	test('counts before and after by outcome, for the network', async () => {
		await score(ana, all(0), 'close');
		await score(ana, all(3), 'close', 2);
		const scores = await listOutcomeScores([network.school]);
		for (const { owners, first: before, latest } of scores) {
			expect({ owners, before, latest }).toEqual({ owners: 1, before: 0, latest: 1 });
		}
	});
});

test('Who scores alone is counted with four others or not at all', async () => {
	const stock = pathOf('sos-1-stock');
	if (stock.block.kind !== 'assessment') throw new Error('It is there.');
	const { block } = stock;
	const place = { cohortId: network.cohort.id, organisationId: network.school } as const;
	const cells: Cells = Object.fromEntries(
		block.areas.flatMap((area) => area.items.map(({ id }) => [`${id}/level`, ['1', 0]]))
	);
	for (let person = 1; person <= 5; person += 1) {
		const made = await makeViewer(`Person ${person}`, { ...place, role: 'participant' });
		const viewer = {
			...made,
			enrolments: made.enrolments.map((enrolment) => ({ ...enrolment, seriesId: stock.series.id }))
		};
		await changeAssessment(
			viewer,
			stock.series.slug,
			stock.module.slug,
			formOf(block.id, 'close', cells)
		);
		const view = await readAssessmentView(network.cohort.id, block);
		if (view.by !== 'person') throw new Error('They score alone.');
		expect(view.areas === null).toBe(person < 5);
	}
});
