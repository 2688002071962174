import { now } from '../clock.ts';
import { findSeries, getSeries, type Module, type Series } from '../curriculum/index.ts';
import { Locked, NotFound } from '../errors.ts';
import type { Viewer, ViewerEnrolment } from '../viewer.ts';
import { lockOf, lockSentence } from './locks.ts';
import { readRecord, type ProgressRecord } from './record.ts';

/** Where a person stands in a series: whose page it is, in which cohort, and how far. */
export type Place = { series: Series; enrolment: ViewerEnrolment; record: ProgressRecord };

/** How an enrolment's record is read: a page that needs more of the enrolment reads both at once. */
type ReadRecord = (enrolmentId: string) => Promise<ProgressRecord>;

/**
 * The viewer's place in a series, or null. Who takes part in several cohorts of one series stands in
 * the newest in which they are a participant.
 */
export async function findPlace(
	viewer: Viewer,
	seriesSlug: string,
	read: ReadRecord = readRecord
): Promise<Place | null> {
	const series = findSeries(seriesSlug);
	const mine = viewer.enrolments.filter(({ seriesId }) => seriesId === series?.id);
	const enrolment = mine.find(({ role }) => role === 'participant') ?? mine[0];
	if (series === null || enrolment === undefined) return null;
	return { series, enrolment, record: await read(enrolment.enrolmentId) };
}

export async function getPlace(
	viewer: Viewer,
	seriesSlug: string,
	read?: ReadRecord
): Promise<Place> {
	const place = await findPlace(viewer, seriesSlug, read);
	if (place === null) throw new NotFound();
	return place;
}

/**
 * The viewer's place, for something inside one module. Facilitators prepare, so no lock holds them.
 * @throws NotFound, or Locked with why the module is locked and until when.
 */
export async function openPlace(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	read?: ReadRecord
): Promise<Place & { module: Module }> {
	const place = await getPlace(viewer, seriesSlug, read);
	const module = place.series.modules.find(({ slug }) => slug === moduleSlug);
	if (module === undefined) throw new NotFound();
	if (place.enrolment.role === 'participant') {
		const lock = lockOf(place.series, module, place.record, now());
		if (lock !== null) {
			throw new Locked(`“${module.title}” is still locked.`, lockSentence(lock, place.record.zone));
		}
	}
	return { ...place, module };
}

/**
 * The viewer's place in one certain cohort. It asks no lock: a meeting of the cohort has opened the module.
 * @throws NotFound where the enrolment is not the viewer's.
 */
export async function placeIn(
	viewer: Viewer,
	enrolmentId: string,
	moduleId: string
): Promise<Place & { module: Module }> {
	const enrolment = viewer.enrolments.find((mine) => mine.enrolmentId === enrolmentId);
	if (enrolment === undefined) throw new NotFound();
	const series = getSeries(enrolment.seriesId);
	const module = series.modules.find(({ id }) => id === moduleId);
	if (module === undefined) throw new NotFound();
	return { series, enrolment, module, record: await readRecord(enrolmentId) };
}
