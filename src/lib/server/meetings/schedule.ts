import { now } from '../clock.ts';
import { getCohort } from '../cohorts/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { endOf, guideHrefOf, meetingOf, meetingShape, type Meeting } from './meeting.ts';

export type UpcomingSession = {
	id: string;
	cohortId: string;
	cohortName: string;
	moduleTitle: string;
	startsAt: Date;
	minutes: number;
	zone: string;
	place: string | null;
	callLink: string | null;
	/** Where one comes in; null while it is too early. */
	joinHref: string | null;
	/** What it is run with, for who facilitates it. */
	desk: { consoleHref: string; guideHref: string } | null;
};

/** All meetings of a cohort, as its facilitators see them. */
export type Schedule = {
	cohort: { id: string; name: string; zone: string };
	ahead: Meeting[];
	/** The last one first. */
	past: Meeting[];
	cancelled: Meeting[];
};

const MINUTE = 60 * 1000;
const LONGEST = 24 * 60 * MINUTE;
const DOORS_OPEN = 30 * MINUTE;

/** The live sessions ahead in the viewer's cohorts, the next one first; one that is on counts. */
export async function listUpcoming(viewer: Viewer): Promise<UpcomingSession[]> {
	const time = now().getTime();
	const rows = await prisma().liveSession.findMany({
		where: {
			cohortId: { in: viewer.enrolments.map(({ cohortId }) => cohortId) },
			startsAt: { gte: new Date(time - LONGEST) },
			rehearsal: false,
			cancelledAt: null,
			endedAt: null
		},
		orderBy: { startsAt: 'asc' },
		select: meetingShape
	});
	return rows
		.map(meetingOf)
		.filter(isAhead)
		.map((meeting) => upcomingOf(viewer, meeting));
}

/** A meeting that was begun goes on until somebody ends it, also past its time. */
function isAhead(meeting: Meeting): boolean {
	if (meeting.endedAt !== null) return false;
	const end = endOf(meeting).getTime();
	const time = now().getTime();
	return end > time || (meeting.startedAt !== null && end > time - LONGEST);
}

function upcomingOf({ enrolments }: Viewer, meeting: Meeting): UpcomingSession {
	const facilitates = enrolments.some(
		({ cohortId, role }) => cohortId === meeting.cohortId && role === 'facilitator'
	);
	const isOpen =
		meeting.startedAt !== null || meeting.startsAt.getTime() - now().getTime() <= DOORS_OPEN;
	return {
		id: meeting.id,
		cohortId: meeting.cohortId,
		cohortName: meeting.cohortName,
		moduleTitle: meeting.moduleTitle,
		startsAt: meeting.startsAt,
		minutes: meeting.minutes,
		zone: meeting.zone,
		place: meeting.place,
		callLink: meeting.callLink,
		joinHref: isOpen ? `/live/${meeting.code}` : null,
		desk: facilitates
			? {
					consoleHref: `/facilitate/sessions/${meeting.id}/console`,
					guideHref: guideHrefOf(meeting)
				}
			: null
	};
}

/** The meetings of a cohort that the viewer facilitates. */
export async function readSchedule(viewer: Viewer, cohortId: string): Promise<Schedule> {
	const { id, name, zone } = await getCohort(viewer, cohortId);
	const rows = await prisma().liveSession.findMany({
		where: { cohortId, rehearsal: false },
		orderBy: { startsAt: 'asc' },
		select: meetingShape
	});
	const meetings = rows.map(meetingOf);
	const held = meetings.filter(({ cancelledAt }) => cancelledAt === null);
	return {
		cohort: { id, name, zone },
		ahead: held.filter(isAhead),
		past: held.filter((meeting) => !isAhead(meeting)).toReversed(),
		cancelled: meetings.filter(({ cancelledAt }) => cancelledAt !== null).toReversed()
	};
}
