import { listRecaps, type RecapLink } from '../afterwards/index.ts';
import { now } from '../clock.ts';
import {
	getPlace,
	listSavedPlaces,
	nextStep,
	seriesProgress,
	type NextStep,
	type SavedPlace,
	type SeriesProgress
} from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { findInSeries, type FoundInSeries } from './find-steps.ts';

export type SeriesPage = SeriesProgress & {
	summary: string;
	introHtml: string;
	arcs: readonly { id: string; title: string; question: string }[];
	next: NextStep | null;
	/** Whether its modules may be taken in any order. */
	isAnyOrder: boolean;
	/** What was looked for in it, and what was found. */
	found: FoundInSeries | null;
	saved: SavedPlace[];
	/** Of meetings of the cohorts in which the viewer works through it. */
	recaps: RecapLink[];
};

export async function readSeries(
	viewer: Viewer,
	seriesSlug: string,
	words: string
): Promise<SeriesPage> {
	const place = await getPlace(viewer, seriesSlug);
	const { summary, introHtml, arcs, order } = place.series;
	const time = now();
	const [found, saved, recaps] = await Promise.all([
		findInSeries(viewer, place, words),
		listSavedPlaces(viewer, [place.enrolment.enrolmentId]),
		listRecaps(viewer)
	]);
	return {
		...seriesProgress(place, time),
		summary,
		introHtml,
		arcs,
		next: nextStep(place, time),
		isAnyOrder: order === 'any',
		found,
		saved,
		recaps: recaps.filter(({ cohortId }) => cohortId === place.enrolment.cohortId)
	};
}
