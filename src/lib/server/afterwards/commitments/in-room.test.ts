import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { listJournal } from '../../answers/index.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import {
	ask,
	askInput,
	end,
	listInRooms,
	readPhone,
	readRoom,
	respond,
	respondInput,
	reveal
} from '../../live/index.ts';
import { comeIn, comeInAsGuest, makeMeeting } from '../../live/fixture.ts';
import { findMeeting } from '../../live/meeting.ts';
import type { Viewer } from '../../viewer.ts';
import { claimWithCommitments, commitInRoom, roomCommitmentInput } from './in-room.ts';
import { commitAtRecap, findCommitting } from './at-recap.ts';
import {
	changeCommitment,
	commitmentChangeInput,
	commitmentInput,
	listMyCommitments,
	listMyOpening
} from './commitments.ts';
import { listOfMeeting, readOpeningCommitments } from './shown.ts';
import { makeHeld } from '../fixture.ts';
import { keepRecap } from '../recap/recap.ts';

const PROMPT = 'lae-1-i-will';

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let denise: Viewer;
let meeting: string;

const key = () => randomUUID();

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	denise = network.viewers['Denise Whitfield'];
	meeting = await makeMeeting(network.cohort.id, denise);
});

async function askFor(capture: 'commitment' | 'wall' | 'exit', question = ''): Promise<string> {
	const block = question === '' ? PROMPT : '';
	await ask(denise, meeting, { key: key(), block, question, capture, named: 'yes' });
	const row = await prisma().liveAsk.findFirstOrThrow({
		where: { liveSessionId: meeting, closedAt: null }
	});
	return row.id;
}

const promise = (askId: string, fields: Record<string, string> = {}) =>
	readInput(
		{ key: key(), ask: askId, kind: 'will', text: 'ask the driver', ...fields },
		roomCommitmentInput
	);

async function roomOn(surface: 'console' | 'projector' | 'phone') {
	const found = await findMeeting(meeting);
	if (found === null) throw new Error('The meeting was just made.');
	return readRoom(found, { surface, language: 'en' });
}

describe('A commitment on somebody’s own device', () => {
	test('stands in their journal and opens the next meeting for them alone', async () => {
		const door = await comeIn(meeting, ana);
		const askId = await askFor('commitment');
		await commitInRoom(
			ana,
			door,
			promise(askId, { text: 'I will ask the driver', due: '2026-12-04' })
		);
		expect(await listMyCommitments(ana)).toMatchObject([
			{ kind: 'will', text: 'ask the driver', sharing: 'me', state: 'open' }
		]);
		expect((await listJournal(ana)).map(({ text }) => text)).toEqual(['I will ask the driver']);
		expect((await listInRooms(ana)).size).toBe(0);
		const room = await roomOn('console');
		expect(room.asked.now?.answers).toBe(1);
		expect(JSON.stringify(room)).not.toContain('driver');
		await end(denise, meeting, { key: key() });
		const next = await makeMeeting(network.cohort.id, null, new Date('2026-12-09T14:00:00Z'));
		const ahead = await prisma().liveSession.findUniqueOrThrow({ where: { id: next } });
		expect((await listMyOpening(ana, ahead)).commitments).toHaveLength(1);
		expect((await listMyOpening(jonah, ahead)).commitments).toEqual([]);
		expect((await readOpeningCommitments(denise, next)).commitments).toEqual([]);
	});

	test('that is no longer shared leaves the wall, and an older page writes over nothing', async () => {
		const door = await comeIn(meeting, ana);
		const askId = await askFor('commitment');
		await commitInRoom(ana, door, promise(askId, { sharing: 'cohort' }));
		await reveal(denise, meeting, { key: key(), ask: askId });
		expect(JSON.stringify(await roomOn('projector'))).toContain('driver');
		const [made] = await listMyCommitments(ana);
		const base = made?.changedAt.toISOString() ?? '';
		const changed = (fields: Record<string, string>) =>
			changeCommitment(
				ana,
				readInput({ commitment: made?.id, state: 'open', ...fields }, commitmentChangeInput)
			);
		await changed({ base, note: 'He said yes.', sharing: 'me' });
		for (const surface of ['console', 'projector', 'phone'] as const) {
			expect(JSON.stringify(await roomOn(surface))).not.toContain('driver');
		}
		expect((await listInRooms(ana)).size).toBe(0);
		await changed({ base, note: 'He said yes.', sharing: 'me' });
		await expect(changed({ base, note: '' })).rejects.toMatchObject({ status: 409 });
		expect(await listMyCommitments(ana)).toMatchObject([{ note: 'He said yes.' }]);
	});

	test('that is shared is read by the room without a name, and opens the next meeting', async () => {
		const door = await comeIn(meeting, ana);
		const askId = await askFor('commitment');
		const input = promise(askId, { kind: 'stop', text: 'meeting at 3:15', sharing: 'named' });
		await commitInRoom(ana, door, input);
		expect([...(await listInRooms(ana)).values()]).toEqual([{ isCommitment: true, isNamed: true }]);
		expect((await listInRooms(jonah)).size).toBe(0);
		expect((await roomOn('projector')).wall.entries).toEqual([]);
		await reveal(denise, meeting, { key: key(), ask: askId });
		for (const surface of ['console', 'projector', 'phone'] as const) {
			const { entries } = (await roomOn(surface)).wall;
			expect(entries).toMatchObject([{ text: 'I will stop meeting at 3:15', name: null }]);
		}
		await end(denise, meeting, { key: key() });
		const next = await makeMeeting(network.cohort.id, null, new Date('2026-12-09T14:00:00Z'));
		expect(await readOpeningCommitments(denise, next)).toMatchObject({
			commitments: [{ kind: 'stop', text: 'meeting at 3:15', name: 'Ana Reyes' }],
			earlier: null
		});
	});

	test('is one however often it is sent, and changed when it is made anew', async () => {
		const door = await comeIn(meeting, ana);
		const askId = await askFor('commitment');
		const input = promise(askId);
		const first = await commitInRoom(ana, door, input);
		expect((await commitInRoom(ana, door, input)).number).toBe(first.number);
		await commitInRoom(ana, door, promise(askId, { text: 'ask the nurse', sharing: 'cohort' }));
		expect(await listMyCommitments(ana)).toMatchObject([
			{ text: 'ask the nurse', sharing: 'cohort' }
		]);
		const own = (await readPhone(ana, door, 'en')).own?.sent[askId];
		expect(own).toMatchObject({
			text: 'ask the nurse',
			promised: { kind: 'will', due: '', sharing: 'cohort' }
		});
	});

	test('of a guest becomes one when they take over what they wrote, and only once', async () => {
		const guest = await comeInAsGuest(meeting, 'Wren');
		const askId = await askFor('commitment');
		await commitInRoom(null, guest, promise(askId, { due: '2026-12-04', sharing: 'cohort' }));
		expect(await prisma().commitment.count()).toBe(0);
		const shared = [{ text: 'ask the driver', name: null, state: 'open' }];
		expect(await listOfMeeting(meeting)).toMatchObject(shared);
		const [enrolment] = jonah.enrolments;
		if (enrolment === undefined) throw new Error('Jonah is in the cohort.');
		const door = { ...guest, enrolment, guest: guest.attendee };
		await claimWithCommitments(jonah, door);
		await claimWithCommitments(jonah, { ...door, guest: null });
		expect(await listMyCommitments(jonah)).toMatchObject([
			{ text: 'ask the driver', sharing: 'cohort', due: new Date('2026-12-04T00:00:00Z') }
		]);
		expect(await listOfMeeting(meeting)).toMatchObject(shared);
	});

	test('of a guest is there when the taking over breaks off after the place, and once when it is done again', async () => {
		const guest = await comeInAsGuest(meeting, 'Wren');
		const askId = await askFor('commitment');
		await commitInRoom(null, guest, promise(askId));
		const [enrolment] = jonah.enrolments;
		if (enrolment === undefined) throw new Error('Jonah is in the cohort.');
		const door = { ...guest, enrolment, guest: guest.attendee };
		// Without a place in the cohort the journal cannot be written, which comes after.
		const breaksOff = claimWithCommitments({ ...jonah, enrolments: [] }, door);
		await expect(breaksOff).rejects.toMatchObject({ status: 404 });
		expect(await listMyCommitments(jonah)).toMatchObject([{ text: 'ask the driver' }]);
		expect(await listJournal(jonah)).toEqual([]);
		await claimWithCommitments(jonah, door);
		expect(await listMyCommitments(jonah)).toHaveLength(1);
		expect((await listJournal(jonah)).map(({ text }) => text)).toEqual(['I will ask the driver']);
	});

	test('answers only what asks for one', async () => {
		const door = await comeIn(meeting, ana);
		const wall = await askFor('wall');
		await expect(commitInRoom(ana, door, promise(wall))).rejects.toMatchObject({ status: 404 });
		await expect(commitInRoom(ana, door, promise(key()))).rejects.toMatchObject({ status: 404 });
		expect(await prisma().commitment.count()).toBe(0);
	});

	test('needs words and a day that there is', () => {
		expect(() => promise(key(), { text: ' ' })).toThrow();
		expect(() => promise(key(), { due: '2026-02-30' })).toThrow();
		expect(() => promise(key(), { kind: 'may' })).toThrow();
		expect(() => promise(key(), { sharing: 'everybody' })).toThrow();
	});

	test('is sealed in the database, here and there', async () => {
		const door = await comeIn(meeting, ana);
		await commitInRoom(ana, door, promise(await askFor('commitment')));
		const rows = [
			...(await prisma().commitment.findMany()),
			...(await prisma().liveResponse.findMany())
		];
		expect(rows).toHaveLength(2);
		for (const { sealed } of rows) {
			expect(Buffer.from(sealed ?? []).toString('utf8')).not.toContain('driver');
		}
	});
});

describe('An exit question', () => {
	test('stands on no wall, has no names, and is shown to no room', async () => {
		const door = await comeIn(meeting, ana);
		const askId = await askFor('exit', 'What helped you today?');
		const answer = readInput({ key: key(), ask: askId, text: 'The silence' }, respondInput);
		await respond(ana, door, answer);
		await expect(reveal(denise, meeting, { key: key(), ask: askId })).rejects.toMatchObject({
			status: 403
		});
		for (const surface of ['console', 'projector', 'phone'] as const) {
			const room = await roomOn(surface);
			expect(room.asked.now).toMatchObject({ named: false, answers: 1 });
			expect(JSON.stringify(room)).not.toContain('silence');
		}
	});

	test('of ours is kept as which one it is, for each reader’s language; a typed one as it was typed', async () => {
		const input = readInput({ key: key(), ready: 'helped', capture: 'wall' }, askInput);
		await ask(denise, meeting, input);
		const words = '<p>What helped you today?</p>';
		expect((await roomOn('phone')).asked.now).toMatchObject({ capture: 'exit', promptHtml: words });
		await askFor('exit', 'What helped you today?');
		expect((await roomOn('phone')).asked.now).toMatchObject({ promptHtml: words });
		const rows = await prisma().liveAsk.findMany({ orderBy: { askedAt: 'asc' } });
		expect(rows.map(({ question, ready }) => [question, ready])).toEqual([
			[null, 'helped'],
			['What helped you today?', null]
		]);
	});
});

describe('After the meeting', () => {
	test('who took nothing on can do so at its recap, once it is out', async () => {
		const held = await makeHeld(network.cohort.id);
		const enrolment = ana.enrolments[0]?.enrolmentId ?? '';
		const input = { key: key(), enrolment, kind: 'will', text: 'ask the driver' };
		const late = readInput(input, commitmentInput);
		await expect(commitAtRecap(ana, held, late)).rejects.toMatchObject({ status: 403 });
		const empty = { base: 0, sections: [], items: [], on: [], kept: [], fields: {} };
		await keepRecap(denise, held, empty, true);
		expect(await findCommitting(ana, held)).toBe(enrolment);
		await commitAtRecap(ana, held, late);
		await commitAtRecap(ana, held, late);
		expect(await findCommitting(ana, held)).toBeNull();
		expect(await listMyCommitments(ana)).toHaveLength(1);
		// From a page out of the browser’s history, with other words under the same key.
		await commitAtRecap(ana, held, { ...late, text: 'ask the nurse' });
		const made = (await listMyCommitments(ana)).map(({ text }) => text);
		expect(made.toSorted()).toEqual(['ask the driver', 'ask the nurse']);
		expect(await findCommitting(denise, held)).toBeNull();
		await expect(commitAtRecap(jonah, held, late)).rejects.toMatchObject({ status: 404 });
		const sofia = network.viewers['Sofia Marchetti'];
		await expect(findCommitting(sofia, held)).rejects.toMatchObject({ status: 404 });
	});
});
