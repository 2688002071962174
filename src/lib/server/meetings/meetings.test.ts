import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { writtenIn } from '../cohorts/index.ts';
import { prisma } from '../db/index.ts';
import { readForm } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import {
	cancelMeeting,
	changeInput,
	changeMeeting,
	findMeetingByCode,
	getMeeting,
	keepRoles,
	listMeetingNews,
	listUpcoming,
	planInput,
	planMeetings,
	previewPlan,
	readCalendarPage,
	readFeed,
	readMeeting,
	readMeetingCalendar,
	readNews,
	readPlanPage,
	readSchedule,
	renewFeed,
	revokeFeed
} from './index.ts';

const MORNING = new Date('2026-12-01T14:00:00Z');
const ADDRESS = '192.0.2.7';

let network: SmallNetwork;
let ana: Viewer;
let denise: Viewer;
let marcus: Viewer;
let sofia: Viewer;

/** The whole network goes by this morning. */
function then<Result>(work: () => Promise<Result>, time = MORNING): Promise<Result> {
	return at(time, work);
}

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	sofia = network.viewers['Sofia Marchetti'];
	await prisma().enrolment.updateMany({ data: { createdAt: new Date('2026-11-01T12:00:00Z') } });
});

const fields = {
	module: 'lae-1',
	variant: 'in-person',
	day: '2026-12-09',
	time: '15:30',
	zone: 'America/New_York',
	minutes: '',
	place: 'Library',
	callLink: '',
	often: 'once',
	count: '1',
	order: 'series'
};

function form(changed: Record<string, string>): FormData {
	const made = new FormData();
	for (const [name, value] of Object.entries(changed)) made.set(name, value);
	return made;
}

const planned = (changed: Record<string, string> = {}) =>
	readForm(form({ ...fields, key: randomUUID(), ...changed }), planInput);

const changed = (change: Record<string, string> = {}) =>
	readForm(form({ ...fields, base: '0', reason: '', ...change }), changeInput);

/** What is new, one meeting after the other. */
const news = async (viewer: Viewer) => (await then(() => listMeetingNews(viewer))).flat();

async function planOne(change: Record<string, string> = {}): Promise<string> {
	await then(() => planMeetings(denise, network.cohort.id, planned(change)));
	const row = await prisma().liveSession.findFirstOrThrow({ orderBy: { startsAt: 'desc' } });
	return row.id;
}

describe('Denise plans', () => {
	test('one meeting, as long as its guide, with a code of six letters', async () => {
		const id = await planOne();
		const meeting = await getMeeting(denise, id);
		expect(meeting).toMatchObject({
			moduleTitle: 'Start with who is missing',
			minutes: 60,
			place: 'Library',
			callLink: null,
			sequence: 0
		});
		expect(meeting.startsAt.toISOString()).toBe('2026-12-09T20:30:00.000Z');
		expect(meeting.code).toMatch(/^[A-Z\d]{6}$/);
		const typed = `${meeting.code.slice(0, 3).toLowerCase()} ${meeting.code.slice(3)}`;
		expect((await findMeetingByCode(typed))?.id).toBe(id);
		expect(await findMeetingByCode('nobody')).toBeNull();
	});

	test('sees a fortnightly set around the holidays before anything is written', async () => {
		const input = planned({
			often: 'fortnightly',
			count: '3',
			'skip-1': '2026-12-23',
			facilitator: denise.enrolments[0]?.enrolmentId ?? ''
		});
		const preview = await then(() => previewPlan(denise, network.cohort.id, input));
		expect(preview.days.map(({ day, meeting }) => [day, meeting?.moduleId ?? null])).toEqual([
			['2026-12-09', 'lae-1'],
			['2026-12-23', null],
			['2027-01-06', 'lae-2'],
			['2027-01-20', 'lae-3']
		]);
		expect(await prisma().liveSession.count()).toBe(0);

		expect(await then(() => planMeetings(denise, network.cohort.id, input))).toBe(3);
		const { ahead } = await then(() => readSchedule(denise, network.cohort.id));
		expect(ahead.map(({ startsAt, zone }) => writtenIn(zone, startsAt))).toEqual([
			'2026-12-09T15:30',
			'2027-01-06T15:30',
			'2027-01-20T15:30'
		]);
		expect(await prisma().meetingRole.count()).toBe(3);
	});

	test('pressed twice, or both at once, it is planned once', async () => {
		const input = planned({ often: 'weekly', count: '4' });
		const plan = () => then(() => planMeetings(denise, network.cohort.id, input));
		await Promise.all([plan(), plan()]);
		expect(await plan()).toBe(4);
		expect(await prisma().liveSession.count()).toBe(4);
	});

	test('over both clock changes at the same time of the clock', async () => {
		for (const zone of [
			'America/New_York',
			'America/Chicago',
			'America/Phoenix',
			'Europe/Berlin'
		]) {
			const { days } = await then(() =>
				previewPlan(
					denise,
					network.cohort.id,
					planned({ zone, often: 'fortnightly', count: '26', order: 'same' })
				)
			);
			const shown = days.map(
				({ meeting }) => meeting && writtenIn(zone, meeting.startsAt).slice(11)
			);
			expect(new Set(shown)).toEqual(new Set(['15:30']));
		}
	});

	test('not more modules than the series has, nor in a way that has no guide, nor in the past', async () => {
		const preview = (change: Record<string, string>) =>
			then(() => previewPlan(denise, network.cohort.id, planned(change)));
		await expect(preview({ module: 'lae-5', often: 'weekly', count: '3' })).rejects.toThrow(
			'the series has 2 modules'
		);
		await expect(preview({ module: 'bap-1' })).rejects.toThrow('Choose a module of this series.');
		await expect(preview({ day: '2026-11-20' })).rejects.toThrow('This date is over');
		await expect(
			then(() =>
				planMeetings(
					denise,
					network.cohort.id,
					planned({ facilitator: sofia.enrolments[0]?.enrolmentId ?? '' })
				)
			)
		).rejects.toThrow('Choose somebody from the list.');
		expect(await prisma().liveSession.count()).toBe(0);
	});

	test.each([
		['callLink', 'http://meet.example.org'],
		['callLink', 'javascript:alert(1)'],
		['zone', 'Mars/Base'],
		['day', '2026-02-30'],
		['time', '25:00'],
		['minutes', '4'],
		['minutes', '1e3'],
		['count', '0'],
		['count', '41'],
		['often', 'daily'],
		['variant', 'anyhow'],
		['place', 'a'.repeat(201)],
		['place', 'a\0b'],
		['skip-1', 'soon'],
		['facilitator', 'Denise'],
		['key', '1']
	])('a wrong %s is refused: %s', (name, value) => {
		expect(() => planned({ [name]: value })).toThrow();
	});
});

describe('Another cohort’s meeting', () => {
	test('is nobody else’s to plan, see, change, cancel or give roles in', async () => {
		const id = await planOne();
		const { id: cohortId } = network.cohort;
		for (const stranger of [marcus, ana, sofia]) {
			const input = { base: 0, reason: '' };
			await expect(readPlanPage(stranger, cohortId)).rejects.toMatchObject({ status: 404 });
			await expect(planMeetings(stranger, cohortId, planned())).rejects.toMatchObject({
				status: 404
			});
			await expect(readSchedule(stranger, cohortId)).rejects.toMatchObject({ status: 404 });
			await expect(getMeeting(stranger, id)).rejects.toMatchObject({ status: 404 });
			await expect(readMeeting(stranger, id)).rejects.toMatchObject({ status: 404 });
			await expect(changeMeeting(stranger, id, changed())).rejects.toMatchObject({ status: 404 });
			await expect(cancelMeeting(stranger, id, input)).rejects.toMatchObject({ status: 404 });
		}
		await expect(readMeetingCalendar(sofia, id)).rejects.toMatchObject({ status: 404 });
		await expect(readNews(sofia, [{ meeting: id, sequence: 1 }])).rejects.toMatchObject({
			status: 404
		});
	});
});

describe('Who does what', () => {
	test('is changed without a word to anybody', async () => {
		const id = await planOne();
		const enrolmentId = ana.enrolments[0]?.enrolmentId ?? '';
		const nobody = {
			facilitator: '',
			'co-facilitator': '',
			producer: '',
			timekeeper: '',
			scope: 'this'
		} as const;
		await keepRoles(denise, id, { ...nobody, producer: enrolmentId, timekeeper: enrolmentId });
		const { roles, sequence } = await readMeeting(denise, id);
		expect(roles.map(({ role, name }) => [role, name])).toEqual([
			['producer', 'Ana Reyes'],
			['timekeeper', 'Ana Reyes']
		]);
		expect(sequence).toBe(0);
		await keepRoles(denise, id, nobody);
		expect((await readMeeting(denise, id)).roles).toEqual([]);
	});
});

describe('A change', () => {
	test('is told to Ana until she has read it, and not to Denise, who made it', async () => {
		const id = await planOne();
		const isNews = await then(() =>
			changeMeeting(denise, id, changed({ day: '2026-12-10', reason: 'The library is closed.' }))
		);
		expect(isNews).toBe(true);
		const [first] = await news(ana);
		expect(first).toMatchObject({
			meetingId: id,
			sequence: 1,
			isCancelled: false,
			reasons: ['The library is closed.'],
			was: { place: null, minutes: null }
		});
		expect(first?.was.startsAt?.toISOString()).toBe('2026-12-09T20:30:00.000Z');
		expect(first?.startsAt.toISOString()).toBe('2026-12-10T20:30:00.000Z');
		expect(await news(denise)).toEqual([]);
		expect(await news(sofia)).toEqual([]);

		await readNews(ana, [{ meeting: id, sequence: 1 }]);
		expect(await news(ana)).toEqual([]);
	});

	test('made twice is one piece of news, from what Ana knew to what holds', async () => {
		const id = await planOne();
		await then(() => changeMeeting(denise, id, changed({ day: '2026-12-10' })));
		await then(() =>
			changeMeeting(denise, id, changed({ day: '2026-12-11', base: '1', place: 'Room 3' }))
		);
		const [first, ...others] = await news(ana);
		expect(others).toEqual([]);
		expect(first?.was.startsAt?.toISOString()).toBe('2026-12-09T20:30:00.000Z');
		expect(first?.was.place).toBe('Library');
		// What she reads while a third change is made does not swallow the third.
		await readNews(ana, [{ meeting: id, sequence: 1 }]);
		expect(await news(ana)).toHaveLength(1);
		await then(() => changeMeeting(denise, id, changed({ base: '2' })));
		await readNews(ana, [{ meeting: id, sequence: 2 }]);
		const [third] = await news(ana);
		expect(third?.was.startsAt?.toISOString()).toBe('2026-12-11T20:30:00.000Z');
	});

	test('and back again is nothing to tell', async () => {
		const id = await planOne();
		await then(() => changeMeeting(denise, id, changed({ day: '2026-12-10' })));
		await then(() => changeMeeting(denise, id, changed({ base: '1' })));
		expect(await news(ana)).toEqual([]);
		expect((await getMeeting(denise, id)).sequence).toBe(2);
	});

	test('of nothing is none', async () => {
		const id = await planOne();
		expect(await then(() => changeMeeting(denise, id, changed()))).toBe(false);
		expect(await prisma().meetingNotice.count()).toBe(0);
	});

	test('over another one is refused, with how it stands now', async () => {
		const id = await planOne();
		await then(() => changeMeeting(denise, id, changed({ day: '2026-12-10' })));
		await expect(
			then(() => changeMeeting(denise, id, changed({ day: '2026-12-11' })))
		).rejects.toMatchObject({ status: 409 });
	});

	test('is old news once the meeting is past, and none to who joins after it', async () => {
		const id = await planOne();
		await then(() => changeMeeting(denise, id, changed({ day: '2026-12-10' })));
		const after = new Date('2026-12-10T22:00:00Z');
		expect(await then(() => listMeetingNews(ana), after)).toEqual([]);
		const late = await makeViewer('Luz Marín', {
			cohortId: network.cohort.id,
			organisationId: network.school,
			role: 'participant'
		});
		await prisma().enrolment.updateMany({
			where: { personId: late.personId },
			data: { createdAt: new Date('2026-12-02T12:00:00Z') }
		});
		expect(await news(late)).toEqual([]);
	});

	test('of a meeting that has begun is refused', async () => {
		const id = await planOne();
		await prisma().liveSession.update({ where: { id }, data: { startedAt: MORNING } });
		await expect(then(() => changeMeeting(denise, id, changed()))).rejects.toMatchObject({
			status: 403
		});
		await expect(
			then(() => cancelMeeting(denise, id, { base: 0, reason: '' }))
		).rejects.toMatchObject({ status: 403 });
	});

	test('keeps its words sealed', async () => {
		const id = await planOne();
		await then(() => cancelMeeting(denise, id, { base: 0, reason: 'The boiler is out.' }));
		const { sealed } = await prisma().meetingNotice.findFirstOrThrow();
		expect(Buffer.from(sealed ?? []).toString('latin1')).not.toContain('boiler');
	});
});

describe('A cancelled meeting', () => {
	test('is told with its reason, is no longer ahead, and stays in calendars', async () => {
		const id = await planOne();
		await then(() => cancelMeeting(denise, id, { base: 0, reason: 'The boiler is out.' }));
		const [first] = await news(ana);
		expect(first).toMatchObject({ isCancelled: true, reasons: ['The boiler is out.'] });
		expect(await then(() => listUpcoming(ana))).toEqual([]);
		const { ahead, cancelled } = await then(() => readSchedule(denise, network.cohort.id));
		expect([ahead.length, cancelled.length]).toEqual([0, 1]);
		const { body } = await then(() => readMeetingCalendar(ana, id));
		expect(body).toContain('STATUS:CANCELLED');
		expect(body).toContain('SEQUENCE:1');
		await expect(
			then(() => changeMeeting(denise, id, changed({ base: '1' })))
		).rejects.toMatchObject({ status: 403 });
	});
});

describe('The next meeting', () => {
	test('lets people in from half an hour before, and while it runs over', async () => {
		const id = await planOne();
		const { code } = await getMeeting(denise, id);
		const next = async (time: string) =>
			(await then(() => listUpcoming(ana), new Date(time)))[0]?.joinHref;
		expect(await next('2026-12-09T19:59:00Z')).toBeNull();
		expect(await next('2026-12-09T20:00:00Z')).toBe(`/live/${code}`);
		expect(await next('2026-12-09T21:29:00Z')).toBe(`/live/${code}`);
		expect(await next('2026-12-09T21:31:00Z')).toBeUndefined();
		await prisma().liveSession.update({ where: { id }, data: { startedAt: MORNING } });
		expect(await next('2026-12-09T21:31:00Z')).toBe(`/live/${code}`);
		await prisma().liveSession.update({ where: { id }, data: { endedAt: MORNING } });
		expect(await next('2026-12-09T21:00:00Z')).toBeUndefined();
	});

	test('brings the console and the guide to who facilitates it, and to nobody else', async () => {
		const id = await planOne();
		const [mine] = await then(() => listUpcoming(denise));
		expect(mine?.desk).toEqual({
			consoleHref: `/facilitate/sessions/${id}/console`,
			guideHref: (await readMeeting(denise, id)).guideHref
		});
		const [theirs] = await then(() => listUpcoming(ana));
		expect(theirs?.desk).toBeNull();
	});

	test('is no rehearsal', async () => {
		const id = await planOne();
		await prisma().liveSession.update({ where: { id }, data: { rehearsal: true } });
		expect(await then(() => listUpcoming(ana))).toEqual([]);
		await expect(readMeetingCalendar(ana, id)).rejects.toMatchObject({ status: 404 });
		expect((await getMeeting(denise, id)).rehearsal).toBe(true);
	});
});

describe('Ana’s private address', () => {
	const secretOf = async (viewer: Viewer) => {
		const { feed } = await readCalendarPage(viewer);
		return /\/calendar\/([\w-]{32})\.ics$/.exec(feed?.href ?? '')?.[1] ?? '';
	};

	test('shows the meetings of her cohorts and no others, and names nobody', async () => {
		await planOne();
		await then(() =>
			planMeetings(marcus, network.otherCohort.id, planned({ place: 'The harbor office' }))
		);
		expect((await readCalendarPage(ana)).feed).toBeNull();
		await renewFeed(ana);
		const { body } = await then(async () => readFeed(await secretOf(ana), ADDRESS));
		expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		expect(body).toContain('LOCATION:Library');
		for (const name of ['Ana', 'Denise', 'Jonah', 'harbor']) expect(body).not.toContain(name);
	});

	test('is made anew, and taken back: the old one leads nowhere', async () => {
		await renewFeed(ana);
		const first = await secretOf(ana);
		await renewFeed(ana);
		const second = await secretOf(ana);
		expect(second).not.toBe(first);
		await expect(readFeed(first, ADDRESS)).rejects.toMatchObject({ status: 404 });
		expect((await readFeed(second, ADDRESS)).body).toContain('BEGIN:VCALENDAR');
		await revokeFeed(ana);
		await expect(readFeed(second, ADDRESS)).rejects.toMatchObject({ status: 404 });
		expect((await readCalendarPage(ana)).feed).toBeNull();
	});

	test('is kept as a hash and sealed, never as it is', async () => {
		await renewFeed(ana);
		const secret = await secretOf(ana);
		const { hash, sealed } = await prisma().calendarFeed.findFirstOrThrow();
		expect(hash).toMatch(/^[\da-f]{64}$/);
		expect(hash).not.toContain(secret);
		expect(Buffer.from(sealed).toString('latin1')).not.toContain(secret);
	});

	test('cannot be found by trying', async () => {
		const wrong = (index: number) => readFeed(`${'a'.repeat(28)}${1000 + index}`, '192.0.2.99');
		for (let index = 0; index < 60; index += 1) {
			await expect(wrong(index)).rejects.toMatchObject({ status: 404 });
		}
		await expect(wrong(60)).rejects.toMatchObject({ status: 429 });
		for (const odd of ['', '\0', 'short', 'a'.repeat(4000)]) {
			await expect(readFeed(odd, '192.0.2.99')).rejects.toMatchObject({ status: 404 });
		}
	});
});
