import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { at } from '../clock.ts';
import { momentIn, writtenIn } from '../cohorts/index.ts';
import { writeCalendar } from './calendar.ts';
import { daysOf } from './dates.ts';
import { endOf, type Meeting } from './meeting.ts';
import { vtimezone } from './vtimezone.ts';

const ZONES = ['America/New_York', 'America/Chicago', 'America/Phoenix', 'Europe/Berlin'];

const one: Meeting = {
	id: '4f1f62a2-6f0f-4a0e-9d1a-1c1c2f9a0b11',
	cohortId: '4f1f62a2-6f0f-4a0e-9d1a-1c1c2f9a0b12',
	cohortName: 'Alder Street team',
	seriesId: 'lae',
	moduleId: 'lae-1',
	moduleTitle: 'Start with who is missing',
	variant: 'in-person',
	startsAt: new Date('2026-12-09T20:30:00Z'),
	minutes: 60,
	zone: 'America/New_York',
	place: 'Library; Alder Street School, “room” 3',
	setId: null,
	setTime: null,
	callLink: 'https://meet.example.org/alder?x=1,2',
	code: 'ACDEFG',
	sequence: 2,
	cancelledAt: null,
	rehearsal: false,
	startedAt: null,
	endedAt: null
};

/** Meetings every week for two years, at half past three. */
function yearsIn(zone: string): Meeting[] {
	return daysOf({ first: '2026-12-02', everyDays: 7, count: 104, skip: [] }).map(
		({ day }, index) => ({
			...one,
			id: `4f1f62a2-6f0f-4a0e-9d1a-1c1c2f9a${String(index).padStart(4, '0')}`,
			zone,
			startsAt: momentIn(zone, `${day}T15:30`) ?? new Date(0)
		})
	);
}

function read(body: string) {
	const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) {
		// The library has no zones of its own: what the file says is all that it goes by.
		const timezone = new ICAL.Timezone(zone);
		ICAL.TimezoneService.register(timezone, timezone.tzid);
	}
	return {
		calendar,
		events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
	};
}

describe('A calendar that another program reads', () => {
	test.each(ZONES)('has every meeting when it is, over both clock changes, in %s', async (zone) => {
		const meetings = yearsIn(zone);
		const { calendar, events } = read(await writeCalendar('Meetings', meetings));
		expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
		expect(events).toHaveLength(meetings.length);
		for (const [index, meeting] of meetings.entries()) {
			const event = events[index];
			expect(event?.startDate.zone?.tzid).toBe(zone);
			expect(event?.startDate.toJSDate()).toEqual(meeting.startsAt);
			expect(event?.endDate.toJSDate()).toEqual(endOf(meeting));
			expect(event?.startDate.toString().slice(11, 16)).toBe('15:30');
		}
		ICAL.TimezoneService.reset();
	});

	test('holds cohorts of several zones, each with its own', async () => {
		const { calendar, events } = read(
			await writeCalendar(
				'Meetings',
				ZONES.map((zone, index) => ({ ...one, zone, id: `m-${index}` }))
			)
		);
		expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(4);
		for (const event of events) expect(event.startDate.toJSDate()).toEqual(one.startsAt);
		ICAL.TimezoneService.reset();
	});

	test('knows a meeting again, and how often it changed', async () => {
		const { events } = read(await writeCalendar('Meetings', [one]));
		expect(events[0]?.uid).toMatch(/^meeting-4f1f62a2-6f0f-4a0e-9d1a-1c1c2f9a0b11@/);
		expect(events[0]?.sequence).toBe(2);
		expect(events[0]?.location).toBe(one.place);
		expect(events[0]?.summary).toBe('Alder Street team: Start with who is missing');
		expect(events[0]?.description).toContain('https://meet.example.org/alder?x=1,2');
		expect(events[0]?.description).toContain('/live/ACDEFG');
	});

	test('keeps what is cancelled, as cancelled', async () => {
		const body = await writeCalendar('Meetings', [{ ...one, cancelledAt: new Date() }]);
		expect(body).toContain('STATUS:CANCELLED');
		expect(body).toContain('METHOD:PUBLISH');
	});

	test('is the same at every reading, and none at all is a calendar too', async () => {
		const morning = new Date('2026-12-01T09:00:00Z');
		const write = () => at(morning, () => writeCalendar('Meetings', [one]));
		expect(await write()).toBe(await write());
		expect(await write()).toContain('DTSTAMP:20261201T090000Z');
		expect(read(await writeCalendar('Meetings', [])).events).toEqual([]);
	});
});

describe('A zone that is told to a calendar', () => {
	const FIRST = new Date('2026-12-02T15:30:00Z');
	const LAST = new Date('2028-06-01T15:30:00Z');

	test('follows a rule where its clocks do', () => {
		const newYork = vtimezone('America/New_York', FIRST, LAST);
		expect(newYork).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU');
		expect(newYork).toContain('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU');
		const berlin = vtimezone('Europe/Berlin', FIRST, LAST);
		expect(berlin).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
		expect(berlin).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU');
	});

	test('is one offset where clocks never change', () => {
		const phoenix = vtimezone('America/Phoenix', FIRST, LAST);
		expect(phoenix.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(1);
		expect(phoenix).toContain('TZOFFSETTO:-0700');
	});

	test.each([
		...ZONES,
		'UTC',
		'Africa/Casablanca',
		'Australia/Lord_Howe',
		'America/St_Johns',
		'Asia/Kathmandu',
		'Europe/Dublin'
	])('shows the clock of %s on every day', (zone) => {
		const text = vtimezone(zone, FIRST, LAST);
		const timezone = new ICAL.Timezone(
			new ICAL.Component(
				ICAL.parse(['BEGIN:VCALENDAR', text, 'END:VCALENDAR'].join('\r\n')) as unknown[]
			).getFirstSubcomponent('vtimezone') ?? undefined
		);
		for (let at = FIRST.getTime(); at < LAST.getTime(); at += 86_400_000) {
			const written = writtenIn(zone, new Date(at));
			const time = ICAL.Time.fromDateTimeString(`${written}:00`);
			time.zone = timezone;
			expect([written, time.toJSDate().toISOString()]).toEqual([
				written,
				new Date(at).toISOString()
			]);
		}
	});
});
