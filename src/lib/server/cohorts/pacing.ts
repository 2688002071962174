import { prisma } from '../db/index.ts';
import { now } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { getSeries } from '../curriculum/index.ts';
import type { Viewer } from '../viewer.ts';
import { getCohort, type Cohort } from './cohort.ts';

/** Lifts every lock on a module for the whole cohort. Opening it again changes nothing. */
export async function openModule(
	viewer: Viewer,
	cohortId: string,
	moduleId: string
): Promise<void> {
	const cohort = await getCohort(viewer, cohortId);
	requireModule(cohort, moduleId);
	await prisma().moduleOpening.createMany({
		data: [{ cohortId, moduleId, openedById: viewer.personId, openedAt: now() }],
		skipDuplicates: true
	});
}

/** Keeps a module closed to the cohort until a date; null lets it open with the order of the series. */
export async function setModuleDate(
	viewer: Viewer,
	cohortId: string,
	moduleId: string,
	opensAt: Date | null
): Promise<void> {
	const cohort = await getCohort(viewer, cohortId);
	requireModule(cohort, moduleId);
	const key = { cohortId_moduleId: { cohortId, moduleId } };
	if (opensAt === null) {
		await prisma().moduleDate.deleteMany({ where: { cohortId, moduleId } });
		return;
	}
	await prisma().moduleDate.upsert({
		where: key,
		create: { cohortId, moduleId, opensAt },
		update: { opensAt }
	});
}

function requireModule(cohort: Cohort, moduleId: string): void {
	const { modules } = getSeries(cohort.seriesId);
	if (!modules.some(({ id }) => id === moduleId)) throw new NotFound();
}
