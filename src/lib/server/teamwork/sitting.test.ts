import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeViewer } from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { makeJoinCode } from '../cohorts/index.ts';
import { getModule, getSeries } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { completeBlock, findPlace, openPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import {
	answerSitting,
	endSitting,
	keepSitting,
	listAskedSittings,
	readSitting
} from './sitting.ts';

const series = getSeries('pa');
const module = getModule('pa-1');
const MONDAY = new Date('2026-11-16T15:00:00Z');
const TUESDAY = new Date('2026-11-17T15:00:00Z');

let cohortId: string;
let otherCohortId: string;
let school: string;
let otherSchool: string;
let ana: Viewer;
let jonah: Viewer;
let sofia: Viewer;

beforeEach(async () => {
	await resetDatabase();
	school = await makeSchool('Alder Street School');
	otherSchool = await makeSchool('Harbor View School');
	cohortId = await makeCohort('Open group');
	otherCohortId = await makeCohort('Another group');
	ana = await enrolled('Ana Reyes');
	jonah = await enrolled('Jonah Bell');
	sofia = await enrolled('Sofia Marchetti', { organisationId: otherSchool });
});

async function makeSchool(name: string): Promise<string> {
	const { id } = await prisma().organisation.create({ data: { name, kind: 'school' } });
	return id;
}

async function makeCohort(name: string): Promise<string> {
	const { id } = await prisma().cohort.create({
		data: {
			name,
			organisationId: school,
			seriesId: series.id,
			joinCode: makeJoinCode(),
			zone: 'America/New_York'
		}
	});
	return id;
}

async function enrolled(
	name: string,
	place: Partial<Parameters<typeof makeViewer>[1]> = {}
): Promise<Viewer> {
	const viewer = await makeViewer(name, {
		cohortId,
		organisationId: school,
		role: 'participant',
		...place
	});
	return {
		...viewer,
		enrolments: viewer.enrolments.map((each) => ({ ...each, seriesId: series.id }))
	};
}

function idOf(viewer: Viewer): string {
	return viewer.enrolments[0]?.enrolmentId ?? '';
}

const name = (leader: Viewer, ...members: Viewer[]) =>
	keepSitting(leader, series.slug, module.slug, { members: members.map(idOf) });

async function finish(viewer: Viewer, when = MONDAY): Promise<void> {
	for (const step of module.steps) {
		for (const { id } of step.blocks) {
			await at(when, () => completeBlock(idOf(viewer), module, step, id));
		}
	}
}

async function say(viewer: Viewer, answer: 'yes' | 'no'): Promise<void> {
	const [asked] = await listAskedSittings(viewer);
	if (asked === undefined) throw new Error('Nobody asks.');
	await at(TUESDAY, () => answerSitting(viewer, { sitting: asked.id, answer }));
}

async function recordOf(viewer: Viewer) {
	const place = await findPlace(viewer, series.slug);
	if (place === null) throw new Error('They have no place.');
	const { blocks, steps, modules } = place.record;
	return { blocks: blocks.size, steps: steps.size, module: modules.get(module.id) ?? null };
}

async function seenBy(viewer: Viewer) {
	return readSitting(await openPlace(viewer, series.slug, module.slug));
}

const NOTHING = { blocks: 0, steps: 0, module: null };

describe('Ana, who leads a group', () => {
	test('chooses among her cohort, her own team first, and nobody else', async () => {
		await enrolled('Denise Whitfield', { role: 'facilitator' });
		await enrolled('Terrence Okoye', { cohortId: otherCohortId });
		expect((await seenBy(ana))?.others).toMatchObject([
			{ name: 'Jonah Bell', isTeam: true },
			{ name: 'Sofia Marchetti', isTeam: false }
		]);
	});

	test('cannot name herself, a facilitator, or somebody of another cohort', async () => {
		const denise = await enrolled('Denise Whitfield', { role: 'facilitator' });
		const terrence = await enrolled('Terrence Okoye', { cohortId: otherCohortId });
		for (const wrong of [ana, denise, terrence]) {
			await expect(name(ana, jonah, wrong)).rejects.toThrow('There is nothing here');
		}
		await expect(name(ana)).rejects.toThrow('Choose at least one person');
		expect(await prisma().sitting.count()).toBe(0);
	});

	test('may change who is with her, and go on alone', async () => {
		await name(ana, jonah);
		await name(ana, sofia);
		expect((await seenBy(ana))?.led?.members).toMatchObject([{ name: 'Sofia Marchetti' }]);
		await endSitting(ana, series.slug, module.slug);
		expect((await seenBy(ana))?.led).toBeNull();
		await finish(ana);
		expect(await listAskedSittings(sofia)).toEqual([]);
	});

	test('cannot make a group of it after she finished alone', async () => {
		await finish(ana);
		await expect(name(ana, jonah)).rejects.toThrow('too late to name a group');
	});

	test('can name one she forgot, after the group has finished', async () => {
		await name(ana, jonah);
		await finish(ana);
		await name(ana, jonah, sofia);
		expect(await listAskedSittings(sofia)).toHaveLength(1);
	});

	test('sees who said yes, and not who said no', async () => {
		await name(ana, jonah, sofia);
		await finish(ana);
		await say(jonah, 'yes');
		await say(sofia, 'no');
		expect((await seenBy(ana))?.led?.members).toMatchObject([
			{ name: 'Jonah Bell', confirmed: true },
			{ name: 'Sofia Marchetti', confirmed: false }
		]);
		// Who has the credit stays named, whatever she does.
		await name(ana, sofia);
		await expect(endSitting(ana, series.slug, module.slug)).rejects.toThrow('it stays a group');
		expect((await seenBy(ana))?.led?.members).toHaveLength(2);
	});
});

describe('Jonah, who is named', () => {
	test('is asked when the group has finished, and has nothing before his own yes', async () => {
		await name(ana, jonah);
		expect(await listAskedSittings(jonah)).toEqual([]);
		await finish(ana);
		expect(await listAskedSittings(jonah)).toMatchObject([
			{ leader: 'Ana Reyes', moduleTitle: module.title, on: MONDAY }
		]);
		expect(await recordOf(jonah)).toEqual(NOTHING);
	});

	test('has the same credit with his yes, from that day on, and is marked as in a group', async () => {
		await name(ana, jonah, sofia);
		await finish(ana);
		await say(jonah, 'yes');
		expect(await recordOf(jonah)).toEqual({ ...(await recordOf(ana)), module: TUESDAY });
		expect((await seenBy(jonah))?.attended).toEqual({ leader: 'Ana Reyes', others: [] });
		expect(await listAskedSittings(jonah)).toEqual([]);
		expect(await recordOf(sofia)).toEqual(NOTHING);
	});

	test('has nothing with his no, and is not asked again', async () => {
		await name(ana, jonah);
		await finish(ana);
		const [asked] = await listAskedSittings(jonah);
		await say(jonah, 'no');
		expect(await listAskedSittings(jonah)).toEqual([]);
		await answerSitting(jonah, { sitting: asked?.id ?? '', answer: 'yes' });
		expect(await recordOf(jonah)).toEqual(NOTHING);
	});

	test('keeps what he did himself, at its own time', async () => {
		const [step] = module.steps;
		if (step === undefined) throw new Error('The module has steps.');
		const early = new Date('2026-11-10T15:00:00Z');
		for (const { id } of step.blocks) {
			await at(early, () => completeBlock(idOf(jonah), module, step, id));
		}
		await name(ana, jonah);
		await finish(ana);
		await say(jonah, 'yes');
		const place = await findPlace(jonah, series.slug);
		expect(place?.record.steps.get(step.id)).toEqual(early);
	});

	test('is not asked when he has finished it himself', async () => {
		await name(ana, jonah);
		await finish(ana);
		await finish(jonah);
		expect(await listAskedSittings(jonah)).toEqual([]);
	});

	test('cannot say yes before the group has finished, nor to a group that named another', async () => {
		await name(ana, sofia);
		const { id } = await prisma().sitting.findFirstOrThrow();
		await expect(answerSitting(jonah, { sitting: id, answer: 'yes' })).rejects.toThrow(
			'There is nothing here'
		);
		await answerSitting(sofia, { sitting: id, answer: 'yes' });
		expect(await recordOf(sofia)).toEqual(NOTHING);
		await finish(ana);
		expect(await listAskedSittings(sofia)).toHaveLength(1);
	});

	test('two yeses at once are one', async () => {
		await name(ana, jonah);
		await finish(ana);
		const [asked] = await listAskedSittings(jonah);
		const yes = () => answerSitting(jonah, { sitting: asked?.id ?? '', answer: 'yes' });
		await Promise.all([yes(), yes(), yes()]);
		expect(await recordOf(jonah)).toMatchObject({ steps: module.steps.length });
	});

	test('waits with his yes for a module that is closed to him', async () => {
		await name(ana, jonah);
		await finish(ana);
		await prisma().moduleDate.create({
			data: { cohortId, moduleId: module.id, opensAt: new Date('2026-12-24T15:00:00Z') }
		});
		await expect(say(jonah, 'yes')).rejects.toThrow('is still locked');
		expect(await recordOf(jonah)).toEqual(NOTHING);
		expect(await listAskedSittings(jonah)).toHaveLength(1);
	});
});

test('Denise, who facilitates, leads no group and is named in none', async () => {
	const denise = await enrolled('Denise Whitfield', { role: 'facilitator' });
	expect(await seenBy(denise)).toBeNull();
	await expect(name(denise, jonah)).rejects.toThrow('There is nothing here');
});
