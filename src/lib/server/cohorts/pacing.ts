import * as v from 'valibot';
import { prisma } from '../db/index.ts';
import { now } from '../clock.ts';
import { Invalid, NotFound } from '../errors.ts';
import { getSeries } from '../curriculum/index.ts';
import type { Viewer } from '../viewer.ts';
import { getCohort, type Cohort } from './cohort.ts';
import { momentIn } from './zone.ts';

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

const moduleId = v.pipe(v.string('Choose a module.'), v.maxLength(200));

export const moduleInput = v.object({ module: moduleId });

/** The date is as written on the clock of the cohort's zone; empty takes the date away. */
export const moduleDateInput = v.object({
	module: moduleId,
	opensAt: v.pipe(v.string('Choose a date and a time.'), v.maxLength(30))
});

/** Sets the date of a module as a facilitator writes it. */
export async function dateModule(
	viewer: Viewer,
	cohortId: string,
	{ module, opensAt }: v.InferOutput<typeof moduleDateInput>
): Promise<void> {
	if (opensAt === '') return setModuleDate(viewer, cohortId, module, null);
	const { zone } = await getCohort(viewer, cohortId);
	const moment = momentIn(zone, opensAt);
	const year = moment?.getUTCFullYear() ?? 0;
	if (moment === null || year < 2000 || year > 2100) {
		const message = 'Enter a date and a time, for example 2027-01-15 and 3:30 PM.';
		throw new Invalid(message, { opensAt: message });
	}
	await setModuleDate(viewer, cohortId, module, moment);
}

function requireModule(cohort: Cohort, moduleId: string): void {
	const { modules } = getSeries(cohort.seriesId);
	if (!modules.some(({ id }) => id === moduleId)) throw new NotFound();
}
