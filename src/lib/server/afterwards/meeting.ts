import { getModule } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound, Refused } from '../errors.ts';
import type { Meeting } from '../live/index.ts';
import type { Viewer, ViewerEnrolment } from '../viewer.ts';

/** A meeting that is over, and where it belongs. */
export type EndedMeeting = Omit<Meeting, 'zone' | 'parkedShown' | 'askedInFront'> & {
	zone: string;
	startedAt: Date;
	endedAt: Date;
	cohortName: string;
	moduleTitle: string;
};

/** One that has begun, and may still run. */
export type BegunMeeting = Omit<EndedMeeting, 'endedAt'> & { endedAt: Date | null };

const shape = {
	id: true,
	cohortId: true,
	moduleId: true,
	variant: true,
	startsAt: true,
	minutes: true,
	place: true,
	zone: true,
	code: true,
	rehearsal: true,
	startedAt: true,
	endedAt: true,
	number: true,
	cohort: { select: { name: true, zone: true } }
} as const;

/**
 * A meeting that the viewer facilitated.
 * @throws NotFound for anybody else, and for a rehearsal, which leaves nothing behind; Refused before its end.
 */
export async function getEnded(viewer: Viewer, meetingId: string): Promise<EndedMeeting> {
	const { meeting, enrolment } = await find(viewer, meetingId);
	if (enrolment.role !== 'facilitator') throw new NotFound();
	if (!isOver(meeting)) {
		throw new Refused('This session is not over yet. What comes after it stands here then.');
	}
	return meeting;
}

/**
 * A meeting that the viewer facilitates, from its beginning on.
 * @throws NotFound for anybody else, and for a rehearsal; Refused before it begins.
 */
export async function getBegun(viewer: Viewer, meetingId: string): Promise<BegunMeeting> {
	const { meeting, enrolment } = await find(viewer, meetingId);
	if (enrolment.role !== 'facilitator') throw new NotFound();
	if (meeting === null) {
		throw new Refused('This session has not begun yet. Who was there stands here then.');
	}
	return meeting;
}

/** A meeting of a cohort in which the viewer has a place; until its end there is none. */
export async function getMine(
	viewer: Viewer,
	meetingId: string
): Promise<{ meeting: EndedMeeting; enrolment: ViewerEnrolment }> {
	const mine = await findMine(viewer, meetingId);
	if (mine === null) throw new NotFound();
	return mine;
}

/** The same, or null. */
export async function findMine(
	viewer: Viewer,
	meetingId: string
): Promise<{ meeting: EndedMeeting; enrolment: ViewerEnrolment } | null> {
	const found = await lookUp(viewer, meetingId);
	if (found === null || !isOver(found.meeting)) return null;
	return { meeting: found.meeting, enrolment: found.enrolment };
}

function isOver(meeting: BegunMeeting | null): meeting is EndedMeeting {
	return meeting !== null && meeting.endedAt !== null;
}

type Found = { meeting: BegunMeeting | null; enrolment: ViewerEnrolment };

async function find(viewer: Viewer, id: string): Promise<Found> {
	const found = await lookUp(viewer, id);
	if (found === null) throw new NotFound();
	return found;
}

async function lookUp(viewer: Viewer, id: string): Promise<Found | null> {
	const row = await prisma().liveSession.findFirst({
		where: { id, cancelledAt: null, rehearsal: false },
		select: shape
	});
	const enrolment = viewer.enrolments.find(({ cohortId }) => cohortId === row?.cohortId);
	if (row === null || enrolment === undefined) return null;
	const { cohort, startedAt, endedAt, ...meeting } = row;
	if (startedAt === null) return { meeting: null, enrolment };
	const moduleTitle = getModule(meeting.moduleId).title;
	const zone = meeting.zone ?? cohort.zone;
	return {
		meeting: { ...meeting, startedAt, endedAt, zone, cohortName: cohort.name, moduleTitle },
		enrolment
	};
}
