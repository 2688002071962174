import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { makeCode } from '../cohorts/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound, Refused } from '../errors.ts';
import { readInput } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import {
	addSaid,
	ask,
	backToPlanned,
	end,
	findDoor,
	goTo,
	invent,
	leaveRehearsal,
	noteGuestHere,
	noteHere,
	noteLeft,
	readConsole,
	setMinutes,
	setMinutesOfMany,
	start,
	startRehearsal,
	undo,
	undoInput
} from './index.ts';

const TEST_TIME = 30_000;
let network: SmallNetwork;
let denise: Viewer;
let meetingId: string;

const key = () => ({ key: randomUUID() });
const room = async () => (await readConsole(denise, meetingId)).room;
const minutesOf = async () =>
	new Map((await room()).run.blocks.map(({ id, minutes }) => [id, minutes]));

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	const { id } = await prisma().liveSession.create({
		data: {
			cohortId: network.cohort.id,
			moduleId: 'lae-1',
			startsAt: new Date(),
			minutes: 60,
			code: makeCode(6)
		}
	});
	meetingId = id;
}, TEST_TIME);

async function startedBlocks() {
	await start(denise, meetingId, key());
	return (await room()).run.blocks;
}

describe('A meeting that is led', { timeout: TEST_TIME }, () => {
	test('goes on once for a key that comes twice, and once when two press at once', async () => {
		const [first, second, third] = await startedBlocks();
		const sent = { ...key(), block: second?.id ?? '', from: first?.id ?? '' };
		await goTo(denise, meetingId, sent);
		await goTo(denise, meetingId, sent);
		expect((await room()).number).toBe(2);
		const late = { ...key(), block: third?.id ?? '', from: first?.id ?? '' };
		await expect(goTo(denise, meetingId, late)).rejects.toThrow('Somebody else has moved');
		expect((await room()).run.current?.id).toBe(second?.id);
	});

	test('begins days before its time only when that is meant, and a start by mistake is taken back', async () => {
		const startsAt = new Date(Date.now() + 5 * 24 * 60 * 60_000);
		await prisma().liveSession.update({ where: { id: meetingId }, data: { startsAt } });
		await expect(start(denise, meetingId, key())).rejects.toThrow('It is hours until');
		expect((await room()).run.status).toBe('ahead');
		await start(denise, meetingId, { ...key(), early: 'yes' });
		const { blocks } = (await room()).run;
		await setMinutes(denise, meetingId, { ...key(), block: blocks[1]?.id ?? '', minutes: 2 });
		await noteGuestHere(denise, meetingId, { ...key(), name: 'Rosa Lind', mode: 'room' });
		await ask(denise, meetingId, {
			...key(),
			block: '',
			question: 'Who is missing?',
			capture: 'wall',
			named: 'no'
		});

		await backToPlanned(denise, meetingId, key());
		const { run, asked, people } = await room();
		expect(run).toMatchObject({
			status: 'ahead',
			startsAt: startsAt.toISOString(),
			startedAt: null,
			current: null,
			undo: null
		});
		expect(run.blocks[1]?.minutes).toBe(blocks[1]?.minutes);
		expect(asked.now).toBeNull();
		expect(asked.earlier.map(({ promptHtml }) => promptHtml)).toEqual(['<p>Who is missing?</p>']);
		expect(people.list.map(({ name }) => name)).toEqual(['Rosa Lind']);

		await start(denise, meetingId, { ...key(), early: 'yes' });
		expect((await room()).run.undo).toBeNull();
		const { earlier } = (await room()).asked;
		await addSaid(denise, meetingId, {
			...key(),
			ask: earlier[0]?.id ?? '',
			text: 'The night shift'
		});
		await expect(backToPlanned(denise, meetingId, key())).rejects.toThrow(Refused);
		expect((await room()).run.status).toBe('running');
	});

	test('numbers two changes that come at the same moment', async () => {
		const blocks = await startedBlocks();
		const [one, other] = blocks.slice(1);
		await Promise.all(
			[one, other].map((block) =>
				setMinutes(denise, meetingId, {
					...key(),
					block: block?.id ?? '',
					minutes: (block?.minutes ?? 0) + 1
				})
			)
		);
		const events = await prisma().liveEvent.findMany({ where: { liveSessionId: meetingId } });
		expect(events.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
	});

	test('takes back a change of several blocks in one step, and then the one before', async () => {
		const blocks = await startedBlocks();
		const before = await minutesOf();
		const [one, other, third] = blocks.slice(1);
		await setMinutes(denise, meetingId, {
			...key(),
			block: third?.id ?? '',
			minutes: (third?.minutes ?? 0) + 1
		});
		const change = [one, other].map((block) => ({
			block: block?.id ?? '',
			minutes: (block?.minutes ?? 0) + 2
		}));
		await setMinutesOfMany(denise, meetingId, { ...key(), change });
		const titles = [one?.title, other?.title];
		expect((await room()).run.undo).toEqual({ number: 3, what: 'minutes', titles });
		await undo(denise, meetingId, { ...key(), undoes: 3 });
		expect((await room()).run.undo).toMatchObject({ number: 2, titles: [third?.title] });
		await undo(denise, meetingId, { ...key(), undoes: 2 });
		expect(await minutesOf()).toEqual(before);
		expect((await room()).run.undo).toBeNull();
	});

	test('takes back one step when two facilitators press Undo at once, and one when it is sent twice', async () => {
		const [, one, other] = await startedBlocks();
		await setMinutes(denise, meetingId, { ...key(), block: one?.id ?? '', minutes: 2 });
		await setMinutes(denise, meetingId, { ...key(), block: other?.id ?? '', minutes: 2 });
		const marcus = await makeViewer('Marcus of the console', {
			cohortId: network.cohort.id,
			organisationId: network.school,
			role: 'facilitator'
		});
		const pressed = await Promise.allSettled(
			[denise, marcus].map((each) => undo(each, meetingId, { ...key(), undoes: 3 }))
		);
		const refused = pressed.filter((each) => each.status === 'rejected');
		expect(refused).toMatchObject([
			{ reason: { status: 409, message: 'This was taken back already.' } }
		]);
		const after = await room();
		expect(after.number).toBe(4);
		expect(after.run.undo).toEqual({ number: 2, what: 'minutes', titles: [one?.title] });
		expect((await minutesOf()).get(one?.id ?? '')).toBe(2);
		expect((await minutesOf()).get(other?.id ?? '')).toBe(other?.minutes);

		const sent = { ...key(), undoes: 2 };
		await undo(denise, meetingId, sent);
		await undo(denise, meetingId, sent);
		expect((await room()).number).toBe(5);
		expect((await minutesOf()).get(one?.id ?? '')).toBe(one?.minutes);
	});

	test('takes nothing back once something else was changed since', async () => {
		const [, one, other] = await startedBlocks();
		await setMinutes(denise, meetingId, { ...key(), block: one?.id ?? '', minutes: 2 });
		await setMinutes(denise, meetingId, { ...key(), block: other?.id ?? '', minutes: 2 });
		const { number, run } = await room();
		for (const undoes of [2, 1, 999_999_999]) {
			await expect(undo(denise, meetingId, { ...key(), undoes })).rejects.toMatchObject({
				status: 409,
				message: 'Something else was changed since. Look before you undo.'
			});
		}
		expect(await room()).toMatchObject({ number, run });
		for (const undoes of [undefined, '', '0', '3.0', '-3', '1e1', '99999999999']) {
			const form = { ...key(), ...(undoes !== undefined && { undoes }) };
			expect(() => readInput(form, undoInput)).toThrow('Please reload the page.');
		}
	});

	test('says of what can be taken back whether it left blocks out, took them up, or both', async () => {
		const blocks = await startedBlocks();
		const left = blocks.find(({ minutes }) => minutes === 0)?.id ?? '';
		const other = blocks.slice(1).find((block) => {
			return block.minutes > 0 && block.priority !== 'must';
		});
		const set = (change: [string, number][]) =>
			setMinutesOfMany(denise, meetingId, {
				...key(),
				change: change.map(([block, minutes]) => ({ block, minutes }))
			});
		const what = async () => (await room()).run.undo?.what;
		await set([[left, 2]]);
		expect(await what()).toBe('take-up');
		await set([[other?.id ?? '', 0]]);
		expect(await what()).toBe('leave-out');
		await set([
			[left, 0],
			[other?.id ?? '', 3]
		]);
		expect(await what()).toBe('minutes');
	});

	test('keeps a needed block, and changes nothing when one of several is refused', async () => {
		const blocks = await startedBlocks();
		const before = await minutesOf();
		const must = blocks.find(({ priority }) => priority === 'must')?.id ?? '';
		const trim = blocks.slice(1).find(({ id }) => id !== must)?.id ?? '';
		const change = [
			{ block: trim, minutes: 7 },
			{ block: must, minutes: 0 }
		];
		await expect(setMinutesOfMany(denise, meetingId, { ...key(), change })).rejects.toThrow(
			'cannot be left out'
		);
		expect(await minutesOf()).toEqual(before);
	});

	test('is nobody’s but its cohort’s facilitators’', async () => {
		for (const name of ['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const) {
			const other = network.viewers[name];
			await expect(readConsole(other, meetingId)).rejects.toThrow(NotFound);
			await expect(start(other, meetingId, key())).rejects.toThrow(NotFound);
			await expect(end(other, meetingId, key())).rejects.toThrow(NotFound);
			await expect(startRehearsal(other, meetingId)).rejects.toThrow(NotFound);
			await expect(
				noteGuestHere(other, meetingId, { ...key(), name: 'Robin', mode: 'room' })
			).rejects.toThrow(NotFound);
		}
	});
});

describe('Attendance by hand', { timeout: TEST_TIME }, () => {
	test('notes who is here, who left and who is back, and nobody of another cohort', async () => {
		const [missing] = (await room()).people.missing;
		const enrolment = missing?.enrolmentId ?? '';
		await noteHere(denise, meetingId, { ...key(), enrolment, mode: 'remote' });
		const { people } = await room();
		expect(people.here).toBe(1);
		expect(people.list[0]).toMatchObject({ name: missing?.name, noted: 'hand', mode: 'remote' });
		const attendee = people.list[0]?.id ?? '';
		await noteLeft(denise, meetingId, { ...key(), attendee });
		expect((await room()).people.here).toBe(0);
		await noteHere(denise, meetingId, { ...key(), enrolment, mode: 'room' });
		expect((await room()).people).toMatchObject({
			here: 1,
			list: [{ id: attendee, mode: 'room' }]
		});

		const sofia = network.viewers['Sofia Marchetti'].enrolments[0]?.enrolmentId ?? '';
		const elsewhere = { ...key(), enrolment: sofia, mode: 'room' as const };
		await expect(noteHere(denise, meetingId, elsewhere)).rejects.toThrow(NotFound);
		const none = { ...key(), attendee: randomUUID() };
		await expect(noteLeft(denise, meetingId, none)).rejects.toThrow(NotFound);
		await start(denise, meetingId, key());
		await end(denise, meetingId, key());
		await expect(noteLeft(denise, meetingId, { ...key(), attendee })).rejects.toThrow(Refused);
	});
});

describe('What was said in a room without phones', { timeout: TEST_TIME }, () => {
	test('stands on the wall without a name, each time anew, and is sealed', async () => {
		await start(denise, meetingId, key());
		const question = { block: '', question: 'Who is missing?', capture: 'wall' as const };
		await ask(denise, meetingId, { ...key(), ...question, named: 'yes' });
		const asked = (await room()).asked.now?.id ?? '';
		await addSaid(denise, meetingId, { ...key(), ask: asked, text: 'The night shift' });
		await addSaid(denise, meetingId, { ...key(), ask: asked, text: 'The drivers' });
		const { wall, asked: part } = await room();
		expect(wall.entries.map(({ text, name }) => [text, name]).sort()).toEqual([
			['The drivers', null],
			['The night shift', null]
		]);
		expect(part.now?.answers).toBe(2);
		const rows = await prisma().liveResponse.findMany({ select: { sealed: true } });
		for (const { sealed } of rows) {
			expect(Buffer.from(sealed ?? []).toString()).not.toContain('night');
		}
	});
});

describe('A rehearsal', { timeout: TEST_TIME }, () => {
	test('fills with invented people who answer, lets nobody in, and leaves no row', async () => {
		const rehearsalId = await startRehearsal(denise, meetingId);
		await start(denise, rehearsalId, key());
		for (let times = 0; times < 4; times += 1) await invent(denise, rehearsalId, key());
		const question = { block: '', question: 'Who is missing?', capture: 'wall' as const };
		await ask(denise, rehearsalId, { ...key(), ...question, named: 'no' });
		await invent(denise, rehearsalId, key());
		const { room: shown, code } = await readConsole(denise, rehearsalId);
		expect(shown.people.here).toBe(12);
		expect(shown.wall.entries).toHaveLength(3);

		const ana = network.viewers['Ana Reyes'];
		expect(await findDoor(code, ana, () => undefined, '203.0.113.7')).toBeNull();
		await leaveRehearsal(denise, rehearsalId);
		expect(await prisma().liveSession.findMany({ select: { id: true } })).toEqual([
			{ id: meetingId }
		]);
		const left = await Promise.all([
			prisma().liveEvent.count(),
			prisma().liveAttendee.count(),
			prisma().liveAsk.count(),
			prisma().liveResponse.count(),
			prisma().liveBlock.count(),
			prisma().moduleOpening.count()
		]);
		expect(left).toEqual([0, 0, 0, 0, 0, 0]);
	});

	test('is forgotten after a day, and a real meeting is never left like one', async () => {
		const rehearsalId = await startRehearsal(denise, meetingId);
		const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
		await prisma().liveSession.update({
			where: { id: rehearsalId },
			data: { startsAt: yesterday }
		});
		await expect(readConsole(denise, rehearsalId)).rejects.toThrow(NotFound);
		await expect(leaveRehearsal(denise, meetingId)).rejects.toThrow(NotFound);
		await expect(invent(denise, meetingId, key())).rejects.toThrow(NotFound);
		await readConsole(denise, meetingId);
	});
});
