import type { ICalDayJsStub } from 'ical-generator';
import { now } from '../clock.ts';
import { writtenIn } from '../cohorts/index.ts';
import { config } from '../config.ts';
import { endOf, type Meeting } from './meeting.ts';
import { vtimezone } from './vtimezone.ts';

/**
 * Meetings as a calendar reads them. Each keeps its id for ever and counts its changes, so that a calendar that
 * reads it again moves it and makes no second one; what is cancelled stays, as cancelled. Nobody is named.
 */
export async function writeCalendar(name: string, meetings: readonly Meeting[]): Promise<string> {
	const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
	const { origin } = config();
	const { hostname } = new URL(origin);
	const calendar = ical({
		name,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'Throughline', product: 'Meetings', language: 'EN' },
		ttl: 60 * 60,
		timezone: { name: null, generator: (zone) => zoneOf(zone, meetings) }
	});
	for (const meeting of meetings) {
		const isCancelled = meeting.cancelledAt !== null;
		const room = `${origin}/live/${meeting.code}`;
		const event = calendar.createEvent({
			id: `meeting-${meeting.id}@${hostname}`,
			sequence: meeting.sequence,
			stamp: now(),
			start: clockOf(meeting.startsAt, meeting.zone),
			end: clockOf(endOf(meeting), meeting.zone),
			timezone: meeting.zone,
			status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			summary: titleOf(meeting),
			description: describe(meeting, room),
			url: room
		});
		const where = meeting.place ?? meeting.callLink;
		if (where !== null) event.location(where);
	}
	return calendar.toString();
}

function titleOf({ moduleTitle, cohortName, cancelledAt }: Meeting): string {
	const title = moduleTitle === '' ? cohortName : `${cohortName}: ${moduleTitle}`;
	return cancelledAt === null ? title : `Cancelled: ${title}`;
}

function describe({ callLink, cancelledAt }: Meeting, room: string): string {
	if (cancelledAt !== null) return 'This meeting is cancelled.';
	const call = callLink === null ? [] : [`Video call: ${callLink}`];
	return [...call, `The room on your phone or laptop: ${room}`].join('\n');
}

function zoneOf(zone: string, meetings: readonly Meeting[]): string {
	const there = meetings.filter((meeting) => meeting.zone === zone);
	const times = there.map(({ startsAt }) => startsAt.getTime());
	return vtimezone(zone, new Date(Math.min(...times)), new Date(Math.max(...times)));
}

/** A moment as clocks of a zone show it: what ical-generator asks of the libraries for dates that it knows. */
function clockOf(moment: Date, zone: string): ICalDayJsStub {
	const [day = '', time = ''] = writtenIn(zone, moment).replaceAll(/[-:]/g, '').split('T');
	const clock: ICalDayJsStub = {
		format: (pattern) => (pattern === 'YYYYMMDD' ? day : `${time}00`),
		tz: () => clock,
		utc: () => clock,
		toDate: () => moment,
		toJSON: () => moment.toJSON(),
		isValid: () => true
	};
	return clock;
}
