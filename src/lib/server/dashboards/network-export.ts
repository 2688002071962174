import { writeCsv } from '../csv.ts';
import type { Viewer } from '../viewer.ts';
import { readNetwork, type NetworkView } from './network.ts';
import type { Shown } from './tally.ts';

/** The network's figures as CSV, hidden where the page hides them. */
export async function exportNetwork(viewer: Viewer, seriesSlug: string | null): Promise<string> {
	return writeCsv(tableOf(await readNetwork(viewer, seriesSlug)));
}

function tableOf({ shown, rows }: NetworkView): string[][] {
	const modules = shown?.modules ?? [];
	const head = [
		'Level',
		'Organization',
		'Kind',
		'Participants',
		'Started',
		...modules.map((title, at) => `Finished ${at + 1}. ${title}`),
		'Finished series'
	];
	const body = rows.map((row) => [
		String(row.level),
		row.isOwn ? `${row.name} itself` : row.name,
		row.kind,
		...[row.participants, row.started, ...row.finished, row.finishedSeries].map(words)
	]);
	return [[`Series: ${shown?.title ?? 'none'}`], head, ...body];
}

function words(shown: Shown): string {
	if (shown.kind === 'exact') return String(shown.value);
	return { few: 'fewer than 5', most: 'all or nearly all', hidden: 'hidden' }[shown.kind];
}
