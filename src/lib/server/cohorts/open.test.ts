import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { prisma } from '../db/index.ts';
import { makeJoinCode } from './join-code.ts';
import { listOpenCohorts, startOpen } from './open.ts';

let network: SmallNetwork;
let open: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	const { id } = await prisma().cohort.create({
		data: {
			name: 'Open group',
			seriesId: 'lae',
			organisationId: network.county,
			openToId: network.county,
			joinCode: makeJoinCode(),
			zone: 'America/New_York'
		}
	});
	open = id;
	await makeViewer('Yvonne Baptiste', {
		cohortId: open,
		organisationId: network.county,
		role: 'facilitator'
	});
});

const places = () => prisma().enrolment.count({ where: { cohortId: open, role: 'participant' } });

describe('An open cohort', () => {
	test('is seen by whoever belongs below its organisation, with who facilitates', async () => {
		const denise = network.viewers['Denise Whitfield'];
		expect(await listOpenCohorts(denise, ['lae'])).toEqual([
			{
				cohortId: open,
				name: 'Open group',
				seriesId: 'lae',
				host: 'Larkspur County Office',
				facilitators: ['Yvonne Baptiste'],
				people: null
			}
		]);
		expect(await listOpenCohorts(denise, ['another'])).toEqual([]);
		expect(await listOpenCohorts(network.viewers['Priya Raman'], ['lae'])).toHaveLength(1);
	});

	test('is started once, for one’s own school', async () => {
		const denise = network.viewers['Denise Whitfield'];
		const start = () => startOpen(denise, 'lae', { cohort: open });
		await Promise.all([start(), start(), start()]);
		const place = await prisma().enrolment.findFirstOrThrow({
			where: { cohortId: open, personId: denise.personId }
		});
		expect(place).toMatchObject({ role: 'participant', organisationId: network.school });
		expect(await places()).toBe(1);
	});

	test('takes nobody away from the cohort in which they take part', async () => {
		await startOpen(network.viewers['Ana Reyes'], 'lae', { cohort: open });
		expect(await places()).toBe(0);
	});

	test('tells how many take part from five people on', async () => {
		for (const name of [
			'Wei Chen',
			'Luz Marin',
			'Bernice Tate',
			'Amara Diallo',
			'Grace Lindholm'
		]) {
			const [before] = await listOpenCohorts(network.viewers['Priya Raman'], ['lae']);
			expect(before?.people).toBeNull();
			await makeViewer(name, {
				cohortId: open,
				organisationId: network.school,
				role: 'participant'
			});
		}
		const [after] = await listOpenCohorts(network.viewers['Priya Raman'], ['lae']);
		expect(after?.people).toBe(5);
	});

	test('is nobody’s elsewhere, and a closed one is nobody’s', async () => {
		const far = await prisma().organisation.create({ data: { name: 'Far', kind: 'county' } });
		await prisma().cohort.update({ where: { id: open }, data: { openToId: far.id } });
		const marcus = network.viewers['Marcus Lindqvist'];
		expect(await listOpenCohorts(marcus, ['lae'])).toEqual([]);
		for (const cohort of [open, network.cohort.id]) {
			await expect(startOpen(marcus, 'lae', { cohort })).rejects.toMatchObject({ status: 404 });
		}
	});
});
