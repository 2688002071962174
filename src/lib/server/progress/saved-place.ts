import * as v from 'valibot';
import { now } from '../clock.ts';
import { getSeries, type Module, type Series, type Step } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { getPlace, openPlace } from './place.ts';

export const savedPlaceInput = v.object({
	note: v.pipe(words(200, 'your note'), v.trim())
});

export const droppedPlaceInput = v.object({
	step: v.pipe(
		v.string('There is no such thing here.'),
		v.regex(/^[\w-]{1,200}$/, 'There is no such thing here.')
	)
});

export type SavedPlace = {
	stepId: string;
	title: string;
	href: string;
	moduleTitle: string;
	seriesTitle: string;
	note: string;
	savedAt: Date;
};

/** The column that says what a person noted on a step they keep, from enrolment; the step is `$3`. */
export const SAVED_NOTE_COLUMN = `
	(select note from saved_place where enrolment_id = enrolment.id and step_id = $3) as "savedNote"`;

/** Keeps a step to come back to. Keeping it again changes the note. */
export async function savePlace(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	stepSlug: string,
	{ note }: v.InferOutput<typeof savedPlaceInput>
): Promise<void> {
	const { enrolment, module } = await openPlace(viewer, seriesSlug, moduleSlug);
	const step = module.steps.find(({ slug }) => slug === stepSlug);
	if (step === undefined) throw new NotFound();
	const key = { enrolmentId: enrolment.enrolmentId, stepId: step.id };
	await prisma().savedPlace.upsert({
		where: { enrolmentId_stepId: key },
		create: { ...key, note, savedAt: now() },
		update: { note }
	});
}

/** Lets go of a step, wherever it is in the series. */
export async function dropPlace(
	viewer: Viewer,
	seriesSlug: string,
	{ step }: v.InferOutput<typeof droppedPlaceInput>
): Promise<void> {
	const { enrolment } = await getPlace(viewer, seriesSlug);
	await prisma().savedPlace.deleteMany({
		where: { enrolmentId: enrolment.enrolmentId, stepId: step }
	});
}

/** Everything the viewer keeps to come back to, the newest first. */
export async function listSavedPlaces(
	viewer: Viewer,
	enrolmentIds = viewer.enrolments.map(({ enrolmentId }) => enrolmentId)
): Promise<SavedPlace[]> {
	const own = viewer.enrolments.filter(({ enrolmentId }) => enrolmentIds.includes(enrolmentId));
	const rows = await prisma().savedPlace.findMany({
		where: { enrolmentId: { in: own.map(({ enrolmentId }) => enrolmentId) } },
		orderBy: [{ savedAt: 'desc' }, { stepId: 'asc' }]
	});
	return rows.flatMap(({ enrolmentId, stepId, note, savedAt }) => {
		const enrolment = own.find((each) => each.enrolmentId === enrolmentId);
		const found = enrolment && stepIn(getSeries(enrolment.seriesId), stepId);
		// An author may have taken the step away since.
		if (!found) return [];
		const { series, module, step } = found;
		return [
			{
				stepId,
				title: step.title,
				href: `/learn/${series.slug}/${module.slug}/${step.slug}`,
				moduleTitle: module.title,
				seriesTitle: series.title,
				note,
				savedAt
			}
		];
	});
}

function stepIn(series: Series, id: string): { series: Series; module: Module; step: Step } | null {
	for (const module of series.modules) {
		const step = module.steps.find((each) => each.id === id);
		if (step !== undefined) return { series, module, step };
	}
	return null;
}
