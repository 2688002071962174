import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { listJournal, saveAnswer } from '../answers/index.ts';
import { prisma } from '../db/index.ts';
import { readInput } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { ask, closeAsk, takeNamesOff } from './asking/ask.ts';
import { claim } from './entering/claim.ts';
import { enter, enterAsGuest, findDoor } from './entering/enter.ts';
import { findMeeting, type Meeting } from './meeting.ts';
import { readPhone } from './phone.ts';
import { listInRooms } from './wall/on-walls.ts';
import { respond } from './asking/respond.ts';
import { respondInput } from './asking/response.ts';
import { end } from './run.ts';
import { listSaid } from './said.ts';
import { start } from './start.ts';
import { hideEntry } from './wall/moderate.ts';

const CODE = 'ACDEFG';
const PROMPT = 'lae-1-last-decision';
const ADDRESS = '192.0.2.1';

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let denise: Viewer;
let meeting: Meeting;

const key = () => randomUUID();

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	denise = network.viewers['Denise Whitfield'];
	meeting = await makeMeeting(CODE);
});

async function makeMeeting(code: string, rehearsal = false): Promise<Meeting> {
	const { id } = await prisma().liveSession.create({
		data: {
			cohortId: network.cohort.id,
			moduleId: 'lae-1',
			startsAt: new Date(),
			minutes: 60,
			code,
			rehearsal
		},
		select: { id: true }
	});
	return reread(id);
}

async function reread(id: string): Promise<Meeting> {
	const found = await findMeeting(id);
	if (found === null) throw new Error('The meeting was just made.');
	return found;
}

async function doorFor(viewer: Viewer | null, secret?: string, code = CODE) {
	const door = await findDoor(code, viewer, () => secret, ADDRESS);
	if (door === null) throw new Error('There is a meeting with this code.');
	return door;
}

const guest = (name: string) => enterAsGuest(meeting, { name, mode: 'room', work: '' }, ADDRESS);

async function askFor(block: string, question = '', capture: 'wall' | 'journal' = 'wall') {
	await ask(denise, meeting.id, { key: key(), block, question, capture, named: 'no' });
	const { id } = await prisma().liveAsk.findFirstOrThrow({
		where: { liveSessionId: meeting.id },
		orderBy: { askedAt: 'desc' }
	});
	return id;
}

type Fields = Record<string, string | string[]>;

async function answer(viewer: Viewer | null, secret: string | undefined, fields: Fields) {
	const input = readInput({ key: key(), ...fields }, respondInput);
	return respond(viewer, await doorFor(viewer, secret), input);
}

async function phoneOf(viewer: Viewer | null, secret?: string) {
	return readPhone(viewer, await doorFor(viewer, secret), 'en');
}

const journalOf = async (viewer: Viewer) =>
	(await listJournal(viewer)).map(({ text, audience }) => ({ text, audience }));

const earlierOf = async (viewer: Viewer) =>
	(await listJournal(viewer)).flatMap(({ earlier }) => earlier.map(({ text }) => text));

describe('An answer from two devices', () => {
	const sentTo = async (ask: string) => {
		const sent = (await phoneOf(ana)).own?.sent[ask];
		if (sent === undefined) throw new Error('Ana has answered.');
		return sent;
	};
	const say = (ask: string, text: string, more: Fields) =>
		answer(ana, undefined, { ask, text, ...more });

	test('stands as it was sent last by who knew what stood: an older one is refused, and is not in the journal', async () => {
		await start(denise, meeting.id, { key: key() });
		meeting = await reread(meeting.id);
		await enter(ana, meeting, { mode: 'room', work: '' });
		const ask = await askFor(PROMPT);
		await say(ask, 'The newer one, off the wall.', { base: '0', wall: 'no' });
		const older = { base: '0', key: key() };
		await expect(say(ask, 'Older, and waited.', older)).rejects.toMatchObject({ status: 409 });
		expect(await sentTo(ask)).toMatchObject({
			text: 'The newer one, off the wall.',
			onWall: false
		});
		expect(await journalOf(ana)).toMatchObject([{ text: 'The newer one, off the wall.' }]);
		expect(await earlierOf(ana)).toEqual([]);
		const { number } = await sentTo(ask);
		await say(ask, 'Older, and meant.', { base: String(number) });
		expect(await sentTo(ask)).toMatchObject({ text: 'Older, and meant.' });
	});

	test('is no older one because a facilitator hid it meanwhile', async () => {
		await start(denise, meeting.id, { key: key() });
		meeting = await reread(meeting.id);
		await enter(ana, meeting, { mode: 'room', work: '' });
		const ask = await askFor(PROMPT);
		const { number } = await say(ask, 'First.', { base: '0' });
		const { id } = await prisma().liveResponse.findFirstOrThrow({ where: { askId: ask } });
		await hideEntry(denise, meeting.id, { key: key(), entry: id, hidden: 'yes' });
		expect((await sentTo(ask)).number).toBe(number);
		await say(ask, 'Second.', { base: String(number) });
		expect(await sentTo(ask)).toMatchObject({ text: 'Second.' });
	});
});

describe('The door', () => {
	test('is the same for a code in any case and grouping, and none for a code that is none’s', async () => {
		expect(await findDoor('acd-efg', null, () => undefined, ADDRESS)).not.toBeNull();
		expect(await findDoor('ACDEFH', null, () => undefined, ADDRESS)).toBeNull();
		expect(await findDoor('a\0', null, () => undefined, ADDRESS)).toBeNull();
	});

	test('is shut to a stranger who has guessed too often, and to nobody who has a place', async () => {
		const guesser = '192.0.2.99';
		const tryCode = (code: string, viewer: Viewer | null = null, secret?: string) =>
			findDoor(code, viewer, () => secret, guesser);
		const secret = await guest('Bea');
		for (let tries = 0; tries < 120; tries++) expect(await tryCode('ACDEFH')).toBeNull();
		expect(await tryCode(CODE)).not.toBeNull();
		await expect(tryCode('ACDEFH')).rejects.toMatchObject({ status: 429 });
		await expect(tryCode(CODE)).rejects.toMatchObject({ status: 429 });
		expect(await tryCode(CODE, ana)).not.toBeNull();
		expect(await tryCode(CODE, null, secret)).not.toBeNull();
		expect(await findDoor(CODE, null, () => undefined, ADDRESS)).not.toBeNull();
	});

	test('counts no try that cannot be a code at all', async () => {
		const hurried = '192.0.2.98';
		for (let tries = 0; tries < 130; tries++) {
			expect(await findDoor(`AC${1000 + tries}`, null, () => undefined, hurried)).toBeNull();
		}
		expect(await findDoor(CODE, null, () => undefined, hurried)).not.toBeNull();
	});

	test('of a meeting that was cancelled says that, to whoever has its code, and nothing else', async () => {
		await makeMeeting('ACDEFQ');
		await prisma().liveSession.updateMany({
			where: { code: 'ACDEFQ' },
			data: { cancelledAt: new Date() }
		});
		for (const viewer of [ana, null]) {
			await expect(findDoor('ACDEFQ', viewer, () => undefined, ADDRESS)).rejects.toMatchObject({
				status: 410,
				message: 'This session was cancelled.'
			});
		}
	});

	test('of a rehearsal does not exist', async () => {
		await makeMeeting('ACDEFQ', true);
		expect(await findDoor('ACDEFQ', ana, () => undefined, ADDRESS)).toBeNull();
	});

	test('tells whoever was noted as having left that what they wrote is kept, and nobody else', async () => {
		expect(await phoneOf(ana)).toMatchObject({ who: null, left: null });
		await enter(ana, meeting, { mode: 'room', work: '' });
		expect((await phoneOf(ana)).left).toBeNull();
		await prisma().liveAttendee.updateMany({ data: { leftAt: new Date() } });
		const words = 'You were noted as having left. Come in again: what you wrote is kept.';
		expect(await phoneOf(ana)).toMatchObject({ who: null, left: words });
		await enter(ana, meeting, { mode: 'room', work: '' });
		expect((await phoneOf(ana)).left).toBeNull();
	});

	test('shows who has not come in nothing of the room', async () => {
		expect(await phoneOf(null)).toMatchObject({ who: null, room: null, own: null, claim: null });
		expect(await phoneOf(ana)).toMatchObject({ who: null, room: null, isOfCohort: true });
		expect(await phoneOf(network.viewers['Sofia Marchetti'])).toMatchObject({
			who: null,
			room: null,
			isOfCohort: false
		});
	});

	test('knows again who was in: by their place in the cohort, or by what the guest’s browser keeps', async () => {
		await enter(ana, meeting, { mode: 'remote', work: '' });
		const secret = await guest('Bea');
		expect((await phoneOf(ana)).who).toMatchObject({ name: 'Ana Reyes', mode: 'remote' });
		expect((await phoneOf(null, secret)).who).toMatchObject({ name: 'Bea', isGuest: true });
		expect((await phoneOf(null, `${secret}x`)).who).toBeNull();
	});

	test('asks what somebody does, and knows it the next time they come', async () => {
		expect((await phoneOf(ana)).work).toBeNull();
		await enter(ana, meeting, { mode: 'room', work: 'support' });
		await makeMeeting('GHJKMN');
		const next = await readPhone(ana, await doorFor(ana, undefined, 'GHJKMN'), 'en');
		expect(next).toMatchObject({ who: null, work: 'support' });
	});

	test('lets a facilitator look on with a way to the console, and answer nothing', async () => {
		const phone = await phoneOf(denise);
		expect(phone.consoleHref).toBe(`/facilitate/sessions/${meeting.id}/console`);
		expect(phone.room).not.toBeNull();
		expect(phone.who).toBeNull();
	});
});

describe('An answer', () => {
	beforeEach(async () => {
		await start(denise, meeting.id, { key: key() });
		await enter(ana, meeting, { mode: 'room', work: '' });
	});

	test('that stood with a name is told so in the journal, also once names are taken off', async () => {
		await ask(denise, meeting.id, {
			key: key(),
			block: PROMPT,
			question: '',
			capture: 'wall',
			named: 'yes'
		});
		const { id } = await prisma().liveAsk.findFirstOrThrow({ where: { named: true } });
		const isNamed = async () => [...(await listInRooms(ana)).values()].map((how) => how.isNamed);
		await answer(ana, undefined, { ask: id, text: 'Two lists are short' });
		expect(await isNamed()).toEqual([true]);
		await takeNamesOff(denise, meeting.id, { key: key(), ask: id });
		expect(await isNamed()).toEqual([true]);
		await answer(ana, undefined, { ask: id, text: 'Three lists are short' });
		expect(await isNamed()).toEqual([false]);
	});

	test('is on the wall and in the journal of who has an account, sealed in both, and in no event', async () => {
		const asked = await askFor(PROMPT);
		await answer(ana, undefined, { ask: asked, text: 'Two lists are short' });
		expect(await journalOf(ana)).toEqual([{ text: 'Two lists are short', audience: 'me' }]);
		expect([...(await listInRooms(ana)).values()]).toEqual([
			{ isCommitment: false, isNamed: false }
		]);
		const { own } = await phoneOf(ana);
		expect(own?.sent[asked]).toMatchObject({ text: 'Two lists are short', onWall: true });
		const all = JSON.stringify([
			await prisma().liveEvent.findMany(),
			(await prisma().liveResponse.findMany()).map(({ sealed }) =>
				Buffer.from(sealed ?? []).toString('latin1')
			)
		]);
		expect(all).not.toContain('Two lists');
	});

	test('by somebody who was noted as having left says that they are here', async () => {
		const asked = await askFor(PROMPT);
		await prisma().liveAttendee.updateMany({ data: { leftAt: new Date() } });
		await answer(ana, undefined, { ask: asked, text: 'I am still here' });
		const [attendee] = await prisma().liveAttendee.findMany();
		expect(attendee?.leftAt).toBeNull();
		const last = await prisma().liveEvent.findFirst({ orderBy: { number: 'desc' } });
		expect(last?.parts).toContain('people');
		await end(denise, meeting.id, { key: key() });
		await prisma().liveAttendee.updateMany({ data: { leftAt: new Date() } });
		await answer(ana, undefined, { ask: asked, text: 'I thought of it later' });
		expect((await prisma().liveAttendee.findMany())[0]?.leftAt).not.toBeNull();
	});

	test('is read by its writer alone', async () => {
		const asked = await askFor(PROMPT);
		await answer(ana, undefined, { ask: asked, text: 'The clerk knows' });
		await enter(jonah, meeting, { mode: 'room', work: '' });
		const others = [
			await phoneOf(jonah),
			await phoneOf(denise),
			await phoneOf(null, await guest('Bea'))
		];
		expect(JSON.stringify(others)).not.toContain('The clerk');
	});

	test('begins with what the journal holds already, of nobody else', async () => {
		const asked = await askFor(PROMPT);
		await saveAnswer(ana, 'leading-with-access-and-equity', 'start-with-who-is-missing', {
			blockId: PROMPT,
			text: 'I wrote this last week',
			audience: 'cohort',
			base: 0,
			owner: undefined,
			writer: 'form',
			sequence: 0
		});
		expect((await phoneOf(ana)).own?.journal[PROMPT]).toMatchObject({
			text: 'I wrote this last week',
			audience: 'cohort'
		});
		await enter(jonah, meeting, { mode: 'room', work: '' });
		expect((await phoneOf(jonah)).own).toMatchObject({ journal: {}, sent: {} });
		expect((await phoneOf(ana)).own?.asks.map(({ id }) => id)).toEqual([asked]);
	});

	test('sent twice with one key is there once, and puts nothing old over something newer', async () => {
		const asked = await askFor(PROMPT);
		const first = { ask: asked, text: 'The first words', key: key() };
		await answer(ana, undefined, first);
		await answer(ana, undefined, { ask: asked, text: 'The second words' });
		await answer(ana, undefined, first);
		expect(await journalOf(ana)).toEqual([{ text: 'The second words', audience: 'me' }]);
		expect((await phoneOf(ana)).own?.sent[asked]?.text).toBe('The second words');
	});

	test('comes late: to a question that was put away, and for a day after the end', async () => {
		const asked = await askFor(PROMPT);
		const inTime = await answer(ana, undefined, { ask: asked, text: 'In time' });
		expect(inTime).toMatchObject({ isLate: false });
		await closeAsk(denise, meeting.id, { key: key(), ask: asked });
		const late = await answer(ana, undefined, { ask: asked, text: 'A little late' });
		expect(late).toMatchObject({ isLate: true });
		await end(denise, meeting.id, { key: key() });
		await answer(ana, undefined, { ask: asked, text: 'In the evening' });
		await prisma().liveSession.update({
			where: { id: meeting.id },
			data: { endedAt: new Date(Date.now() - 25 * 60 * 60 * 1000) }
		});
		await expect(answer(ana, undefined, { ask: asked, text: 'Two days on' })).rejects.toMatchObject(
			{ status: 403 }
		);
		expect(await journalOf(ana)).toEqual([{ text: 'In the evening', audience: 'me' }]);
	});

	test('to what another meeting asked, or by a guest of another meeting, is to nothing', async () => {
		const asked = await askFor(PROMPT);
		const other = await makeMeeting('ACDEFH');
		const secret = await enterAsGuest(other, { name: 'Bea', mode: 'room', work: '' }, ADDRESS);
		const elsewhere = await doorFor(null, secret, 'ACDEFH');
		const input = readInput({ key: key(), ask: asked, text: 'From next door' }, respondInput);
		await expect(respond(null, elsewhere, input)).rejects.toMatchObject({ status: 404 });
		await expect(answer(null, secret, { ask: asked, text: 'Over here' })).rejects.toMatchObject({
			status: 401
		});
	});

	test('is kept as nobody else’s when somebody signs in meanwhile', async () => {
		const asked = await askFor(PROMPT);
		const as = (await phoneOf(ana)).who?.attendeeId ?? '';
		await enter(jonah, meeting, { mode: 'room', work: '' });
		await expect(
			answer(jonah, undefined, { ask: asked, as, text: 'Whose words' })
		).rejects.toMatchObject({ status: 403 });
		await expect(answer(null, undefined, { ask: asked, as, text: 'x' })).rejects.toMatchObject({
			status: 401
		});
	});

	test('keeps of what was sent only what was asked for', async () => {
		const asked = await askFor(PROMPT);
		const forged = { choices: ['a\0b', 'nowhere'], positions: '{"nowhere":3}' };
		await answer(ana, undefined, { ask: asked, text: 'The clerk knows', ...forged });
		expect((await phoneOf(ana)).own?.sent[asked]).toMatchObject({
			text: 'The clerk knows',
			choices: [],
			positions: {}
		});
	});

	test('to a check teaches what was chosen, and to a continuum may come as a plain form', async () => {
		const check = await askFor('lae-1-present-not-heard');
		const responded = await answer(ana, undefined, { ask: check, choices: 'absent' });
		expect(responded).toMatchObject({ correct: false, feedback: [{ choice: 'absent' }] });
		expect((await phoneOf(ana)).own?.sent[check]?.feedback).toHaveLength(1);
		await expect(answer(ana, undefined, { ask: check, choices: 'nowhere' })).rejects.toMatchObject({
			status: 400
		});
		await expect(answer(ana, undefined, { ask: check })).rejects.toMatchObject({ status: 400 });
	});
});

describe('A guest', () => {
	let secret: string;
	let asked: string;

	beforeEach(async () => {
		await start(denise, meeting.id, { key: key() });
		secret = await guest('Jo');
		asked = await askFor(PROMPT);
		await answer(null, secret, { ask: asked, text: 'Nobody asked the driver' });
	});

	const claimAs = async (viewer: Viewer) => claim(viewer, await doorFor(viewer, secret));

	test('takes their answers into their journal, for themselves alone, and is one person from then on', async () => {
		const poll = await askFor('lae-1-how-families-heard');
		await answer(null, secret, { ask: poll, choices: 'told-after' });
		expect((await phoneOf(jonah, secret)).claim).toMatchObject({ name: 'Jo', isPossible: true });
		await claimAs(jonah);
		expect(await journalOf(jonah)).toEqual([{ text: 'Nobody asked the driver', audience: 'me' }]);
		const phone = await phoneOf(jonah);
		expect(phone.who).toMatchObject({ name: 'Jonah Bell', isGuest: false });
		expect(phone.own?.sent[asked]?.text).toBe('Nobody asked the driver');
		const enrolmentId = jonah.enrolments[0]?.enrolmentId ?? '';
		const done = await prisma().blockCompletion.findMany({ where: { enrolmentId } });
		expect(done.map(({ blockId }) => blockId)).toContain('lae-1-how-families-heard');
		const [row] = await prisma().answer.findMany();
		expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('driver');
	});

	test('is claimed once: again by the same is nothing new, by another there is nobody', async () => {
		await claimAs(jonah);
		await claimAs(jonah);
		await expect(claim(ana, { ...(await doorFor(ana)), guest: null })).resolves.toBeUndefined();
		expect(await journalOf(ana)).toEqual([]);
		expect(await prisma().liveAttendee.count()).toBe(1);
		expect(await prisma().liveResponse.count()).toBe(1);
	});

	test('claimed by two at the same moment is one person’s, and in that journal alone', async () => {
		const [first, second] = [await doorFor(jonah, secret), await doorFor(ana, secret)];
		const claims = await Promise.allSettled([claim(jonah, first), claim(ana, second)]);
		expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await prisma().liveAttendee.count()).toBe(1);
		const kept = [await journalOf(jonah), await journalOf(ana)];
		const isHers = claims[1]?.status === 'fulfilled';
		expect(kept.map(({ length }) => length)).toEqual(isHers ? [0, 1] : [1, 0]);
	});

	test('who is in with their account as well is one person, and what broke off is done again', async () => {
		await enter(jonah, meeting, { mode: 'room', work: '' });
		const poll = await askFor('lae-1-how-families-heard');
		await answer(jonah, undefined, { ask: poll, choices: 'told-after' });
		const door = await doorFor(jonah, secret);
		// The place in the cohort is lost between the two halves, and comes back.
		await expect(claim({ ...jonah, enrolments: [] }, door)).rejects.toMatchObject({ status: 404 });
		expect(await journalOf(jonah)).toEqual([]);
		expect((await phoneOf(jonah, secret)).claim).toMatchObject({ name: 'Jo' });
		await claimAs(jonah);
		expect(await journalOf(jonah)).toMatchObject([{ text: 'Nobody asked the driver' }]);
		expect((await phoneOf(jonah, secret)).claim).toBeNull();
		expect(await prisma().liveAttendee.findMany()).toMatchObject([
			{ enrolmentId: jonah.enrolments[0]?.enrolmentId, guestName: null, guestHash: null }
		]);
	});

	test('and in two groups of one breakout stays in the one of their account', async () => {
		await enter(jonah, meeting, { mode: 'room', work: '' });
		const people = await prisma().liveAttendee.findMany({ orderBy: { guestName: 'asc' } });
		const { groups } = await prisma().liveBreakout.create({
			data: {
				liveSessionId: meeting.id,
				task: '',
				openedAt: new Date(),
				minutes: 10,
				groups: {
					create: people.map(({ id }, index) => ({
						number: index + 1,
						members: { create: { attendeeId: id } }
					}))
				}
			},
			include: { groups: { include: { members: true } } }
		});
		const own = people.find(({ enrolmentId }) => enrolmentId !== null)?.id;
		await claimAs(jonah);
		const group = groups.find(({ members }) =>
			members.some(({ attendeeId }) => attendeeId === own)
		);
		expect(await prisma().liveGroupMember.findMany()).toMatchObject([
			{ groupId: group?.id, attendeeId: own }
		]);
	});

	test('who answered one prompt twice, asked anew, has the newer answer in the journal and the older as its earlier version', async () => {
		const again = await askFor(PROMPT);
		await answer(null, secret, { ask: again, text: 'The driver was asked last' });
		await claimAs(jonah);
		expect(await journalOf(jonah)).toEqual([{ text: 'The driver was asked last', audience: 'me' }]);
		expect(await earlierOf(jonah)).toEqual(['Nobody asked the driver']);
	});

	test('finds in the journal what they answered to a question of the facilitators’ own', async () => {
		const own = await askFor('', 'What would help?');
		await answer(null, secret, { ask: own, text: 'A bench' });
		expect(await listSaid(jonah)).toEqual([]);
		await claimAs(jonah);
		expect(await listSaid(jonah)).toMatchObject([
			{ id: meeting.id, words: [{ about: 'What would help?', text: 'A bench' }] }
		]);
		expect(await listSaid(denise)).toEqual([]);
		await prisma().liveSession.update({ where: { id: meeting.id }, data: { rehearsal: true } });
		expect(await listSaid(jonah)).toEqual([]);
	});

	test('who answered a facilitator’s own question twice keeps the words of both, in their order', async () => {
		const secret = await guest('Ana');
		await enter(ana, meeting, { mode: 'room', work: '' });
		const [first, second] = [await askFor('', 'What helped?'), await askFor('', 'What did not?')];
		await answer(null, secret, { ask: first, text: 'The bus pass.', wall: 'no' });
		await answer(ana, undefined, { ask: first, text: 'A phone call.' });
		await answer(ana, undefined, { ask: second, text: 'The form.' });
		await answer(null, secret, { ask: second, text: 'The second form.' });
		await claim(ana, await doorFor(ana, secret));
		expect((await phoneOf(ana)).own?.sent).toMatchObject({
			[first]: { text: 'The bus pass.\n\nA phone call.', onWall: false },
			[second]: { text: 'The form.\n\nThe second form.', onWall: true }
		});
	});

	test('finds there what they said on the way out under its question', async () => {
		const fields = { key: key(), block: '', question: '', named: 'no' } as const;
		await ask(denise, meeting.id, { ...fields, ready: 'helped', capture: 'exit' });
		const { id } = await prisma().liveAsk.findFirstOrThrow({ where: { ready: 'helped' } });
		await answer(null, secret, { ask: id, text: 'The bench' });
		await claimAs(jonah);
		expect(await listSaid(jonah)).toMatchObject([
			{ words: [{ about: 'What helped you today?', text: 'The bench' }] }
		]);
	});

	test('cannot be claimed without what their browser keeps', async () => {
		await expect(
			claim(network.viewers['Sofia Marchetti'], await doorFor(network.viewers['Sofia Marchetti']))
		).rejects.toMatchObject({ status: 404 });
		await claim(ana, await doorFor(ana, 'a-guess'));
		expect(await journalOf(ana)).toEqual([]);
	});

	test('needs a place in the cohort, and hears where to get one', async () => {
		const sofia = network.viewers['Sofia Marchetti'];
		expect((await phoneOf(sofia, secret)).claim).toMatchObject({ isPossible: false });
		await expect(claimAs(sofia)).rejects.toThrow('Ask your facilitator');
		expect(JSON.stringify(await phoneOf(sofia, secret))).not.toContain(network.cohort.joinCode);
	});

	test('who also came in with the account becomes one: of two answers the later stands', async () => {
		const second = await askFor('', 'What would help?');
		await answer(null, secret, { ask: second, text: 'A bench' });
		await enter(jonah, meeting, { mode: 'remote', work: '' });
		await answer(jonah, undefined, { ask: asked, text: 'With my account, later' });
		await claimAs(jonah);
		const { own, who } = await phoneOf(jonah);
		expect(who?.mode).toBe('remote');
		expect(own?.sent[asked]?.text).toBe('With my account, later');
		expect(own?.sent[second]?.text).toBe('A bench');
		expect(await prisma().liveAttendee.count()).toBe(1);
		expect(await journalOf(jonah)).toEqual([{ text: 'With my account, later', audience: 'me' }]);
		expect(await earlierOf(jonah)).toContain('Nobody asked the driver');
	});
});
