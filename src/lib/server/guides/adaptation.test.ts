import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type Name,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { getModule } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { findAdaptPlace } from './address.ts';
import {
	addOwnBlock,
	arrange,
	guideOf,
	readAdaptation,
	readSharedGuide,
	settleBlock,
	shareGuide,
	takeOverGuide,
	writeBlock
} from './index.ts';
import { keepLayer } from './keep-layer.ts';

const MODULE = getModule('lae-1');
const [OPEN, SECOND] = MODULE.guides[0]?.agenda ?? [];
const FIRST = OPEN?.id ?? '';

let network: SmallNetwork;
let denise: Viewer;
let marcus: Viewer;
let priya: Viewer;
let sam: Viewer;

const address = (cohort = network.cohort.id) => ({ cohort, module: MODULE.slug, variant: null });
const ofCounty = () => ({
	organisation: network.county,
	series: 'leading-with-access-and-equity',
	module: MODULE.slug,
	variant: null
});
const forLive = (cohortId = network.cohort.id) =>
	guideOf({ cohortId, moduleId: MODULE.id, variant: 'in-person' });

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	priya = network.viewers['Priya Raman'];
	sam = await makeViewer('Sam Okafor', {
		cohortId: network.cohort.id,
		organisationId: network.school,
		role: 'facilitator'
	});
});

/** As the form of the first block sends it, with what its page showed. */
async function write(
	viewer: Viewer,
	change: Partial<Record<'title' | 'say' | 'do', string>> & { minutes?: number },
	shown?: Awaited<ReturnType<typeof first>>,
	at: Parameters<typeof writeBlock>[1] = address()
) {
	const block = shown ?? (await first(viewer, at));
	const { title, minutes, priority, say, participants, projector } = block;
	const { listenFor, ifQuiet, ifHeated, online } = block;
	const parts = {
		say,
		do: block.do,
		participants,
		projector,
		listenFor,
		ifQuiet,
		ifHeated,
		online
	};
	await writeBlock(viewer, at, {
		block: FIRST,
		now: { title, minutes, priority, ...parts, ...change },
		was: { title, minutes: String(minutes), priority, ...parts }
	});
}

async function first(viewer: Viewer, at: Parameters<typeof readAdaptation>[1] = address()) {
	const { blocks } = await readAdaptation(viewer, at);
	const block = blocks.find(({ id }) => id === FIRST);
	if (block === undefined) throw new Error('The guide has no first block.');
	return block;
}

const press = async (viewer: Viewer, what: Parameters<typeof arrange>[2]['act'], block = FIRST) =>
	arrange(viewer, address(), {
		act: what,
		block,
		seen: (await readAdaptation(viewer, address())).seen
	});

describe('Denise adapts a guide', () => {
	test('and it is what the live room runs, says who changed it, and differs in words', async () => {
		await write(denise, { say: 'Good morning, everyone.', minutes: 9 });
		const guide = await forLive();
		expect(guide.agenda[0]).toMatchObject({ id: FIRST, minutes: 9 });
		expect(guide.agenda[0]?.say?.html).toContain('Good morning, everyone.');
		const page = await readAdaptation(denise, address());
		expect(page.total - page.planned).toBe(9 - (OPEN?.minutes ?? 0));
		expect(page.differences).toMatchObject([
			{
				id: FIRST,
				how: 'changed',
				minutes: { from: OPEN?.minutes, to: 9 },
				touches: [{ by: 'Denise Whitfield', owner: { name: 'Alder Street team' } }]
			}
		]);
		expect(await forLive(network.otherCohort.id)).toBe(MODULE.guides[0]);
	});

	test('moves, leaves out and adds blocks', async () => {
		await press(denise, 'down');
		await press(denise, 'out', SECOND?.id);
		await addOwnBlock(denise, address(), {
			after: FIRST,
			title: 'A walk',
			kind: 'pair',
			group: 'pairs',
			minutes: 5,
			priority: 'trim',
			say: 'Walk **slowly**.',
			do: ''
		});
		const { agenda } = await forLive();
		expect(agenda.slice(0, 2).map(({ title }) => title)).toEqual([OPEN?.title, 'A walk']);
		expect(agenda.map(({ id }) => id)).not.toContain(SECOND?.id);
	});

	test('undoes and redoes, and what is written after an undo loses no revision', async () => {
		await write(denise, { title: 'One' });
		await write(denise, { title: 'Two' });
		await press(denise, 'undo');
		expect((await first(denise)).title).toBe('One');
		await press(denise, 'redo');
		expect((await first(denise)).title).toBe('Two');
		await press(denise, 'undo');
		await press(denise, 'undo');
		expect(await readAdaptation(denise, address())).toMatchObject({
			mayUndo: false,
			mayRedo: true,
			differences: []
		});
		await write(denise, { title: 'Three' });
		expect(await prisma().guideRevision.count()).toBe(3);
	});

	test('with Sam at once: what does not meet is merged, what does is offered', async () => {
		const shown = await first(denise);
		await write(sam, { title: 'Sam’s circle' }, shown);
		await write(denise, { say: 'Denise says this.' }, shown);
		expect(await first(denise)).toMatchObject({
			title: 'Sam’s circle',
			say: 'Denise says this.'
		});
		await expect(write(denise, { title: 'Denise’s circle' }, shown)).rejects.toMatchObject({
			status: 409
		});
		expect((await first(denise)).title).toBe('Sam’s circle');
		const early = arrange(denise, address(), { act: 'undo', block: '', seen: 0 });
		await expect(early).rejects.toMatchObject({ status: 409 });
	});

	test('puts a block into another place of the list, and takes that back in one step', async () => {
		const before = (await readAdaptation(denise, address())).blocks.map(({ id }) => id);
		await arrange(denise, address(), { act: 'move', block: FIRST, to: 3, seen: 0 });
		const guide = await readAdaptation(denise, address());
		expect(guide.blocks.map(({ id }) => id)).toEqual([
			...before.slice(1, 4),
			FIRST,
			...before.slice(4)
		]);
		const early = arrange(denise, address(), { act: 'move', block: FIRST, to: 0, seen: 0 });
		await expect(early).rejects.toMatchObject({ status: 409 });
		await press(denise, 'undo');
		expect((await readAdaptation(denise, address())).blocks.map(({ id }) => id)).toEqual(before);
	});

	test('keeps her words encrypted', async () => {
		await write(denise, { say: 'Nobody reads this in a dump.' });
		const [row] = await prisma().guideRevision.findMany();
		expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('Nobody reads');
	});

	test.each<Name>(['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'])(
		'and there is nothing here for %s',
		async (name) => {
			const other = network.viewers[name];
			await expect(readAdaptation(other, address())).rejects.toMatchObject({ status: 404 });
			await expect(
				arrange(other, address(), { act: 'down', block: FIRST, seen: 0 })
			).rejects.toMatchObject({ status: 404 });
		}
	);
});

describe('Priya adapts a guide for the county', () => {
	test('and every cohort below has it, with what the cohort changed on top', async () => {
		await write(denise, { say: 'Denise says this.' });
		await write(priya, { title: 'The county’s circle', minutes: 8 }, undefined, ofCounty());
		expect((await forLive()).agenda[0]).toMatchObject({
			title: 'The county’s circle',
			minutes: 8,
			say: { markdown: 'Denise says this.' }
		});
		expect((await forLive(network.otherCohort.id)).agenda[0]).toMatchObject({
			title: 'The county’s circle'
		});
		const { touches } = await first(denise);
		expect(touches.map(({ owner }) => owner.name)).toEqual([
			'Larkspur County Office',
			'Alder Street team'
		]);
	});

	test('and where both changed the same, the cohort’s stands until it is chosen', async () => {
		await write(denise, { title: 'Denise’s circle' });
		await write(priya, { title: 'The county’s circle' }, undefined, ofCounty());
		const block = await first(denise);
		expect(block).toMatchObject({
			title: 'Denise’s circle',
			conflicts: [{ field: 'title', theirs: 'The county’s circle' }]
		});
		const { seen } = await readAdaptation(denise, address());
		await settleBlock(denise, address(), {
			block: FIRST,
			field: 'title',
			choice: 'anew',
			text: 'Our circle',
			seen
		});
		expect(await first(denise)).toMatchObject({ title: 'Our circle', conflicts: [] });
		await press(denise, 'undo');
		await settleBlock(denise, address(), {
			block: FIRST,
			field: 'title',
			choice: 'theirs',
			text: '',
			seen
		});
		expect(await first(denise)).toMatchObject({ title: 'The county’s circle', conflicts: [] });
	});

	test.each<Name>(['Denise Whitfield', 'Ana Reyes'])('but not %s', async (name) => {
		const page = readAdaptation(network.viewers[name], ofCounty());
		await expect(page).rejects.toMatchObject({ status: 404 });
	});
});

describe('When the module’s guide changes', () => {
	test('a block that it drops stays as one’s own, and its new words come in', async () => {
		const place = await findAdaptPlace(denise, address());
		// As if the guide had had another block, and other words, when Denise changed it.
		await keepLayer(denise, place, null, ({ below, stamp }) => {
			const [opening, ...rest] = below;
			if (opening === undefined) throw new Error('The guide is empty.');
			const earlier = { ...opening, do: 'What the guide said before.' };
			const dropped = { ...opening, id: 'dropped', title: 'Dropped since' };
			const ids = ['dropped', opening.id, ...rest.map(({ id }) => id)];
			return {
				language: 'en',
				baseOrder: ids,
				order: ids,
				blocks: [
					{ base: dropped, mine: { ...dropped, say: 'Ours' }, stamp },
					{ base: earlier, mine: { ...earlier, title: 'Ours too' }, stamp }
				],
				moved: []
			};
		});
		const { blocks } = await readAdaptation(denise, address());
		expect(blocks[0]).toMatchObject({ id: 'dropped', isOwn: true, say: 'Ours' });
		expect(blocks[1]).toMatchObject({ title: 'Ours too', do: OPEN?.do?.markdown, conflicts: [] });
	});
});

describe('An adaptation that Denise shares', () => {
	const shared = async () => (await prisma().guideAdaptation.findFirst())?.id ?? '';
	const theirs = () => address(network.otherCohort.id);

	test('is read and taken over by Marcus, with her cohort’s name on it', async () => {
		await write(denise, { title: 'Denise’s circle' });
		const id = await shared();
		await expect(readSharedGuide(marcus, theirs(), id)).rejects.toMatchObject({ status: 404 });
		await shareGuide(denise, address(), { share: 'yes' });
		expect((await readAdaptation(marcus, theirs())).others).toMatchObject([
			{ cohort: 'Alder Street team', by: 'Denise Whitfield' }
		]);
		expect((await readSharedGuide(marcus, theirs(), id)).differences).toHaveLength(1);
		await takeOverGuide(marcus, theirs(), id);
		const block = await first(marcus, theirs());
		expect(block).toMatchObject({
			title: 'Denise’s circle',
			touches: [
				{ by: 'Denise Whitfield', from: 'Alder Street team', owner: { name: 'Harbor team' } }
			]
		});
		await shareGuide(denise, address(), { share: 'no' });
		await expect(takeOverGuide(marcus, theirs(), id)).rejects.toMatchObject({ status: 404 });
	});

	test('is not there for a cohort of another network', async () => {
		await write(denise, { title: 'Denise’s circle' });
		await shareGuide(denise, address(), { share: 'yes' });
		const { id: elsewhere } = await prisma().organisation.create({
			data: { name: 'Far County Office', kind: 'county' }
		});
		await prisma().cohort.update({
			where: { id: network.otherCohort.id },
			data: { organisationId: elsewhere }
		});
		const id = await shared();
		await expect(readSharedGuide(marcus, theirs(), id)).rejects.toMatchObject({ status: 404 });
		await expect(takeOverGuide(marcus, theirs(), id)).rejects.toMatchObject({ status: 404 });
	});
});
