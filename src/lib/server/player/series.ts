import { now } from '../clock.ts';
import {
	getPlace,
	nextStep,
	seriesProgress,
	type NextStep,
	type SeriesProgress
} from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

export type SeriesPage = SeriesProgress & {
	summary: string;
	introHtml: string;
	arcs: readonly { id: string; title: string; question: string }[];
	next: NextStep | null;
};

export async function readSeries(viewer: Viewer, seriesSlug: string): Promise<SeriesPage> {
	const place = await getPlace(viewer, seriesSlug);
	const { summary, introHtml, arcs } = place.series;
	const time = now();
	return { ...seriesProgress(place, time), summary, introHtml, arcs, next: nextStep(place, time) };
}
