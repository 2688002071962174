import { getModule } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound, Refused } from '../errors.ts';
import type { Meeting } from '../live/index.ts';
import type { Viewer, ViewerEnrolment } from '../viewer.ts';

/** A meeting that is over, and where it belongs. */
export type EndedMeeting = Meeting & {
	startedAt: Date;
	endedAt: Date;
	cohortName: string;
	zone: string;
	moduleTitle: string;
};

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
	if (meeting === null) {
		throw new Refused('This session is not over yet. What comes after it stands here then.');
	}
	return meeting;
}

/** A meeting of a cohort in which the viewer has a place; until its end there is none. */
export async function getMine(
	viewer: Viewer,
	meetingId: string
): Promise<{ meeting: EndedMeeting; enrolment: ViewerEnrolment }> {
	const { meeting, enrolment } = await find(viewer, meetingId);
	if (meeting === null) throw new NotFound();
	return { meeting, enrolment };
}

async function find(viewer: Viewer, id: string) {
	const row = await prisma().liveSession.findFirst({
		where: { id, cancelledAt: null, rehearsal: false },
		select: shape
	});
	const enrolment = viewer.enrolments.find(({ cohortId }) => cohortId === row?.cohortId);
	if (row === null || enrolment === undefined) throw new NotFound();
	const { cohort, startedAt, endedAt, ...meeting } = row;
	if (startedAt === null || endedAt === null) return { meeting: null, enrolment };
	const moduleTitle = getModule(meeting.moduleId).title;
	const zone = meeting.zone ?? cohort.zone;
	return {
		meeting: { ...meeting, startedAt, endedAt, zone, cohortName: cohort.name, moduleTitle },
		enrolment
	};
}
