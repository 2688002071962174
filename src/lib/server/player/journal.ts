import {
	listMyCommitments,
	listRecaps,
	type MyCommitment,
	type RecapLink
} from '../afterwards/index.ts';
import { listCohorts } from '../cohorts/index.ts';
import {
	listJournal,
	listPlacements,
	type JournalEntry,
	type PlacementEntry
} from '../answers/index.ts';
import { listInRooms, listSaid, type InRoom, type SaidEntry } from '../live/index.ts';
import { listSavedPlaces, type SavedPlace } from '../progress/index.ts';
import { listSheetJournal, listWorkJournal, type WorkEntry } from '../teamwork/index.ts';
import type { Viewer } from '../viewer.ts';

/** Everything that the viewer wrote: alone, and in the work of their teams. */
export async function readJournal(viewer: Viewer): Promise<{
	/** `inRoom` of what others could read in a meeting. */
	entries: (JournalEntry & { inRoom: InRoom | null })[];
	placements: PlacementEntry[];
	work: WorkEntry[];
	said: SaidEntry[];
	saved: SavedPlace[];
	recaps: RecapLink[];
	commitments: MyCommitment[];
	/** Where a commitment can be kept. */
	places: { enrolmentId: string; cohortName: string }[];
}> {
	const [entries, inRooms, placements, work, sheets, said, saved, recaps, commitments, cohorts] =
		await Promise.all([
			listJournal(viewer),
			listInRooms(viewer),
			listPlacements(viewer),
			listWorkJournal(viewer),
			listSheetJournal(viewer),
			listSaid(viewer),
			listSavedPlaces(viewer),
			listRecaps(viewer),
			listMyCommitments(viewer),
			listCohorts(viewer)
		]);
	const places = viewer.enrolments.flatMap(({ enrolmentId, cohortId }) => {
		const cohort = cohorts.find(({ id }) => id === cohortId);
		return cohort === undefined ? [] : [{ enrolmentId, cohortName: cohort.name }];
	});
	return {
		entries: entries.map((entry) => ({ ...entry, inRoom: inRooms.get(entry.answerId) ?? null })),
		placements,
		work: [...work, ...sheets],
		said,
		saved,
		recaps,
		commitments,
		places
	};
}
