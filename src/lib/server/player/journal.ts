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
}> {
	const [entries, placements, work, sheets, saved] = await Promise.all([
		listJournal(viewer),
		listPlacements(viewer),
		listWorkJournal(viewer),
		listSheetJournal(viewer),
		listSavedPlaces(viewer)
	]);
	return { entries, placements, work: [...work, ...sheets], saved };
}
