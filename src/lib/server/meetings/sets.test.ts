import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { writtenIn } from '../cohorts/index.ts';
import { prisma } from '../db/index.ts';
import { readForm } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import {
	cancelMeeting,
	cancelSet,
	cancelSetInput,
	changeInput,
	changeMeeting,
	changeSet,
	changeSetInput,
	getMeeting,
	keepRoles,
	listMeetingNews,
	noticeInput,
	planInput,
	planMeetings,
	previewCancel,
	previewChange,
	readMeeting,
	readMeetingCalendar,
	readNews
} from './index.ts';

const MORNING = new Date('2026-12-01T14:00:00Z');

let network: SmallNetwork;
let ana: Viewer;
let denise: Viewer;
let marcus: Viewer;
/** Four Wednesdays at half past three, but not 23 December. */
let set: string[];

function then<Result>(work: () => Promise<Result>, time = MORNING): Promise<Result> {
	return at(time, work);
}

const fields = {
	module: 'lae-1',
	variant: 'in-person',
	day: '2026-12-09',
	time: '15:30',
	zone: 'America/New_York',
	minutes: '60',
	place: 'Library',
	callLink: ''
};

function form(changed: Record<string, string>): FormData {
	const made = new FormData();
	for (const [name, value] of Object.entries(changed)) made.set(name, value);
	return made;
}

const plan = (viewer: Viewer, cohortId: string, changed: Record<string, string> = {}) =>
	then(() =>
		planMeetings(
			viewer,
			cohortId,
			readForm(
				form({
					...fields,
					often: 'once',
					count: '1',
					order: 'series',
					key: randomUUID(),
					...changed
				}),
				planInput
			)
		)
	);

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	await prisma().enrolment.updateMany({ data: { createdAt: new Date('2026-11-01T12:00:00Z') } });
	await plan(denise, network.cohort.id, { often: 'weekly', count: '4', 'skip-1': '2026-12-23' });
	const rows = await prisma().liveSession.findMany({ orderBy: { startsAt: 'asc' } });
	set = rows.map(({ id }) => id);
});

const meetingAt = (index: number) => set[index] ?? '';

/** What clocks show at each of the four. */
async function shown(): Promise<string[]> {
	const meetings = await Promise.all(set.map((id) => getMeeting(denise, id)));
	return meetings.map(({ zone, startsAt }) => writtenIn(zone, startsAt));
}

async function sequences(): Promise<number[]> {
	const meetings = await Promise.all(set.map((id) => getMeeting(denise, id)));
	return meetings.map(({ sequence }) => sequence);
}

const asked = (change: Record<string, string>) => ({ ...fields, base: '0', reason: '', ...change });

async function preview(index: number, change: Record<string, string>, viewer = denise) {
	return then(() =>
		previewChange(viewer, meetingAt(index), readForm(form(asked(change)), changeInput))
	);
}

async function send(index: number, change: Record<string, string>, seen: string, viewer = denise) {
	const input = readForm(form({ ...asked(change), seen }), changeSetInput);
	return then(() => changeSet(viewer, meetingAt(index), input));
}

/** Looks, and then does it. */
async function change(index: number, changed: Record<string, string>): Promise<number> {
	return send(index, changed, (await preview(index, changed)).seen);
}

async function cancel(index: number, scope: 'following' | 'ahead', base = 0): Promise<number> {
	const input = { base, reason: 'The boiler is out.', scope };
	const { seen } = await then(() => previewCancel(denise, meetingAt(index), input));
	return then(() => cancelSet(denise, meetingAt(index), { ...input, seen }));
}

const thursday = { day: '2026-12-17', time: '16:00', module: 'lae-2', scope: 'following' };

describe('Denise moves a meeting and the following ones', () => {
	test('sees each date before and after, and nothing is written', async () => {
		const { meetings, act } = await preview(1, thursday);
		expect(act).toBe('change');
		expect(
			meetings.map(({ was, will }) => [
				writtenIn(was.zone, was.startsAt),
				will && writtenIn(will.zone, will.startsAt)
			])
		).toEqual([
			['2026-12-16T15:30', '2026-12-17T16:00'],
			['2026-12-30T15:30', '2026-12-31T16:00'],
			['2027-01-06T15:30', '2027-01-07T16:00']
		]);
		expect(await sequences()).toEqual([0, 0, 0, 0]);
	});

	test('then all of them move, each counts one change, and Ana has one piece of news', async () => {
		expect(await change(1, { ...thursday, reason: 'A new timetable.' })).toBe(3);
		expect(await shown()).toEqual([
			'2026-12-09T15:30',
			'2026-12-17T16:00',
			'2026-12-31T16:00',
			'2027-01-07T16:00'
		]);
		expect(await sequences()).toEqual([0, 1, 1, 1]);
		const news = await then(() => listMeetingNews(ana));
		expect(news).toHaveLength(1);
		expect(news[0]).toHaveLength(3);
		expect(news[0]?.map(({ reasons }) => reasons)).toEqual(
			[1, 2, 3].map(() => ['A new timetable.'])
		);
		expect(await then(() => listMeetingNews(denise))).toEqual([]);
		const { body } = await then(() => readMeetingCalendar(ana, meetingAt(3)));
		expect(body).toContain('SEQUENCE:1');
		expect(body).toContain('DTSTART;TZID=America/New_York:20270107T160000');
	});

	test('and Ana reads it at once, whatever is forged beside it', async () => {
		await change(1, thursday);
		const [piece = []] = await then(() => listMeetingNews(ana));
		const sent = new FormData();
		for (const { meetingId, sequence } of piece) {
			sent.append('meeting', meetingId);
			sent.append('sequence', `${sequence}`);
		}
		const seen = readForm(sent, noticeInput);
		await plan(marcus, network.otherCohort.id);
		const foreign = await prisma().liveSession.findFirstOrThrow({ where: { setId: null } });
		await expect(
			readNews(ana, [...seen, { meeting: foreign.id, sequence: 1 }])
		).rejects.toMatchObject({ status: 404 });
		expect(await then(() => listMeetingNews(ana))).toHaveLength(1);
		await readNews(ana, seen);
		expect(await then(() => listMeetingNews(ana))).toEqual([]);
		sent.append('meeting', randomUUID());
		expect(() => readForm(sent, noticeInput)).toThrow();
	});

	test('cancelling some of them later is a piece of news of its own', async () => {
		await change(1, thursday);
		const input = { base: 1, reason: 'Exams.', scope: 'following' as const };
		const later = new Date(MORNING.getTime() + 60_000);
		const { seen } = await at(later, () => previewCancel(denise, meetingAt(2), input));
		expect(await at(later, () => cancelSet(denise, meetingAt(2), { ...input, seen }))).toBe(2);
		const news = await then(() => listMeetingNews(ana));
		expect(news.map((piece) => piece.map(({ isCancelled }) => isCancelled))).toEqual([
			[false],
			[true, true]
		]);
		expect(await sequences()).toEqual([0, 1, 2, 2]);
		const { body } = await then(() => readMeetingCalendar(ana, meetingAt(3)));
		expect(body).toContain('STATUS:CANCELLED');
		expect(body).toContain('SEQUENCE:2');
	});
});

describe('The whole set that is ahead', () => {
	test('is without what was held, runs or is cancelled', async () => {
		const [held, running, off] = [meetingAt(0), meetingAt(1), meetingAt(2)];
		await prisma().liveSession.update({
			where: { id: held },
			data: { startedAt: MORNING, endedAt: MORNING }
		});
		await prisma().liveSession.update({ where: { id: running }, data: { startedAt: MORNING } });
		await then(() => cancelMeeting(denise, off, { base: 0, reason: '' }));
		const later = { module: 'lae-4', day: '2027-01-07', scope: 'ahead' };
		expect((await preview(3, later)).meetings.map(({ id }) => id)).toEqual([meetingAt(3)]);
		expect(await change(3, later)).toBe(1);
		expect((await shown()).slice(0, 3)).toEqual([
			'2026-12-09T15:30',
			'2026-12-16T15:30',
			'2026-12-30T15:30'
		]);
		expect((await readMeeting(denise, meetingAt(3))).set).toBeNull();
	});

	test('is without one whose time is over though nobody began it', async () => {
		const after = new Date('2026-12-10T12:00:00Z');
		const { set: size } = await then(() => readMeeting(denise, meetingAt(2)), after);
		expect(size).toEqual({ following: 2, ahead: 3 });
	});

	test('is called off in one go, and stays in calendars', async () => {
		expect(await cancel(1, 'ahead')).toBe(4);
		expect(await sequences()).toEqual([1, 1, 1, 1]);
		const [piece, ...others] = await then(() => listMeetingNews(ana));
		expect(piece).toHaveLength(4);
		expect(others).toEqual([]);
	});

	test('gets a new place, and each keeps its day, its module and what is its own', async () => {
		await then(() =>
			changeMeeting(denise, meetingAt(2), {
				...readForm(form(asked({ module: 'lae-3', day: '2026-12-30' })), changeInput),
				minutes: 90,
				callLink: 'https://meet.example.org/own'
			})
		);
		expect(await change(0, { place: 'Room 3', scope: 'ahead' })).toBe(4);
		const meetings = await Promise.all(set.map((id) => getMeeting(denise, id)));
		expect(meetings.map(({ place }) => place)).toEqual(set.map(() => 'Room 3'));
		expect(meetings.map(({ moduleId }) => moduleId)).toEqual(['lae-1', 'lae-2', 'lae-3', 'lae-4']);
		expect(meetings[2]).toMatchObject({
			minutes: 90,
			callLink: 'https://meet.example.org/own',
			sequence: 2
		});
		expect(await shown()).toEqual([
			'2026-12-09T15:30',
			'2026-12-16T15:30',
			'2026-12-30T15:30',
			'2027-01-06T15:30'
		]);
	});

	test('does not take along one that was moved alone, and says so', async () => {
		await then(() =>
			changeMeeting(
				denise,
				meetingAt(2),
				readForm(form(asked({ module: 'lae-3', day: '2027-01-01', time: '10:00' })), changeInput)
			)
		);
		const moving = { day: '2026-12-10', scope: 'ahead' };
		const { meetings } = await preview(0, moving);
		expect(meetings.map(({ isApart }) => isApart)).toEqual([false, false, true, false]);
		expect(await change(0, moving)).toBe(3);
		expect((await shown())[2]).toBe('2027-01-01T10:00');
		expect(await sequences()).toEqual([1, 1, 1, 1]);
	});

	test('says who meets at that time, and which days were to be skipped', async () => {
		await plan(denise, network.cohort.id, { day: '2026-12-30', time: '15:45', module: 'lae-5' });
		const { meetings } = await preview(0, { day: '2026-12-16', scope: 'ahead' });
		expect(meetings.map(({ isSkipped }) => isSkipped)).toEqual([false, true, false, false]);
		expect(meetings.map(({ clashes }) => clashes.length)).toEqual([0, 0, 0, 0]);
		const half = await preview(0, { time: '15:00', scope: 'ahead' });
		expect(half.meetings.map(({ clashes }) => clashes.length)).toEqual([0, 0, 1, 0]);
	});

	test('does not move into the past, and not for nothing', async () => {
		const after = new Date('2026-12-15T12:00:00Z');
		const input = readForm(
			form(asked({ module: 'lae-4', day: '2026-12-23', scope: 'ahead' })),
			changeInput
		);
		await expect(
			then(() => previewChange(denise, meetingAt(3), input), after)
		).rejects.toMatchObject({ status: 400 });
		await expect(preview(0, { scope: 'ahead' })).rejects.toMatchObject({ status: 400 });
	});

	test('gets who does what, and keeps the other roles', async () => {
		const mine = denise.enrolments[0]?.enrolmentId ?? '';
		const hers = ana.enrolments[0]?.enrolmentId ?? '';
		const nobody = { facilitator: '', 'co-facilitator': '', producer: '', timekeeper: '' };
		await keepRoles(denise, meetingAt(1), { ...nobody, timekeeper: hers, scope: 'this' });
		expect(
			await keepRoles(denise, meetingAt(0), { ...nobody, producer: mine, scope: 'ahead' })
		).toBe(4);
		const roles = async (index: number) =>
			(await readMeeting(denise, meetingAt(index))).roles.map(({ role }) => role);
		expect(await roles(0)).toEqual(['producer']);
		expect(await roles(1)).toEqual(['producer', 'timekeeper']);
		expect(await sequences()).toEqual([0, 0, 0, 0]);
	});
});

describe('What was seen', () => {
	test('is what is done: one that was changed meanwhile is a conflict, and nothing is written', async () => {
		const { seen } = await preview(1, thursday);
		await then(() =>
			changeMeeting(
				denise,
				meetingAt(3),
				readForm(form(asked({ module: 'lae-4', day: '2027-01-08' })), changeInput)
			)
		);
		await expect(send(1, thursday, seen)).rejects.toMatchObject({ status: 409 });
		expect(await sequences()).toEqual([0, 0, 0, 1]);
		expect((await shown())[1]).toBe('2026-12-16T15:30');
	});

	test('holds no longer once one has begun', async () => {
		const { seen } = await preview(1, thursday);
		await prisma().liveSession.update({
			where: { id: meetingAt(2) },
			data: { startedAt: MORNING }
		});
		await expect(send(1, thursday, seen)).rejects.toMatchObject({ status: 409 });
		expect(await sequences()).toEqual([0, 0, 0, 0]);
	});

	test('is done once, by one of two who send it at the same time', async () => {
		const { seen } = await preview(1, thursday);
		const both = await Promise.allSettled([send(1, thursday, seen), send(1, thursday, seen)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await sequences()).toEqual([0, 1, 1, 1]);
	});

	test('cannot be made up', async () => {
		for (const seen of ['', 'a'.repeat(32)]) {
			await expect(send(1, thursday, seen)).rejects.toMatchObject({ status: 409 });
		}
	});
});

describe('Another cohort’s set', () => {
	test('is nobody else’s to look at, change, cancel or give roles in', async () => {
		const { seen } = await preview(1, thursday);
		for (const stranger of [marcus, ana]) {
			const input = { base: 0, reason: '', scope: 'ahead' as const };
			await expect(preview(1, thursday, stranger)).rejects.toMatchObject({ status: 404 });
			await expect(send(1, thursday, seen, stranger)).rejects.toMatchObject({ status: 404 });
			await expect(then(() => previewCancel(stranger, meetingAt(1), input))).rejects.toMatchObject({
				status: 404
			});
			await expect(
				then(() => cancelSet(stranger, meetingAt(1), { ...input, seen }))
			).rejects.toMatchObject({ status: 404 });
		}
		expect(await sequences()).toEqual([0, 0, 0, 0]);
	});

	test('is never drawn in, though it bore the same name', async () => {
		await plan(marcus, network.otherCohort.id);
		const { setId } = await getMeeting(denise, meetingAt(0));
		await prisma().liveSession.updateMany({ where: { setId: null }, data: { setId } });
		expect((await preview(0, { time: '16:00', scope: 'ahead' })).meetings).toHaveLength(4);
	});

	test('is refused with a scope or a version that is none', () => {
		expect(() => readForm(form(asked({ scope: 'all' })), changeInput)).toThrow();
		expect(() =>
			readForm(form({ base: '0', reason: '', seen: 'a'.repeat(65) }), cancelSetInput)
		).toThrow();
	});
});

describe('A meeting that was planned alone', () => {
	test('has no set, and is changed alone whatever is asked for', async () => {
		await plan(denise, network.cohort.id, { day: '2027-02-03', module: 'lae-5' });
		const { id } = await prisma().liveSession.findFirstOrThrow({ where: { setId: null } });
		expect((await readMeeting(denise, id)).set).toBeNull();
		const input = readForm(
			form(asked({ module: 'lae-5', day: '2027-02-04', scope: 'ahead' })),
			changeInput
		);
		const { meetings } = await then(() => previewChange(denise, id, input));
		expect(meetings.map((one) => one.id)).toEqual([id]);
	});
});
