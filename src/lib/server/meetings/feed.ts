import { createHash, randomBytes } from 'node:crypto';
import { DEFAULT_LANGUAGE, isLanguage } from '../../languages.ts';
import { seal, unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { config } from '../config.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { limitTries } from '../identity/index.ts';
import { inLanguage } from '../language.ts';
import type { Viewer } from '../viewer.ts';
import { writeCalendar } from './calendar.ts';
import { meetingOf, meetingShape, type Meeting } from './meeting.ts';
import { listUpcoming, type UpcomingSession } from './schedule.ts';

/** A person’s meetings in the calendar they use anyway. */

export type CalendarPage = {
	/** The private address; null while there is none. */
	feed: { href: string; madeAt: Date } | null;
	meetings: UpcomingSession[];
};

export type CalendarFile = { name: string; body: string };

/** 192 bits. */
const SECRET_BYTES = 24;
const SECRET = /^[\w-]{32}$/;

// A school’s calendars may all ask from one address; a wrong secret is never theirs.
const WRONG_SECRETS = { name: 'calendar-address', tries: 60, seconds: 15 * 60 };

const DAY = 24 * 60 * 60 * 1000;
const MOST = 1000;

export async function readCalendarPage(viewer: Viewer): Promise<CalendarPage> {
	const [row, meetings] = await Promise.all([
		prisma().calendarFeed.findUnique({ where: { personId: viewer.personId } }),
		listUpcoming(viewer)
	]);
	if (row === null) return { feed: null, meetings };
	const secret = unseal(row.sealed, feedPlace(viewer.personId));
	return { feed: { href: hrefOf(secret), madeAt: row.madeAt }, meetings };
}

/** Makes a private address. An earlier one leads nowhere from now on. */
export async function renewFeed({ personId }: Viewer): Promise<void> {
	const secret = randomBytes(SECRET_BYTES).toString('base64url');
	const made = {
		hash: hashOf(secret),
		sealed: Uint8Array.from(seal(secret, feedPlace(personId))),
		madeAt: now()
	};
	await prisma().calendarFeed.upsert({
		where: { personId },
		create: { personId, ...made },
		update: made
	});
}

/** Takes the private address back: calendars that have it read nothing more. */
export async function revokeFeed({ personId }: Viewer): Promise<void> {
	await prisma().calendarFeed.deleteMany({ where: { personId } });
}

/**
 * All meetings of whoever has this private address, in their language.
 * @param address the network address that asks.
 * @throws NotFound for a secret that is none, TooMany after many of them.
 */
export async function readFeed(secret: string, address: string): Promise<CalendarFile> {
	if (!SECRET.test(secret)) throw new NotFound();
	const guess = await limitTries(WRONG_SECRETS, address);
	const feed = await prisma().calendarFeed.findUnique({
		where: { hash: hashOf(secret) },
		select: {
			personId: true,
			person: { select: { language: true, enrolments: { select: { cohortId: true } } } }
		}
	});
	if (feed === null) throw new NotFound();
	await guess.giveBack();
	const { language, enrolments } = feed.person;
	return inLanguage(isLanguage(language) ? language : DEFAULT_LANGUAGE, async () => {
		const meetings = await meetingsOf(enrolments.map(({ cohortId }) => cohortId));
		const title = 'Meetings in Throughline';
		return { name: 'throughline.ics', body: await writeCalendar(title, meetings) };
	});
}

/** One meeting of a cohort in which the viewer has a place. */
export async function readMeetingCalendar(
	viewer: Viewer,
	meetingId: string
): Promise<CalendarFile> {
	const row = await prisma().liveSession.findFirst({
		where: {
			id: meetingId,
			cohortId: { in: viewer.enrolments.map(({ cohortId }) => cohortId) },
			rehearsal: false
		},
		select: meetingShape
	});
	if (row === null) throw new NotFound();
	const meeting = meetingOf(row);
	return {
		name: `meeting-${meeting.startsAt.toISOString().slice(0, 10)}.ics`,
		body: await writeCalendar(meeting.cohortName, [meeting])
	};
}

async function meetingsOf(cohortIds: string[]): Promise<Meeting[]> {
	const rows = await prisma().liveSession.findMany({
		where: {
			cohortId: { in: cohortIds },
			rehearsal: false,
			startsAt: { gte: new Date(now().getTime() - 366 * DAY) }
		},
		orderBy: { startsAt: 'asc' },
		take: MOST,
		select: meetingShape
	});
	return rows.map(meetingOf);
}

function hrefOf(secret: string): string {
	return `${config().origin}/calendar/${secret}.ics`;
}

function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

function feedPlace(personId: string): string {
	return `calendar:${personId}`;
}
