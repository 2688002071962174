import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { comeIn, comeInAsGuest, key, makeMeeting } from '../fixture.ts';
import {
	answerParked,
	answerParkedAfter,
	ask,
	end,
	hideEntry,
	hideParked,
	listParkedForAll,
	listVotes,
	park,
	parkFor,
	readParkedDesk,
	readRoom,
	respond,
	reveal,
	vote
} from '../index.ts';
import { findMeeting } from '../meeting.ts';

let network: SmallNetwork;
let denise: Viewer;
let marcus: Viewer;
let meetingId: string;
let ana: Awaited<ReturnType<typeof comeIn>>;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	meetingId = await makeMeeting(network.cohort.id, denise);
	ana = await comeIn(meetingId, network.viewers['Ana Reyes']);
});

async function room(surface: 'console' | 'projector' | 'phone', id = meetingId) {
	const meeting = await findMeeting(id);
	if (meeting === null) throw new Error('There is no such meeting.');
	return readRoom(meeting, { surface, language: 'en' });
}

const items = async (surface: 'console' | 'projector' | 'phone', id = meetingId) =>
	(await room(surface, id)).parked.items;

async function parkOne(text = 'Who pays for the bus?'): Promise<string> {
	await park(null, ana, { key: key(), text });
	return (await items('console')).find((item) => item.text === text)?.id ?? '';
}

describe('Ana parks a question', () => {
	test('and it stands there without her name, encrypted, once however often it was sent', async () => {
		const input = { key: key(), text: 'Who pays for the bus?' };
		await Promise.all([park(null, ana, input), park(null, ana, input)]);
		const shown = await items('projector');
		expect(shown).toMatchObject([{ text: 'Who pays for the bus?', votes: 0, answer: null }]);
		expect(JSON.stringify(await room('phone'))).not.toContain('Ana');
		const [row] = await prisma().liveParked.findMany();
		expect(Buffer.from(row?.sealed ?? []).toString('utf8')).not.toContain('bus');
	});

	test('and others vote for it, each once, until they take it back', async () => {
		const parked = await parkOne();
		const jonah = await comeIn(meetingId, network.viewers['Jonah Bell']);
		const rosa = await comeInAsGuest(meetingId, 'Rosa');
		const yes = (who: typeof ana) => vote(null, who, { key: key(), subject: parked, vote: 'yes' });
		await Promise.all([yes(jonah), yes(jonah), yes(rosa)]);
		expect(await items('phone')).toMatchObject([{ votes: 2 }]);
		expect(await listVotes(null, jonah)).toEqual([parked]);
		await vote(null, jonah, { key: key(), subject: parked, vote: 'no' });
		expect(await items('phone')).toMatchObject([{ votes: 1 }]);
		const other = await makeMeeting(network.otherCohort.id, marcus);
		const sofia = await comeIn(other, network.viewers['Sofia Marchetti']);
		await expect(yes(sofia)).rejects.toMatchObject({ status: 404 });
	});

	test('that Denise hides, and it never leaves the console', async () => {
		const parked = await parkOne();
		await hideParked(denise, meetingId, { key: key(), parked, hidden: 'yes' });
		expect(await items('console')).toMatchObject([{ isHidden: true }]);
		for (const surface of ['projector', 'phone'] as const) {
			expect(JSON.stringify(await room(surface))).not.toContain('bus');
		}
		await expect(
			vote(null, ana, { key: key(), subject: parked, vote: 'yes' })
		).rejects.toMatchObject({
			status: 404
		});
		await hideParked(denise, meetingId, { key: key(), parked, hidden: 'no' });
		expect(await items('phone')).toHaveLength(1);
	});

	test('and nobody of another cohort hides or answers it', async () => {
		const parked = await parkOne();
		const other = await makeMeeting(network.otherCohort.id, marcus);
		const hide = { key: key(), parked, hidden: 'yes' as const };
		const answer = { key: key(), parked, answer: 'The county.', over: '' };
		await expect(hideParked(marcus, meetingId, hide)).rejects.toMatchObject({ status: 404 });
		await expect(hideParked(marcus, other, hide)).rejects.toMatchObject({ status: 404 });
		await expect(answerParked(marcus, other, answer)).rejects.toMatchObject({ status: 404 });
		await expect(answerParkedAfter(marcus, network.otherCohort.id, answer)).rejects.toMatchObject({
			status: 404
		});
		await expect(readParkedDesk(marcus, network.cohort.id)).rejects.toMatchObject({ status: 404 });
	});
});

describe('A parked question', () => {
	test('is answered in its meeting, encrypted, and the answer can be taken back', async () => {
		const parked = await parkOne();
		await answerParked(denise, meetingId, {
			key: key(),
			parked,
			answer: 'The county does.',
			over: ''
		});
		expect(await items('phone')).toMatchObject([{ answer: 'The county does.' }]);
		const [row] = await prisma().liveParked.findMany();
		expect(Buffer.from(row?.answer ?? []).toString('utf8')).not.toContain('county');
		await answerParked(denise, meetingId, {
			key: key(),
			parked,
			answer: '',
			over: 'The county does.'
		});
		expect(await items('phone')).toMatchObject([{ answer: null }]);
	});

	test('keeps the answer that another facilitator gave meanwhile, until it is written over knowingly', async () => {
		const parked = await parkOne();
		const write = (answer: string, over: string) =>
			answerParked(denise, meetingId, { key: key(), parked, answer, over });
		await write('The county does.', '');
		await expect(write('The district does.', '')).rejects.toMatchObject({ status: 409 });
		expect(await items('phone')).toMatchObject([{ answer: 'The county does.' }]);
		// Sent again because nobody heard that it arrived.
		await write('The county does.', '');
		await write('The district does.', 'The county does.');
		expect(await items('phone')).toMatchObject([{ answer: 'The district does.' }]);
	});

	test('waits in the cohort’s next meetings, one vote of each person over all of them', async () => {
		const parked = await parkOne();
		await vote(null, ana, { key: key(), subject: parked, vote: 'yes' });
		await end(denise, meetingId, { key: key() });
		const next = await makeMeeting(network.cohort.id, denise, new Date('2026-12-04T14:00:00Z'));
		const again = await comeIn(next, network.viewers['Ana Reyes']);
		await vote(null, again, { key: key(), subject: parked, vote: 'yes' });
		expect(await items('phone', next)).toMatchObject([{ isEarlier: true, votes: 1 }]);
		await answerParked(denise, next, { key: key(), parked, answer: 'The county does.', over: '' });
		expect(await items('phone', next)).toMatchObject([{ answer: 'The county does.' }]);
		const third = await makeMeeting(network.cohort.id, null, new Date('2026-12-11T14:00:00Z'));
		expect(await items('phone', third)).toEqual([]);
	});

	test('is answered after the meeting, from the cohort’s page', async () => {
		const parked = await parkOne();
		await end(denise, meetingId, { key: key() });
		expect((await readParkedDesk(denise, network.cohort.id)).waiting).toMatchObject([
			{ id: parked, meetingId }
		]);
		await answerParkedAfter(denise, network.cohort.id, {
			key: key(),
			parked,
			answer: 'The county does.',
			over: ''
		});
		const desk = await readParkedDesk(denise, network.cohort.id);
		expect(desk.waiting).toEqual([]);
		expect(desk.answered).toMatchObject([{ answer: 'The county does.' }]);
	});
});

describe('The wall', () => {
	const night = 'The night shift';
	let askId: string;
	let entry: string;

	const say = (text: string, wall: 'yes' | 'no' = 'yes') =>
		respond(network.viewers['Ana Reyes'], ana, {
			key: key(),
			ask: askId,
			text,
			choices: [],
			positions: '{}',
			wall,
			audience: 'me'
		});
	const parkEntry = () => parkFor(denise, meetingId, { key: key(), text: '', entry });
	const everywhere = async () => [
		await items('console'),
		await items('projector'),
		await items('phone')
	];

	beforeEach(async () => {
		await ask(denise, meetingId, {
			key: key(),
			block: '',
			question: 'Who is missing?',
			capture: 'wall',
			named: 'no'
		});
		askId = (await room('console')).asked.now?.id ?? '';
		await say(night);
		entry = (await room('console')).wall.entries[0]?.id ?? '';
	});

	test('gives an entry to the parking lot, once, and takes votes once it is revealed', async () => {
		const cast = { key: key(), subject: entry, vote: 'yes' as const };
		await expect(vote(null, ana, cast)).rejects.toMatchObject({ status: 404 });
		await reveal(denise, meetingId, { key: key(), ask: askId });
		const before = (await room('phone')).number;
		await vote(null, ana, cast);
		expect((await room('phone')).wall.entries).toMatchObject([{ votes: 1 }]);
		const row = await prisma().liveResponse.findUniqueOrThrow({ where: { id: entry } });
		expect(row.number).toBe(before + 1);
		await Promise.all([parkEntry(), parkEntry()]);
		expect(await items('phone')).toMatchObject([{ text: night }]);
	});

	test('keeps a parked entry from the room for as long as the room may not see the entry', async () => {
		await parkEntry();
		const only = [[{ text: night, isKeptBack: true }], [], []];
		expect(await everywhere()).toMatchObject(only);
		const [parked] = await items('console');
		await expect(
			vote(null, ana, { key: key(), subject: parked?.id ?? '', vote: 'yes' })
		).rejects.toMatchObject({ status: 404 });
		await reveal(denise, meetingId, { key: key(), ask: askId });
		expect(await items('phone')).toMatchObject([{ text: night, isKeptBack: false }]);
		await hideEntry(denise, meetingId, { key: key(), entry, hidden: 'yes' });
		expect(await everywhere()).toMatchObject(only);
		await end(denise, meetingId, { key: key() });
		expect(await listParkedForAll(meetingId)).toEqual([]);
		expect((await readParkedDesk(denise, network.cohort.id)).waiting).toHaveLength(1);
	});

	test('lets its writer put other words, or take it away: what was parked follows', async () => {
		await reveal(denise, meetingId, { key: key(), ask: askId });
		await parkEntry();
		await say('The people on the night shift');
		expect(await items('phone')).toMatchObject([{ text: 'The people on the night shift' }]);
		await say('The people on the night shift', 'no');
		expect(await everywhere()).toMatchObject([[{ text: '', isTakenBack: true }], [], []]);
		expect((await readParkedDesk(denise, network.cohort.id)).waiting).toEqual([]);
		await say(night);
		expect(await items('phone')).toMatchObject([{ text: night }]);
	});

	test('takes an entry away from all eyes, but not what Denise answered to it from hers', async () => {
		await reveal(denise, meetingId, { key: key(), ask: askId });
		await parkEntry();
		const parked = (await items('console'))[0]?.id ?? '';
		const answer = (text: string, over = '') =>
			answerParked(denise, meetingId, { key: key(), parked, answer: text, over });
		await answer('We ask them on Monday.');
		await say(night, 'no');
		const taken = { text: '', isTakenBack: true, answer: 'We ask them on Monday.' };
		expect(await everywhere()).toMatchObject([[taken], [], []]);
		expect(JSON.stringify(await room('console'))).not.toContain(night);
		expect(JSON.stringify([await room('phone'), await room('projector')])).not.toContain('Monday');
		expect(await listParkedForAll(meetingId)).toEqual([]);
		const desk = await readParkedDesk(denise, network.cohort.id);
		expect(desk).toMatchObject({ waiting: [], answered: [taken] });
		expect(JSON.stringify(desk)).not.toContain(night);

		const next = await makeMeeting(network.cohort.id, denise, new Date('2026-12-04T14:00:00Z'));
		expect(await items('console', next)).toEqual([]);
		await say(night);
		expect(await items('phone')).toMatchObject([{ text: night, answer: taken.answer }]);
		await say(night, 'no');
		await answer('', 'We ask them on Monday.');
		expect((await readParkedDesk(denise, network.cohort.id)).answered).toEqual([]);
	});

	test('keeps what Denise was just answering when its writer takes the entry back', async () => {
		await reveal(denise, meetingId, { key: key(), ask: askId });
		await parkEntry();
		const parked = (await items('console'))[0]?.id ?? '';
		await say(night, 'no');
		const answer = 'We ask them on Monday.';
		await answerParked(denise, meetingId, { key: key(), parked, answer, over: '' });
		expect(await items('console')).toMatchObject([{ text: '', isTakenBack: true, answer }]);
		expect(await items('phone')).toEqual([]);
	});

	test('has nothing of an exit question to park', async () => {
		await prisma().liveAsk.update({ where: { id: askId }, data: { capture: 'exit' } });
		await expect(parkEntry()).rejects.toMatchObject({ status: 404 });
	});
});
