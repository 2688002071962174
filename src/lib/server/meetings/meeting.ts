import { readCode, requireFacilitator } from '../cohorts/index.ts';
import { getSeries, type Variant } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';

/** Of the code that lets people into a meeting while it runs. */
export const LIVE_CODE = 6;

/** A meeting as it is planned, and whether it has run. */
export type Meeting = {
	id: string;
	cohortId: string;
	cohortName: string;
	seriesId: string;
	moduleId: string;
	moduleTitle: string;
	variant: Variant;
	startsAt: Date;
	minutes: number;
	/** IANA name of the zone in which its time is meant. */
	zone: string;
	place: string | null;
	callLink: string | null;
	/** With which others it was planned. */
	setId: string | null;
	/** What clocks show where its set has it: another time than its own once it was moved alone. */
	setTime: string | null;
	code: string;
	/** How often its guests had to hear of a change. */
	sequence: number;
	cancelledAt: Date | null;
	rehearsal: boolean;
	startedAt: Date | null;
	endedAt: Date | null;
};

export const meetingShape = {
	id: true,
	cohortId: true,
	moduleId: true,
	variant: true,
	startsAt: true,
	minutes: true,
	zone: true,
	place: true,
	callLink: true,
	setId: true,
	setTime: true,
	code: true,
	sequence: true,
	cancelledAt: true,
	rehearsal: true,
	startedAt: true,
	endedAt: true,
	cohort: { select: { name: true, zone: true, seriesId: true } }
} as const;

type Row = Omit<Meeting, 'cohortName' | 'seriesId' | 'moduleTitle' | 'variant' | 'zone'> & {
	variant: string;
	zone: string | null;
	cohort: { name: string; zone: string; seriesId: string };
};

export const VARIANTS = ['in-person', 'online', 'self-study'] as const satisfies Variant[];

export function meetingOf({ cohort, variant, zone, ...row }: Row): Meeting {
	return {
		...row,
		variant: VARIANTS.find((one) => one === variant) ?? 'in-person',
		zone: zone ?? cohort.zone,
		cohortName: cohort.name,
		seriesId: cohort.seriesId,
		moduleTitle:
			getSeries(cohort.seriesId).modules.find(({ id }) => id === row.moduleId)?.title ?? ''
	};
}

/** A meeting of a cohort that the viewer facilitates, a rehearsal too; for anybody else there is none. */
export async function getMeeting(viewer: Viewer, meetingId: string): Promise<Meeting> {
	const row = await prisma().liveSession.findUnique({
		where: { id: meetingId },
		select: meetingShape
	});
	if (row === null) throw new NotFound();
	requireFacilitator(viewer, row.cohortId);
	return meetingOf(row);
}

/** The meeting with the code that was typed, or null; whether one may come in now is for the room to say. */
export async function findMeetingByCode(typed: string): Promise<Meeting | null> {
	const code = readCode(typed, LIVE_CODE);
	if (code === null) return null;
	const row = await prisma().liveSession.findUnique({ where: { code }, select: meetingShape });
	return row === null ? null : meetingOf(row);
}

/** The guide that a meeting follows, as its cohort has it. */
export function guideHrefOf({ cohortId, seriesId, moduleId, variant }: Meeting): string {
	const module = getSeries(seriesId).modules.find(({ id }) => id === moduleId);
	return `/facilitate/cohorts/${cohortId}/guides/${module?.slug ?? ''}?variant=${variant}`;
}

const MINUTE = 60_000;

/** When it is to end. */
export function endOf({ startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>): Date {
	return new Date(startsAt.getTime() + minutes * MINUTE);
}
