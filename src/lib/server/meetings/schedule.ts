import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { getSeries } from '../curriculum/index.ts';
import type { Viewer } from '../viewer.ts';

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
};

const MINUTE = 60 * 1000;
const LONGEST = 24 * 60 * MINUTE;

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
		include: { cohort: { select: { name: true, zone: true, seriesId: true } } }
	});
	const ahead = rows.filter(
		({ startsAt, minutes }) => startsAt.getTime() + minutes * MINUTE > time
	);
	return ahead.map(({ id, cohort, moduleId, cohortId, startsAt, minutes, place, callLink }) => ({
		id,
		cohortId,
		cohortName: cohort.name,
		moduleTitle: getSeries(cohort.seriesId).modules.find(({ id }) => id === moduleId)?.title ?? '',
		startsAt,
		minutes,
		zone: cohort.zone,
		place,
		callLink
	}));
}
