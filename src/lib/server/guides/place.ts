import { getCohort } from '../cohorts/index.ts';
import { getSeries, type Module, type Variant } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { now } from '../clock.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { ownGuide } from './module-guide.ts';

/** The cohort's next meeting on a module, and in which zone its clock is read. */
export type NextMeeting = { startsAt: Date; zone: string };

/** A guide of a cohort of the viewer's. */
export type CohortGuidePlace = {
	cohort: Awaited<ReturnType<typeof getCohort>>;
	module: Module;
	variant: Variant;
	meeting: NextMeeting | null;
};

/**
 * @param slug of the module in the cohort's series.
 * @param variant null is the next meeting's, or else the first.
 */
export async function findCohortGuide(
	viewer: Viewer,
	cohortId: string,
	slug: string,
	variant: string | null
): Promise<CohortGuidePlace> {
	const cohort = await getCohort(viewer, cohortId);
	const module = getSeries(cohort.seriesId).modules.find((each) => each.slug === slug);
	if (module === undefined) throw new NotFound();
	const next = await nextMeeting(cohortId, module.id);
	const planned = module.guides.find((each) => each.variant === next?.variant)?.variant ?? null;
	return {
		cohort,
		module,
		variant: ownGuide(module, variant ?? planned).variant,
		meeting: next && { startsAt: next.startsAt, zone: next.zone ?? cohort.zone }
	};
}

/** One that is on counts for three hours: whoever looks something up still has its clock. */
const ON = 3 * 60 * 60 * 1000;

function nextMeeting(cohortId: string, moduleId: string) {
	return prisma().liveSession.findFirst({
		where: {
			cohortId,
			moduleId,
			rehearsal: false,
			cancelledAt: null,
			endedAt: null,
			startsAt: { gte: new Date(now().getTime() - ON) }
		},
		orderBy: { startsAt: 'asc' },
		select: { startsAt: true, zone: true, variant: true }
	});
}
