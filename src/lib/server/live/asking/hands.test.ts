import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { comeIn, key, makeMeeting } from '../fixture.ts';
import { ask, countHands, end, handsInput, readRoom, respond, reveal } from '../index.ts';
import { findMeeting } from '../meeting.ts';

const POLL = 'lae-1-how-families-heard';
const LINES = 'lae-5-ways';
let network: SmallNetwork;
let denise: Viewer;
let meetingId: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	meetingId = await makeMeeting(network.cohort.id, denise);
});

async function asked() {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new Error('There is no such meeting.');
	const room = await readRoom(meeting, { surface: 'projector', language: 'en' });
	if (room.asked.now === null) throw new Error('Nothing is asked.');
	return room.asked.now;
}

async function askPoll(block = POLL): Promise<string> {
	const question = block === '' ? 'Who is missing?' : '';
	await ask(denise, meetingId, { key: key(), block, question, capture: 'wall', named: 'no' });
	return (await asked()).id;
}

async function count(viewer: Viewer, fields: Record<string, string>): Promise<void> {
	await countHands(viewer, meetingId, readInput({ key: key(), ...fields }, handsInput));
}

describe('Denise counts hands', () => {
	test('beside what phones answered, and neither is added to the other', async () => {
		const id = await askPoll();
		const [first, second] = (await asked()).choices;
		const ana = await comeIn(meetingId, network.viewers['Ana Reyes']);
		const choices = [first?.id ?? ''];
		const given = { key: key(), ask: id, text: '', choices, positions: '{}' };
		await respond(network.viewers['Ana Reyes'], ana, {
			...given,
			wall: 'yes',
			audience: 'me'
		});
		await count(denise, { ask: id, [`hands-${first?.id}`]: '7', [`hands-${second?.id}`]: '' });
		await reveal(denise, meetingId, { key: key(), ask: id });
		expect(await asked()).toMatchObject({
			answers: 1,
			results: { counts: null },
			hands: { [first?.id ?? '']: 7, [second?.id ?? '']: 0 }
		});
	});

	test('again over what was counted before, and takes them back with none', async () => {
		const id = await askPoll();
		const [first] = (await asked()).choices;
		const field = `hands-${first?.id}`;
		await count(denise, { ask: id, [field]: '3' });
		await count(denise, { ask: id, [field]: '4' });
		expect((await asked()).hands).toEqual({ [first?.id ?? '']: 4 });
		await count(denise, { ask: id, [field]: '0' });
		expect((await asked()).hands).toBeNull();
		expect(await prisma().liveResponse.count()).toBe(0);
	});

	test('for choices alone, that there are, in numbers, while the meeting is on', async () => {
		const words = await askPoll('');
		await expect(count(denise, { ask: words, 'hands-yes': '1' })).rejects.toMatchObject({
			status: 400
		});
		const id = await askPoll();
		const [first] = (await asked()).choices;
		const field = `hands-${first?.id}`;
		const wrong: Record<string, string>[] = [
			{ 'hands-none': '1' },
			{ 'hands-__proto__': '1' },
			{ [field]: '-1' },
			{ [field]: '1.5' },
			{ [field]: '1000' }
		];
		for (const fields of wrong) {
			await expect(count(denise, { ask: id, ...fields })).rejects.toMatchObject({ status: 400 });
		}
		expect((await asked()).hands).toBeNull();
		await end(denise, meetingId, { key: key() });
		await expect(count(denise, { ask: id, [field]: '1' })).rejects.toMatchObject({ status: 403 });
	});
});

describe('Denise counts who stands where', () => {
	test('along a line, beside what phones answered, and neither is added to the other', async () => {
		const id = await askPoll(LINES);
		const ana = await comeIn(meetingId, network.viewers['Ana Reyes']);
		await respond(network.viewers['Ana Reyes'], ana, {
			...{ key: key(), ask: id, text: '', choices: [], wall: 'yes', audience: 'me' },
			positions: JSON.stringify({ asking: 1 })
		});
		await count(denise, {
			ask: id,
			'hands-asking-1': '3',
			'hands-asking-4': '',
			'hands-asking-7': '12',
			'hands-last-year-2': '1',
			'hands-open-5': '0'
		});
		await reveal(denise, meetingId, { key: key(), ask: id });
		expect(await asked()).toMatchObject({
			answers: 1,
			results: { spread: null },
			hands: null,
			stands: { asking: [3, 0, 0, 0, 0, 0, 12], 'last-year': [0, 1, 0, 0, 0, 0, 0] }
		});
		expect(Object.keys((await asked()).stands ?? {})).toHaveLength(2);
		await count(denise, { ask: id, 'hands-asking-1': '0' });
		expect((await asked()).stands).toBeNull();
	});

	test('at places that there are', async () => {
		const id = await askPoll(LINES);
		for (const field of ['asking', 'asking-0', 'asking-8', 'asking-1-1', 'none-1', '__proto__-1']) {
			const counted = count(denise, { ask: id, [`hands-${field}`]: '1' });
			await expect(counted).rejects.toMatchObject({ status: 400 });
		}
		expect((await asked()).stands).toBeNull();
	});
});

test('A count that a page out of the history sends again is kept, and a retry that comes late is not', async () => {
	const id = await askPoll();
	const [first] = (await asked()).choices;
	const field = `hands-${first?.id}`;
	const once = key();
	const send = (hands: string) => count(denise, { key: once, ask: id, [field]: hands });
	await send('3');
	await send('4');
	await send('3');
	expect((await asked()).hands).toEqual({ [first?.id ?? '']: 4 });
});

test('Nobody else counts hands, and nobody in another meeting', async () => {
	const id = await askPoll();
	const [first] = (await asked()).choices;
	const fields = { ask: id, [`hands-${first?.id}`]: '2' };
	for (const name of ['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const) {
		await expect(count(network.viewers[name], fields)).rejects.toMatchObject({ status: 404 });
	}
	meetingId = await makeMeeting(network.cohort.id, denise);
	await expect(count(denise, fields)).rejects.toMatchObject({ status: 404 });
});
