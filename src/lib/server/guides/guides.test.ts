import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type Name,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { getModule, getSeries } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import {
	compareVariants,
	guideOf,
	readBooklet,
	readCohortGuide,
	readGuide,
	tick
} from './index.ts';
import { plainPieces } from './plain-pieces.ts';

const MODULE = getModule('lae-1');
const SERIES = getSeries('lae');
const NOON = new Date('2026-11-27T17:00:00Z');

let network: SmallNetwork;
let people: SmallNetwork['viewers'];
let denise: Viewer;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	people = network.viewers;
	denise = people['Denise Whitfield'];
});

const guideFor = (viewer: Viewer, variant: string | null = null) =>
	readCohortGuide(viewer, network.cohort.id, MODULE.slug, variant);

describe('A module’s guide', () => {
	test('runs its clock over the blocks that are kept', () => {
		const guide = readGuide(denise, SERIES.slug, MODULE.slug, null);
		expect(guide.agenda[0]).toMatchObject({ at: 0 });
		const last = guide.agenda.findLast(({ at: start }) => start !== null);
		expect((last?.at ?? 0) + (last?.minutes ?? 0)).toBe(guide.minutes);
	});

	test.each<Name>(['Ana Reyes', 'Priya Raman'])('is not there for %s', (name) => {
		expect(() => readGuide(people[name], SERIES.slug, MODULE.slug, null)).toThrow(
			expect.objectContaining({ status: 404 })
		);
	});
});

describe('A cohort’s guide', () => {
	test.each<Name>(['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'])(
		'is not there for %s',
		async (name) => {
			await expect(guideFor(people[name])).rejects.toMatchObject({ status: 404 });
			const ticking = tick(people[name], network.cohort.id, MODULE.slug, null, {
				task: 'any',
				done: 'yes'
			});
			await expect(ticking).rejects.toMatchObject({ status: 404 });
		}
	);

	test('counts materials for its people, and runs from the next meeting', async () => {
		await prisma().liveSession.create({
			data: {
				cohortId: network.cohort.id,
				moduleId: MODULE.id,
				variant: 'online',
				startsAt: new Date('2026-11-30T20:30:00Z'),
				minutes: 60,
				code: 'PATH3746'
			}
		});
		const guide = await at(NOON, () => guideFor(denise));
		expect(guide).toMatchObject({
			variant: 'online',
			cohort: { people: 2, tables: 1 },
			meeting: { startsAt: new Date('2026-11-30T20:30:00Z'), zone: 'America/New_York' }
		});
		const room = await at(NOON, () => guideFor(denise, 'in-person'));
		expect(room.materials.find(({ per }) => per === 'person')).toMatchObject({
			count: 2,
			quantity: 4
		});
		expect(room.total).toBe(room.minutes);
	});

	test('shows answers that bear on it as far as they were shared', async () => {
		const guide = await guideFor(denise);
		expect(guide.answers).toEqual([]);
	});

	test('is the module’s own for the live room while nobody changed it', async () => {
		const choice = { cohortId: network.cohort.id, moduleId: MODULE.id, variant: 'online' };
		expect(await guideOf(choice)).toBe(MODULE.guides.find(({ variant }) => variant === 'online'));
		expect((await guideOf({ ...choice, variant: 'nothing' })).variant).toBe(
			MODULE.guides[0]?.variant
		);
	});
});

describe('To take along and to compare', () => {
	test('the guide is a tagged PDF with its handouts', async () => {
		const { name, body } = await readBooklet(denise, network.cohort.id, MODULE.slug, 'online');
		expect(name).toBe(`${MODULE.slug}.online.pdf`);
		const text = Buffer.from(body).toString('latin1');
		expect(text.startsWith('%PDF-1.7')).toBe(true);
		expect(text).toMatch(/\/MarkInfo/);
		expect(text).toMatch(/\/S \/H3\b/);
		expect(text).toMatch(/\/FontFile2/);
	});

	test('Markdown is paragraphs and items, with what is stressed', () => {
		expect(plainPieces('Say **this** *so*.\n\n- one\n- two <b>x</b>')).toEqual([
			{
				kind: 'paragraph',
				runs: [
					{ text: 'Say ', bold: false },
					{ text: 'this', bold: true },
					{ text: ' ', bold: false },
					{ text: 'so', bold: false, slanted: true },
					{ text: '.', bold: false }
				]
			},
			{ kind: 'item', runs: [{ text: 'one', bold: false }] },
			{
				kind: 'item',
				runs: [
					{ text: 'two ', bold: false },
					{ text: 'x', bold: false }
				]
			}
		]);
	});

	test('two variants stand side by side, each block once', async () => {
		const asked = { left: 'in-person', right: 'online' };
		const { rows, left, right } = await compareVariants(
			denise,
			network.cohort.id,
			MODULE.slug,
			asked
		);
		expect([left.variant, right.variant]).toEqual(['in-person', 'online']);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		expect(rows.some((row) => row.left !== null && row.right !== null)).toBe(true);
		const other = compareVariants(denise, network.cohort.id, MODULE.slug, {
			left: null,
			right: 'nothing'
		});
		await expect(other).rejects.toMatchObject({ status: 404 });
	});
});

describe('A task of the preparation', () => {
	test('that Denise ticks is ticked for who facilitates with her, and can be unticked', async () => {
		const sam = await makeViewer('Sam Okafor', {
			cohortId: network.cohort.id,
			organisationId: network.school,
			role: 'facilitator'
		});
		const [first] = (await guideFor(denise)).prepare;
		const task = first?.key ?? '';
		await at(NOON, () => tick(denise, network.cohort.id, MODULE.slug, null, { task, done: 'yes' }));
		await tick(sam, network.cohort.id, MODULE.slug, null, { task, done: 'yes' });
		expect((await guideFor(sam)).prepare[0]?.done).toEqual({ by: 'Denise Whitfield', at: NOON });
		await tick(sam, network.cohort.id, MODULE.slug, null, { task, done: 'no' });
		expect((await guideFor(denise)).prepare[0]?.done).toBeNull();
	});

	test('stays ticked when its author rewords it', async () => {
		const [task] = MODULE.guides[0]?.prepare ?? [];
		await prisma().guideTick.create({
			data: {
				cohortId: network.cohort.id,
				moduleId: MODULE.id,
				variant: 'in-person',
				task: `${task?.what ?? ''} Please.`,
				tickedById: denise.personId,
				tickedAt: NOON
			}
		});
		expect((await guideFor(denise)).prepare[0]?.done).toMatchObject({ by: 'Denise Whitfield' });
	});

	test('that is not in the guide is told about', async () => {
		const ticking = tick(denise, network.cohort.id, MODULE.slug, null, {
			task: 'gone',
			done: 'yes'
		});
		await expect(ticking).rejects.toMatchObject({ status: 409 });
	});
});
