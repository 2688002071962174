import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { listJournal } from '../../answers/index.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { ask } from '../asking/ask.ts';
import { respond } from '../asking/respond.ts';
import { respondInput } from '../asking/response.ts';
import { readOwnGroup } from '../breakouts/group-note.ts';
import { key, makeMeeting } from '../fixture.ts';
import { findMeeting, type Meeting } from '../meeting.ts';
import { readPhone } from '../phone.ts';
import { listVotes } from '../wall/vote.ts';
import { claim } from './claim.ts';
import { enter, enterAsGuest, findDoor } from './enter.ts';

/** One device goes round in the room: Rosa came in on it as a guest, and then somebody signs in. */

const ADDRESS = '192.0.2.1';
const WORDS = 'Nobody asked the driver';

let network: SmallNetwork;
let ana: Viewer;
let denise: Viewer;
let meeting: Meeting;
let rosa: string;
let asked: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	denise = network.viewers['Denise Whitfield'];
	const id = await makeMeeting(network.cohort.id, denise);
	const found = await findMeeting(id);
	if (found === null) throw new Error('The meeting was just made.');
	meeting = found;
	rosa = await enterAsGuest(meeting, { name: 'Rosa', mode: 'room', work: '' }, ADDRESS);
	const question = 'Who is missing?';
	await ask(denise, id, { key: key(), block: '', question, capture: 'wall', named: 'no' });
	asked = (await prisma().liveAsk.findFirstOrThrow()).id;
	await answer(null, { text: WORDS });
});

async function doorFor(viewer: Viewer | null, secret: string | undefined = rosa) {
	const door = await findDoor(meeting.code, viewer, () => secret, ADDRESS);
	if (door === null) throw new Error('There is a meeting with this code.');
	return door;
}

const phoneOf = async (viewer: Viewer | null, secret?: string) =>
	readPhone(viewer, await doorFor(viewer, secret), 'en');

async function answer(viewer: Viewer | null, fields: Record<string, string>) {
	const input = readInput({ key: key(), ask: asked, ...fields }, respondInput);
	return respond(viewer, await doorFor(viewer), input);
}

describe('On a device where a guest came in', () => {
	test('a member who signs in finds their own door, and of the guest the name alone', async () => {
		const phone = await phoneOf(ana);
		expect(phone).toMatchObject({ who: null, room: null, own: null, isOfCohort: true });
		expect(phone.claim).toMatchObject({ name: 'Rosa', isPossible: true });
		expect(JSON.stringify(phone)).not.toContain(WORDS);
		const door = await doorFor(ana);
		await expect(listVotes(ana, door)).rejects.toMatchObject({ status: 404 });
		await expect(readOwnGroup(ana, door)).rejects.toMatchObject({ status: 404 });
	});

	test('a member who comes in is in as themselves, and still sees nothing of the guest', async () => {
		await enter(ana, meeting, { mode: 'room', work: '' });
		const phone = await phoneOf(ana);
		expect(phone.who).toMatchObject({ name: 'Ana Reyes', isGuest: false });
		expect(phone.own?.sent).toEqual({});
		expect(JSON.stringify(phone)).not.toContain(WORDS);
	});

	test('who facilitates looks on as always, and takes nothing over', async () => {
		const phone = await phoneOf(denise);
		expect(phone).toMatchObject({ who: null, own: null, claim: { isPossible: false } });
		await expect(claim(denise, await doorFor(denise))).rejects.toMatchObject({ status: 403 });
	});

	test('nobody signed in is the guest, as before', async () => {
		const phone = await phoneOf(null);
		expect(phone.who).toMatchObject({ name: 'Rosa', isGuest: true });
		expect(phone.own?.sent[asked]?.text).toBe(WORDS);
	});

	test('the member says that it was them, and has it all as theirs', async () => {
		await claim(ana, await doorFor(ana));
		const phone = await phoneOf(ana);
		expect(phone.claim).toBeNull();
		expect(phone.who).toMatchObject({ name: 'Ana Reyes' });
		expect(phone.own?.sent[asked]?.text).toBe(WORDS);
	});

	test('a page of the guest that is still open sends as the guest', async () => {
		const guest = (await phoneOf(null)).who?.attendeeId ?? '';
		await enter(ana, meeting, { mode: 'room', work: '' });
		await answer(ana, { as: guest, text: 'And nobody asked the clerk' });
		expect((await phoneOf(null)).own?.sent[asked]?.text).toBe('And nobody asked the clerk');
		expect((await phoneOf(ana)).own?.sent).toEqual({});
		expect(await listJournal(ana)).toEqual([]);
	});

	test('no page sends as a guest of another device', async () => {
		const guest = (await phoneOf(null)).who?.attendeeId ?? '';
		await enter(ana, meeting, { mode: 'room', work: '' });
		const input = readInput({ key: key(), ask: asked, as: guest, text: 'x' }, respondInput);
		const elsewhere = await doorFor(ana, 'another-device');
		await expect(respond(ana, elsewhere, input)).rejects.toMatchObject({ status: 403 });
	});
});
