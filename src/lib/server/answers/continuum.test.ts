import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeViewer } from '../../../../tests/support/small-network.ts';
import { prisma } from '../db/index.ts';
import { at } from '../clock.ts';
import { makeJoinCode } from '../cohorts/index.ts';
import { findBlock, type ContinuumBlock } from '../curriculum/index.ts';
import { getPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { place, readContinuum, readContinuumWork } from './continuum.ts';

const first = find('bap-1-line');
const again = find('bap-3-line');
const MORNING = new Date('2026-11-22T08:00:00Z');
const minute = (count: number) => new Date(MORNING.getTime() + count * 60_000);

function find(id: string) {
	const found = findBlock(id);
	if (found?.block.kind !== 'continuum') throw new Error(`The content has no continuum ${id}.`);
	return { ...found, block: found.block };
}

let cohortId: string;
let organisationId: string;
beforeEach(async () => {
	await resetDatabase();
	const school = await prisma().organisation.create({
		data: { name: 'Alder Street School', kind: 'school' }
	});
	organisationId = school.id;
	const cohort = await prisma().cohort.create({
		data: {
			name: 'Alder Street team',
			organisationId,
			seriesId: first.series.id,
			joinCode: makeJoinCode(),
			zone: 'America/New_York'
		}
	});
	cohortId = cohort.id;
});

async function makePerson(
	name: string,
	role: 'participant' | 'facilitator' = 'participant'
): Promise<Viewer> {
	const viewer = await makeViewer(name, { cohortId, organisationId, role });
	const [enrolment] = viewer.enrolments;
	if (enrolment === undefined) throw new Error('A person is made with a place.');
	// Later modules open to who finished the earlier ones; here everybody has.
	await prisma().moduleCompletion.createMany({
		data: first.series.modules.map(({ id }) => ({
			enrolmentId: enrolment.enrolmentId,
			moduleId: id,
			completedAt: MORNING
		}))
	});
	return { ...viewer, enrolments: [{ ...enrolment, seriesId: first.series.id }] };
}

function put(
	viewer: Viewer,
	block: ContinuumBlock,
	positions: Record<string, number>,
	when = MORNING
) {
	const { series, module } = block.id === first.block.id ? first : again;
	const input = {
		blockId: block.id,
		owner: undefined,
		positions: new Map(Object.entries(positions))
	};
	return at(when, () => place(viewer, series.slug, module.slug, input));
}

const everywhere = (position: number) =>
	Object.fromEntries(first.block.pairs.map(({ id }) => [id, position]));

async function seenBy(viewer: Viewer, block: ContinuumBlock) {
	return readContinuumWork(await getPlace(viewer, first.series.slug), block);
}

async function completedBy(viewer: Viewer): Promise<string[]> {
	const rows = await prisma().blockCompletion.findMany({
		where: { enrolmentId: viewer.enrolments[0]?.enrolmentId ?? '' }
	});
	return rows.map(({ blockId }) => blockId);
}

describe('Ana', () => {
	test('has done a continuum when she has a place on every line, and not before', async () => {
		const ana = await makePerson('Ana Reyes');
		const { time, ...others } = everywhere(3);
		expect(await put(ana, first.block, others)).toMatchObject({ left: 1 });
		expect(await completedBy(ana)).toEqual([]);
		expect(await put(ana, first.block, { time: time ?? 3 })).toMatchObject({ left: 0 });
		expect(await completedBy(ana)).toEqual([first.block.id]);
	});

	test('stands where she placed herself last', async () => {
		const ana = await makePerson('Ana Reyes');
		await put(ana, first.block, { time: 2 });
		await put(ana, first.block, { time: 6 }, minute(1));
		await put(ana, first.block, { time: 6 }, minute(2));
		expect((await seenBy(ana, first.block)).positions).toEqual({ time: 6 });
		expect(await prisma().placement.count()).toBe(2);
	});

	test('sees her cohort only when she is done, and from five people on', async () => {
		const ana = await makePerson('Ana Reyes');
		for (const name of ['Jonah', 'Sofia', 'Omar', 'Elena']) {
			await put(await makePerson(name), first.block, everywhere(5));
		}
		await put(ana, first.block, { time: 1 });
		expect((await seenBy(ana, first.block)).cohort).toBeNull();
		await put(ana, first.block, everywhere(1), minute(1));
		const { cohort } = await seenBy(ana, first.block);
		// She has been on the first line for longer than the fifth person on the others.
		expect(cohort?.['time']?.now).toEqual({ people: 5, counts: [1, 0, 0, 0, 4, 0, 0] });
		expect(cohort?.['word']?.now).toEqual({ people: 5, counts: [1, 0, 0, 0, 4, 0, 0] });
	});

	test('cannot tell from the picture where a sixth person stands, nor that a facilitator tried it', async () => {
		const ana = await makePerson('Ana Reyes');
		await put(ana, first.block, everywhere(1));
		for (const name of ['Jonah', 'Sofia', 'Omar', 'Elena']) {
			await put(await makePerson(name), first.block, everywhere(5));
		}
		const before = await seenBy(ana, first.block);
		await put(await makePerson('Walter'), first.block, everywhere(7), minute(5));
		await put(await makePerson('Denise', 'facilitator'), first.block, everywhere(4), minute(6));
		expect(await seenBy(ana, first.block)).toEqual(before);
	});

	test('sees where she stood before, and the shift, once she has placed herself anew on all', async () => {
		const ana = await makePerson('Ana Reyes');
		const others = await Promise.all(
			['Jonah', 'Sofia', 'Omar', 'Elena'].map((name) => makePerson(name))
		);
		for (const one of [ana, ...others]) await put(one, first.block, everywhere(2));
		for (const one of others) await put(one, again.block, everywhere(4), minute(10));
		await put(ana, again.block, { time: 2 }, minute(10));
		expect(await seenBy(ana, again.block)).toMatchObject({ earlier: null, cohort: null });
		await put(ana, again.block, everywhere(2), minute(11));
		const { earlier, cohort } = await seenBy(ana, again.block);
		expect(earlier).toEqual(everywhere(2));
		expect(cohort?.['pace']?.shift).toEqual({
			people: 5,
			moved: { towardsFrom: 0, stayed: 1, towardsTo: 4 }
		});
	});

	test('cannot place herself outside the line, on a line that is not there or for somebody else', async () => {
		const ana = await makePerson('Ana Reyes');
		for (const positions of [
			{},
			{ time: 0 },
			{ time: 8 },
			{ time: 1.5 },
			{ time: NaN },
			{ other: 3 }
		]) {
			await expect(put(ana, first.block, positions)).rejects.toThrow(/place/);
		}
		const jonah = await makePerson('Jonah Bell');
		const owner = jonah.enrolments[0]?.enrolmentId;
		const input = { blockId: first.block.id, owner, positions: new Map([['time', 3]]) };
		await expect(place(ana, first.series.slug, first.module.slug, input)).rejects.toThrow(
			/someone else/
		);
		expect(await prisma().placement.count()).toBe(0);
	});
});

test('Denise, who facilitates, sees how many are done and where they stand, never who', async () => {
	for (const name of ['Ana', 'Jonah', 'Sofia', 'Omar']) {
		await put(await makePerson(name), first.block, everywhere(5));
	}
	const few = await readContinuum(cohortId, first.block);
	expect(few).toMatchObject({ whole: 4, cohort: { time: { now: { people: 0, counts: null } } } });
	await put(await makePerson('Elena'), first.block, everywhere(1));
	const view = await readContinuum(cohortId, first.block);
	expect(view).toMatchObject({ whole: 5, cohort: { time: { now: { people: 5 } } } });
	expect(JSON.stringify(view)).not.toMatch(/Ana|Elena|[0-9a-f]{8}-/);
});
