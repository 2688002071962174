import { requireFacilitator } from '../cohorts/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';

/** A meeting as the live room needs it. */
export type Meeting = {
	id: string;
	cohortId: string;
	moduleId: string;
	variant: string;
	startsAt: Date;
	minutes: number;
	/** IANA name of the zone in which its time is meant. */
	zone: string;
	place: string | null;
	code: string;
	rehearsal: boolean;
	startedAt: Date | null;
	endedAt: Date | null;
	number: number;
};

const shape = {
	id: true,
	cohortId: true,
	moduleId: true,
	variant: true,
	startsAt: true,
	minutes: true,
	zone: true,
	place: true,
	code: true,
	rehearsal: true,
	startedAt: true,
	endedAt: true,
	number: true,
	cohort: { select: { zone: true } }
} as const;

type Row = Omit<Meeting, 'zone'> & { zone: string | null; cohort: { zone: string } };

function meetingOf({ cohort, zone, ...row }: Row): Meeting {
	return { ...row, zone: zone ?? cohort.zone };
}

/** A meeting that the viewer facilitates; for anybody else there is none. */
export async function getFacilitated(viewer: Viewer, meetingId: string): Promise<Meeting> {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new NotFound();
	requireFacilitator(viewer, meeting.cohortId);
	return meeting;
}

export async function findMeeting(meetingId: string): Promise<Meeting | null> {
	const row = await prisma().liveSession.findFirst({
		where: { id: meetingId, cancelledAt: null },
		select: shape
	});
	return row && meetingOf(row);
}

/** Whether a code was that of a meeting which does not take place. */
export async function wasCancelled(code: string): Promise<boolean> {
	const where = { code, cancelledAt: { not: null }, rehearsal: false };
	return (await prisma().liveSession.count({ where })) > 0;
}

/** A rehearsal is nobody’s to come into. */
export async function findByCode(code: string): Promise<Meeting | null> {
	const row = await prisma().liveSession.findFirst({
		where: { code, cancelledAt: null, rehearsal: false },
		select: shape
	});
	return row && meetingOf(row);
}
