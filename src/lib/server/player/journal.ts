import { listRecaps, type RecapLink } from '../afterwards/index.ts';
import {
	listJournal,
	listPlacements,
	type JournalEntry,
	type PlacementEntry
} from '../answers/index.ts';
import { listSavedPlaces, type SavedPlace } from '../progress/index.ts';
import { listSheetJournal, listWorkJournal, type WorkEntry } from '../teamwork/index.ts';
import type { Viewer } from '../viewer.ts';

/** Everything that the viewer wrote: alone, and in the work of their teams. */
export async function readJournal(viewer: Viewer): Promise<{
	entries: JournalEntry[];
	placements: PlacementEntry[];
	work: WorkEntry[];
	saved: SavedPlace[];
	recaps: RecapLink[];
}> {
	const [entries, placements, work, sheets, saved, recaps] = await Promise.all([
		listJournal(viewer),
		listPlacements(viewer),
		listWorkJournal(viewer),
		listSheetJournal(viewer),
		listSavedPlaces(viewer),
		listRecaps(viewer)
	]);
	return { entries, placements, work: [...work, ...sheets], saved, recaps };
}
