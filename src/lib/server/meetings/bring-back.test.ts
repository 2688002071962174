import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { readForm } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import {
	bringBack,
	bringSetBack,
	cancelMeeting,
	cancelSet,
	changeInput,
	changeMeeting,
	getMeeting,
	keepRoles,
	listMeetingNews,
	listUpcoming,
	planInput,
	planMeetings,
	previewBringBack,
	previewCancel,
	readMeeting,
	readMeetingCalendar,
	readNews
} from './index.ts';

const MORNING = new Date('2026-12-01T14:00:00Z');
const NOON = new Date('2026-12-01T18:00:00Z');

let network: SmallNetwork;
let ana: Viewer;
let denise: Viewer;
let marcus: Viewer;
/** Four Wednesdays at half past three from 9 December on. */
let set: string[];

const fields = {
	module: 'lae-1',
	variant: 'in-person',
	day: '2026-12-09',
	time: '15:30',
	zone: 'America/New_York',
	minutes: '60',
	place: 'Library',
	callLink: 'https://meet.example.org/alder'
};

function form(sent: Record<string, string>): FormData {
	const made = new FormData();
	for (const [name, value] of Object.entries(sent)) made.set(name, value);
	return made;
}

async function plan(viewer: Viewer, cohortId: string, sent: Record<string, string> = {}) {
	const once = { often: 'once', count: '1', order: 'series', key: randomUUID() };
	const input = readForm(form({ ...fields, ...once, ...sent }), planInput);
	await at(MORNING, () => planMeetings(viewer, cohortId, input));
}

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	await prisma().enrolment.updateMany({ data: { createdAt: new Date('2026-11-01T12:00:00Z') } });
	await plan(denise, network.cohort.id, { often: 'weekly', count: '4' });
	const rows = await prisma().liveSession.findMany({ orderBy: { startsAt: 'asc' } });
	set = rows.map(({ id }) => id);
});

const meetingAt = (index: number) => set[index] ?? '';

const cancel = (index: number, reason = '', base = 0, time = MORNING) =>
	at(time, () => cancelMeeting(denise, meetingAt(index), { base, reason }));

const back = (index: number, reason = '', base = 1, time = NOON, viewer = denise) =>
	at(time, () => bringBack(viewer, meetingAt(index), { base, reason }));

async function cancelFrom(index: number, base = 0) {
	const input = { base, reason: 'Exams.', scope: 'following' as const };
	await at(MORNING, async () => {
		const { seen } = await previewCancel(denise, meetingAt(index), input);
		await cancelSet(denise, meetingAt(index), { ...input, seen });
	});
}

const news = (viewer = ana) => at(NOON, () => listMeetingNews(viewer));

async function calendarOf(index: number) {
	const { body } = await at(NOON, () => readMeetingCalendar(ana, meetingAt(index)));
	const [event] = ICAL.Component.fromString(body).getAllSubcomponents('vevent');
	const value = (name: string) => event?.getFirstPropertyValue(name);
	return {
		uid: value('uid'),
		sequence: value('sequence'),
		status: value('status'),
		summary: value('summary'),
		description: value('description')
	};
}

/** Which of the four are called off. */
async function off(): Promise<boolean[]> {
	const meetings = await Promise.all(set.map((id) => getMeeting(denise, id)));
	return meetings.map(({ cancelledAt }) => cancelledAt !== null);
}

describe('A meeting that Denise called off and brings back', () => {
	test('is in calendars the same entry, on again, counted once more', async () => {
		const before = await calendarOf(0);
		await cancel(0);
		expect(await calendarOf(0)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
		await back(0);
		expect(await calendarOf(0)).toEqual({ ...before, status: 'CONFIRMED', sequence: 2 });
	});

	test('is as it was planned: its code, place, call and roles', async () => {
		const timekeeper = ana.enrolments[0]?.enrolmentId ?? '';
		const nobody = { facilitator: '', 'co-facilitator': '', producer: '', timekeeper: '' };
		await keepRoles(denise, meetingAt(0), { ...nobody, timekeeper, scope: 'this' });
		const { sequence, ...before } = await at(NOON, () => readMeeting(denise, meetingAt(0)));
		await cancel(0);
		expect((await at(NOON, () => listUpcoming(ana))).map(({ id }) => id)).not.toContain(set[0]);
		await back(0);
		expect(await at(NOON, () => readMeeting(denise, meetingAt(0)))).toEqual({
			...before,
			sequence: sequence + 2
		});
		expect((await at(NOON, () => listUpcoming(ana)))[0]?.id).toBe(set[0]);
	});

	test('is one piece of news, also for who had not said that they read the first, and none for Denise', async () => {
		await cancel(0, 'The boiler is out.');
		await back(0, 'The boiler is mended.');
		expect(await news()).toMatchObject([
			[{ isCancelled: false, isBack: true, sequence: 2, reasons: ['The boiler is mended.'] }]
		]);
		expect(await news(denise)).toEqual([]);
		await readNews(ana, [{ meeting: meetingAt(0), sequence: 2 }]);
		expect(await news()).toEqual([]);
	});

	test('without a word says nothing of why it had been called off', async () => {
		await cancel(0, 'The boiler is out.');
		await readNews(ana, [{ meeting: meetingAt(0), sequence: 1 }]);
		await back(0);
		expect(await news()).toMatchObject([[{ isBack: true, reasons: [] }]]);
	});

	test('and moves says both; called off again it is cancelled, and no news to who knows that', async () => {
		await cancel(0);
		await readNews(ana, [{ meeting: meetingAt(0), sequence: 1 }]);
		await back(0);
		const moved = { ...fields, day: '2026-12-10', base: '2', reason: '' };
		await at(NOON, () => changeMeeting(denise, meetingAt(0), readForm(form(moved), changeInput)));
		const [[piece] = []] = await news();
		expect(piece).toMatchObject({ isBack: true });
		expect(piece?.was.startsAt?.toISOString()).toBe('2026-12-09T20:30:00.000Z');
		await cancel(0, '', 3, NOON);
		expect(await news()).toEqual([]);
		const jonah = network.viewers['Jonah Bell'];
		expect(await news(jonah)).toMatchObject([[{ isCancelled: true, isBack: false }]]);
	});

	test('says what is at the same time now, and comes back all the same', async () => {
		await cancel(0);
		await plan(denise, network.cohort.id, { module: 'lae-2', time: '16:00' });
		await plan(marcus, network.otherCohort.id);
		const page = await at(NOON, () => readMeeting(denise, meetingAt(0)));
		expect(page.back?.clashes).toMatchObject([
			{ title: 'Read what the numbers leave out', startsAt: new Date('2026-12-09T21:00:00Z') }
		]);
		await back(0);
		expect((await off())[0]).toBe(false);
	});

	test('can come until its time is over', async () => {
		await cancel(0);
		const during = new Date('2026-12-09T21:29:00Z');
		const over = new Date('2026-12-09T21:30:00Z');
		const offered = async (time: Date) =>
			(await at(time, () => readMeeting(denise, meetingAt(0)))).back !== null;
		expect([await offered(during), await offered(over)]).toEqual([true, false]);
		await expect(back(0, '', 1, over)).rejects.toMatchObject({ status: 403 });
		await back(0, '', 1, during);
	});

	test('comes back once, and only as the page had it', async () => {
		await expect(back(0, '', 0)).rejects.toMatchObject({ status: 409 });
		await cancel(0);
		await expect(back(0, '', 0)).rejects.toMatchObject({ status: 409 });
		const both = await Promise.allSettled([back(0), back(0)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await getMeeting(denise, meetingAt(0))).sequence).toBe(2);
	});

	test('never is one that had begun', async () => {
		await cancel(0);
		await prisma().liveSession.update({
			where: { id: meetingAt(0) },
			data: { startedAt: MORNING }
		});
		expect((await at(NOON, () => readMeeting(denise, meetingAt(0)))).back).toBeNull();
		await expect(back(0)).rejects.toMatchObject({ status: 403 });
	});

	test('is nobody else’s to bring back', async () => {
		await cancel(0);
		for (const stranger of [ana, marcus]) {
			await expect(back(0, '', 1, NOON, stranger)).rejects.toMatchObject({ status: 404 });
		}
	});
});

describe('A set that was called off as a whole', () => {
	const look = (index: number, scope: 'following' | 'ahead', viewer = denise) =>
		at(NOON, () => previewBringBack(viewer, meetingAt(index), { base: 1, reason: '', scope }));

	const send = (index: number, scope: 'following' | 'ahead', seen: string, viewer = denise) =>
		at(NOON, () =>
			bringSetBack(viewer, meetingAt(index), { base: 1, reason: 'They moved.', scope, seen })
		);

	test('comes back in one go and is one piece of news, but not what was called off alone before', async () => {
		await cancel(3, '', 0, new Date('2026-12-01T10:00:00Z'));
		await cancelFrom(0);
		const { set: size } = await at(NOON, () => readMeeting(denise, meetingAt(1)));
		expect(size).toEqual({ following: 2, ahead: 3 });
		const { seen, meetings, act } = await look(1, 'ahead');
		expect(act).toBe('bringBack');
		expect(meetings.map(({ id, will }) => [id, will !== null])).toEqual(
			set.slice(0, 3).map((id) => [id, true])
		);
		expect(await send(1, 'ahead', seen)).toBe(3);
		expect(await off()).toEqual([false, false, false, true]);
		const pieces = await news();
		expect(pieces.map((piece) => piece.map(({ isBack }) => isBack))).toEqual([
			[true, true, true],
			[false]
		]);
		expect((await calendarOf(2)).status).toBe('CONFIRMED');
	});

	test('comes back from one on, with what is at the same time', async () => {
		await cancelFrom(0);
		await plan(denise, network.cohort.id, { day: '2026-12-30', time: '16:00', module: 'lae-5' });
		const { seen, meetings } = await look(2, 'following');
		expect(meetings.map(({ clashes }) => clashes.length)).toEqual([0, 1]);
		expect(await send(2, 'following', seen)).toBe(2);
		expect(await off()).toEqual([true, true, false, false]);
	});

	test('comes back as it was seen or not at all, and for nobody else', async () => {
		await cancelFrom(0);
		const { seen } = await look(0, 'ahead');
		for (const stranger of [ana, marcus]) {
			await expect(look(0, 'ahead', stranger)).rejects.toMatchObject({ status: 404 });
			await expect(send(0, 'ahead', seen, stranger)).rejects.toMatchObject({ status: 404 });
		}
		await back(2);
		await expect(send(0, 'ahead', seen)).rejects.toMatchObject({ status: 409 });
		expect(await off()).toEqual([true, true, false, true]);
	});
});
