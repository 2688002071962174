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
	// @wc-include
	const first = ['Level', 'Organization', 'Kind', 'Participants', 'Started'];
	const head = [
		...first,
		...modules.map((title, at) => `Finished ${at + 1}. ${title}`),
		'Finished series'
	];
	// @wc-include
	const kinds = { state: 'state', county: 'county', district: 'district', school: 'school' };
	const body = rows.map((row) => [
		String(row.level),
		row.isOwn ? `The people of ${row.name} itself` : row.name,
		kinds[row.kind],
		...[row.participants, row.started, ...row.finished, row.finishedSeries].map(figureOf)
	]);
	const title = shown === null ? 'No series' : `Series: ${shown.title}`;
	return [[title], head, ...body];
}

function figureOf(shown: Shown): string {
	if (shown.kind === 'exact') return String(shown.value);
	// @wc-include
	const hidden = { few: 'fewer than 5', most: 'all or nearly all', hidden: 'hidden' };
	return hidden[shown.kind];
}
