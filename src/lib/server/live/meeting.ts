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
	/** IANA name of the zone in which its time is meant; null where it is the cohort’s. */
	zone: string | null;
	place: string | null;
	code: string;
	rehearsal: boolean;
	startedAt: Date | null;
	endedAt: Date | null;
	/** The screen shows the parking lot. */
	parkedShown: boolean;
	/** The screen shows what is asked, and not the groups at work. */
	askedInFront: boolean;
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
	parkedShown: true,
	askedInFront: true,
	number: true
} as const;

/** A meeting that the viewer facilitates; for anybody else there is none. */
export async function getFacilitated(viewer: Viewer, meetingId: string): Promise<Meeting> {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new NotFound();
	requireFacilitator(viewer, meeting.cohortId);
	return meeting;
}

export function findMeeting(meetingId: string): Promise<Meeting | null> {
	return prisma().liveSession.findFirst({
		where: { id: meetingId, cancelledAt: null },
		select: shape
	});
}

/** In which zone its time is meant. */
export async function zoneOf({ zone, cohortId }: Meeting): Promise<string> {
	if (zone !== null) return zone;
	const cohort = await prisma().cohort.findUniqueOrThrow({
		where: { id: cohortId },
		select: { zone: true }
	});
	return cohort.zone;
}

/** Whether a code was that of a meeting which does not take place. */
export async function wasCancelled(code: string): Promise<boolean> {
	const where = { code, cancelledAt: { not: null }, rehearsal: false };
	return (await prisma().liveSession.count({ where })) > 0;
}

/** A rehearsal is nobody’s to come into. */
export function findByCode(code: string): Promise<Meeting | null> {
	return prisma().liveSession.findFirst({
		where: { code, cancelledAt: null, rehearsal: false },
		select: shape
	});
}
