import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer, ViewerEnrolment } from '../viewer.ts';

export type Cohort = {
	id: string;
	name: string;
	seriesId: string;
	organisation: { id: string; name: string };
	joinCode: string;
	zone: string;
	stuckAfterDays: number;
	/** Below which organisation anybody may join without a code; null when it takes a code. */
	openToId: string | null;
};

export type CohortSummary = Cohort & { role: 'participant' | 'facilitator' };

const shape = {
	id: true,
	name: true,
	seriesId: true,
	organisation: { select: { id: true, name: true } },
	joinCode: true,
	zone: true,
	stuckAfterDays: true,
	openToId: true
} as const;

/** The viewer's place as a facilitator of the cohort; for anybody else there is no such cohort. */
export function requireFacilitator(viewer: Viewer, cohortId: string): ViewerEnrolment {
	const enrolment = viewer.enrolments.find((mine) => mine.cohortId === cohortId);
	if (enrolment?.role !== 'facilitator') throw new NotFound();
	return enrolment;
}

/** A cohort of which the viewer is a facilitator. */
export async function getCohort(viewer: Viewer, cohortId: string): Promise<Cohort> {
	requireFacilitator(viewer, cohortId);
	const cohort = await prisma().cohort.findUnique({ where: { id: cohortId }, select: shape });
	if (cohort === null) throw new NotFound();
	return cohort;
}

/** The cohorts in which the viewer has a place, with their role there. */
export async function listCohorts(viewer: Viewer): Promise<CohortSummary[]> {
	const roles = new Map(viewer.enrolments.map(({ cohortId, role }) => [cohortId, role]));
	const cohorts = await prisma().cohort.findMany({
		where: { id: { in: [...roles.keys()] } },
		orderBy: { createdAt: 'asc' },
		select: shape
	});
	return cohorts.map((cohort) => ({ ...cohort, role: roles.get(cohort.id) ?? 'participant' }));
}
