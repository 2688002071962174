import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../../tests/support/small-network.ts';
import { endedWords, longestOver } from '../../../debrief/words.ts';
import { prisma } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { keepDebrief, listEarlierDebriefs, readDebrief } from './debrief.ts';
import { askIn, attend, ENDED, makeHeld, say } from '../fixture.ts';
import { minutesSpent } from './run-of-meeting.ts';

const SLUG = 'start-with-who-is-missing';

let network: SmallNetwork;
let denise: Viewer;
let meeting: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	meeting = await makeHeld(network.cohort.id);
});

const keep = (viewer: Viewer, base: number, worked: string, change = '') =>
	keepDebrief(viewer, meeting, { base, worked, change });

function alsoFacilitates(name: string): Promise<Viewer> {
	return makeViewer(name, {
		cohortId: network.cohort.id,
		organisationId: network.school,
		role: 'facilitator'
	});
}

describe('The debrief', () => {
	test('is kept from version to version, and no version is lost to an older one', async () => {
		expect(await keep(denise, 0, 'The chairs')).toBe(1);
		expect(await keep(denise, 1, 'The chairs', 'Begin earlier')).toBe(2);
		await expect(keep(denise, 1, 'Something else')).rejects.toMatchObject({ status: 409 });
		await expect(keep(denise, 0, 'Something else')).rejects.toMatchObject({ status: 409 });
		expect((await readDebrief(denise, meeting)).own).toEqual({
			worked: 'The chairs',
			change: 'Begin earlier',
			revision: 2
		});
	});

	test('that is sent again because nobody heard that it arrived stands once', async () => {
		await keep(denise, 0, 'The chairs');
		expect(await keep(denise, 0, 'The chairs')).toBe(1);
	});

	test('goes on from no version that never was', async () => {
		await expect(keep(denise, 7, 'The chairs')).rejects.toMatchObject({ status: 409 });
		expect(await prisma().debrief.count()).toBe(0);
	});

	test('of two facilitators stands side by side, whoever writes first', async () => {
		const robin = await alsoFacilitates('Robin Salas');
		await Promise.all([keep(denise, 0, 'The chairs'), keep(robin, 0, '', 'Fewer slides')]);
		const page = await readDebrief(denise, meeting);
		expect(page.own.worked).toBe('The chairs');
		expect(page.others).toMatchObject([
			{ name: 'Robin Salas', worked: '', change: 'Fewer slides' }
		]);
	});

	test('is for who facilitates the cohort alone, and only once the meeting is over', async () => {
		const strangers = ['Ana Reyes', 'Marcus Lindqvist', 'Sofia Marchetti', 'Priya Raman'] as const;
		for (const name of strangers) {
			const viewer = network.viewers[name];
			await expect(readDebrief(viewer, meeting)).rejects.toMatchObject({ status: 404 });
			await expect(keep(viewer, 0, 'Mine')).rejects.toMatchObject({ status: 404 });
		}
		await prisma().liveSession.update({ where: { id: meeting }, data: { endedAt: null } });
		await expect(readDebrief(denise, meeting)).rejects.toMatchObject({ status: 403 });
		await expect(keep(denise, 0, 'Mine')).rejects.toMatchObject({ status: 403 });
	});

	test('is sealed in the database', async () => {
		await keep(denise, 0, 'The chairs', 'Begin earlier');
		const row = await prisma().debrief.findFirstOrThrow();
		const bytes = Buffer.concat([row.worked, row.change]).toString('utf8');
		expect(bytes).not.toMatch(/chairs|earlier/);
	});
});

describe('Planned and actual', () => {
	test('stand block by block, and what was passed by was left out', async () => {
		const { run } = await readDebrief(denise, meeting);
		expect(run.blocks.map(({ id, planned, actual }) => [id, planned, actual])).toEqual([
			['open', 6, 9],
			['three-lists', 7, 7],
			['stretch', 3, null]
		]);
		expect(longestOver(run.blocks)).toMatchObject({ over: 3 });
		expect(run).toMatchObject({ beganLate: 0, endedLate: 0, minutes: 60, planned: 60 });
		expect(endedWords(run)).toBe('It ended on time.');
	});

	test('never count less than half a minute as time spent', () => {
		fc.assert(
			fc.property(fc.nat(20_000), (seconds) => {
				const minutes = minutesSpent(seconds);
				if (seconds < 30) expect(minutes).toBeNull();
				else expect(Math.abs((minutes ?? 0) * 60 - seconds)).toBeLessThanOrEqual(30);
			})
		);
	});
});

describe('Exit questions', () => {
	const QUESTION = 'What helped you today?';

	async function answered(people: number, from = 0): Promise<string> {
		const exit =
			(await prisma().liveAsk.findFirst({ where: { liveSessionId: meeting } }))?.id ??
			(await askIn(meeting, { question: QUESTION, kind: 'question', capture: 'exit' }));
		for (let at = from; at < from + people; at += 1) {
			await say(exit, await attend(meeting, `Guest ${at}`), `Words of ${at}`);
		}
		return exit;
	}

	test('are told from five answers on, in words without names', async () => {
		await answered(4);
		const [few] = (await readDebrief(denise, meeting)).exit;
		expect(few).toMatchObject({ answers: null, words: [] });
		await answered(1, 4);
		const [enough] = (await readDebrief(denise, meeting)).exit;
		expect(enough?.answers).toBe(5);
		expect(enough?.words.toSorted()).toEqual([0, 1, 2, 3, 4].map((at) => `Words of ${at}`));
		expect(JSON.stringify(enough)).not.toContain('Guest');
	});

	test('never tell by one more what the last one said', async () => {
		const exit = await answered(5);
		await answered(1, 5);
		await prisma().liveResponse.updateMany({
			where: { askId: exit, attendee: { guestName: 'Guest 5' } },
			data: { answeredAt: new Date(ENDED.getTime() + 60_000) }
		});
		const [told] = (await readDebrief(denise, meeting)).exit;
		expect(told?.answers).toBe(5);
		expect(told?.words).not.toContain('Words of 5');
	});
});

describe('Preparing the next meeting', () => {
	test('shows what was noted at the cohort’s last one, to who facilitates it alone', async () => {
		expect(await listEarlierDebriefs(denise, network.cohort.id, SLUG)).toEqual([]);
		await keep(denise, 0, 'The chairs');
		const [earlier, more] = await listEarlierDebriefs(denise, network.cohort.id, SLUG);
		expect(more).toBeUndefined();
		expect(earlier).toMatchObject({
			meetingId: meeting,
			notes: [{ name: 'Denise Whitfield', worked: 'The chairs', change: '' }]
		});
		for (const name of ['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const) {
			const viewer = network.viewers[name];
			await expect(listEarlierDebriefs(viewer, network.cohort.id, SLUG)).rejects.toMatchObject({
				status: 404
			});
		}
		expect(
			await listEarlierDebriefs(network.viewers['Marcus Lindqvist'], network.otherCohort.id, SLUG)
		).toEqual([]);
	});
});
