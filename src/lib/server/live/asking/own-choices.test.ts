import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { comeIn, comeInAsGuest, fill, key, makeMeeting } from '../fixture.ts';
import {
	addSaid,
	ask,
	askInput,
	claim,
	countHands,
	handsInput,
	invent,
	readRoom,
	respond,
	respondInput,
	reveal,
	startRehearsal
} from '../index.ts';
import { findMeeting } from '../meeting.ts';
import { listSaid } from '../said.ts';
import { start } from '../start.ts';
import { ownChoices } from './options.ts';

const QUESTION = 'Whom do we ask first?';
const ANSWERS = ['The night shift', 'The drivers', 'The front desk'];

let network: SmallNetwork;
let denise: Viewer;
let meetingId: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	meetingId = await makeMeeting(network.cohort.id, denise);
});

async function asked(surface: 'projector' | 'phone' = 'projector', of = meetingId) {
	const meeting = await findMeeting(of);
	if (meeting === null) throw new Error('There is no such meeting.');
	const room = await readRoom(meeting, { surface, language: 'en' });
	if (room.asked.now === null) throw new Error('Nothing is asked.');
	return room.asked.now;
}

async function askOwn(fields: Record<string, unknown> = {}, of = meetingId): Promise<string> {
	const input = { key: key(), question: QUESTION, choice: ANSWERS, ...fields };
	await ask(denise, of, readInput(input, askInput));
	return (await asked('projector', of)).id;
}

type Inside = Awaited<ReturnType<typeof comeIn>>;

async function choose(
	viewer: Viewer | null,
	door: Inside,
	ask: string,
	choices: string | string[]
): Promise<void> {
	await respond(viewer, door, readInput({ key: key(), ask, choices }, respondInput));
}

describe('A question of Denise’s own with answers to choose from', () => {
	test('comes to every phone with them, and empty lines are left out', async () => {
		await askOwn({ choice: [' The night  shift', '', 'The drivers', '  '] });
		expect(await asked('phone')).toMatchObject({
			kind: 'poll',
			blockId: null,
			promptHtml: `<p>${QUESTION}</p>`,
			choices: [
				{ id: '1', text: 'The night shift' },
				{ id: '2', text: 'The drivers' }
			],
			multiple: false
		});
	});

	test('is a question in words when all of them are empty', async () => {
		await askOwn({ choice: ['', '', '', '', '', ''] });
		expect(await asked()).toMatchObject({ kind: 'question', choices: [] });
	});

	test('is asked once, however often it is sent', async () => {
		const once = key();
		await askOwn({ key: once });
		await askOwn({ key: once });
		expect(await prisma().liveAsk.count()).toBe(1);
		await askOwn({ key: once, choice: ['Yes', 'No'] });
		expect(await prisma().liveAsk.count()).toBe(2);
	});

	test('has two to six answers that can be told apart, each short', async () => {
		const wrong: unknown[] = [
			'One alone',
			['Yes', ' yes '],
			['1', '2', '3', '4', '5', '6', '7'],
			['Yes', 'x'.repeat(201)],
			['Yes', 'No\0']
		];
		for (const choice of wrong) {
			await expect(askOwn({ choice })).rejects.toMatchObject({ status: 400 });
		}
		await expect(askOwn({ capture: 'exit' })).rejects.toMatchObject({ status: 400 });
		expect(await prisma().liveAsk.count()).toBe(0);
		expect(() => ownChoices(['Sí', 'SÍ'], false)).toThrow('twice');
	});

	test('shows how many chose what from five answers on, and never who', async () => {
		const id = await askOwn({ several: 'yes', named: 'yes' });
		await reveal(denise, meetingId, { key: key(), ask: id });
		const people = await fill(network, meetingId, ['A B', 'C D', 'E F', 'G H']);
		for (const person of people) await choose(null, person, id, ['1', '3']);
		expect(await asked()).toMatchObject({ named: false, answers: 4, results: { counts: null } });
		const ana = network.viewers['Ana Reyes'];
		await choose(ana, await comeIn(meetingId, ana), id, '1');
		expect(await asked()).toMatchObject({ results: { of: 5, counts: { 1: 5, 2: 0, 3: 4 } } });
	});

	test('takes one answer unless several may be chosen, and none that was not offered', async () => {
		const id = await askOwn();
		const ana = network.viewers['Ana Reyes'];
		const door = await comeIn(meetingId, ana);
		for (const choices of [['1', '2'], '4', 'The drivers', []]) {
			await expect(choose(ana, door, id, choices)).rejects.toMatchObject({ status: 400 });
		}
		await expect(
			addSaid(denise, meetingId, { key: key(), ask: id, text: 'Aloud' })
		).rejects.toMatchObject({ status: 403 });
		expect(await prisma().liveResponse.count()).toBe(0);
	});

	test('is counted by hands, apart from the phones', async () => {
		const id = await askOwn();
		const count = (fields: Record<string, string>) =>
			countHands(denise, meetingId, readInput({ key: key(), ask: id, ...fields }, handsInput));
		await count({ 'hands-1': '4', 'hands-2': '' });
		expect(await asked()).toMatchObject({ answers: 0, hands: { 1: 4, 2: 0 } });
		await expect(count({ 'hands-7': '1' })).rejects.toMatchObject({ status: 400 });
	});

	test('stands with what was chosen in the journal of who answered, a guest’s once it is claimed', async () => {
		const id = await askOwn({ several: 'yes' });
		const guest = await comeInAsGuest(meetingId, 'Jonah');
		await choose(null, guest, id, ['1', '2']);
		const jonah = network.viewers['Jonah Bell'];
		expect(await listSaid(jonah)).toEqual([]);
		const enrolment = jonah.enrolments[0] ?? null;
		await claim(jonah, { ...guest, enrolment, guest: guest.attendee, attendee: null });
		expect(await listSaid(jonah)).toMatchObject([
			{ words: [{ about: QUESTION, text: 'The night shift\nThe drivers' }] }
		]);
	});

	test('is answered by the invented people of a rehearsal', async () => {
		const rehearsal = await startRehearsal(denise, meetingId);
		await start(denise, rehearsal, { key: key() });
		await askOwn({}, rehearsal);
		for (let times = 0; times < 6; times += 1) await invent(denise, rehearsal, { key: key() });
		const given = await prisma().liveResponse.findMany({ select: { choices: true, sealed: true } });
		expect(given.length).toBeGreaterThan(0);
		for (const { choices, sealed } of given) {
			expect(['1', '2', '3']).toContain(choices[0]);
			expect(sealed).toBeNull();
		}
	});
});
