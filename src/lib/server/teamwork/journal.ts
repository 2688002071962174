import { findBlock, type Block } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { NOTE_JSON, openNote, type NoteRow } from './note.ts';

/** What the viewer wrote in one block that a team works on. */
export type WorkEntry = {
	id: string;
	blockId: string;
	/** Null when its author has retired it. */
	title: string | null;
	moduleTitle: string | null;
	href: string | null;
	cohortName: string;
	savedAt: Date;
	words: { about: string; text: string }[];
};

type Row = {
	enrolmentId: string;
	blockId: string;
	cohortName: string;
	savedAt: Date;
	notes: NoteRow[];
	/** The places of the visits that the notes may be about, by id. */
	visits: Record<string, string>;
};

const WRITTEN = `
	select work_note.enrolment_id as "enrolmentId", work_note.block_id as "blockId",
		cohort.name as "cohortName", max(work_note.updated_at) as "savedAt",
		json_agg(json_build_object(${NOTE_JSON}) order by work_note.created_at, work_note.id) as notes,
		(select coalesce(json_object_agg(visit.id, visit.place), '{}') from visit
			where visit.block_id = work_note.block_id and visit.cohort_id = cohort.id) as visits
	from work_note
	join enrolment on enrolment.id = work_note.enrolment_id
	join cohort on cohort.id = enrolment.cohort_id
	where enrolment.person_id = $1
	group by work_note.enrolment_id, work_note.block_id, cohort.id
	order by max(work_note.updated_at) desc`;

/** What the viewer wrote in the work of their teams, the newest first. */
export async function listWorkJournal(viewer: Viewer): Promise<WorkEntry[]> {
	const rows = await statement<Row>('work-journal', WRITTEN, [viewer.personId]);
	return rows.flatMap((row) => {
		const found = findBlock(row.blockId);
		const words = row.notes
			.map((note) => ({
				about: subjectOf(found?.block ?? null, note.part, row.visits),
				text: openNote(row.enrolmentId, row.blockId, note).text.trim()
			}))
			.filter(({ text }) => text !== '');
		if (words.length === 0) return [];
		return [
			{
				id: `${row.enrolmentId}-${row.blockId}`,
				blockId: row.blockId,
				title: found && 'title' in found.block ? found.block.title : null,
				moduleTitle: found?.module.title ?? null,
				href: found
					? `/learn/${found.series.slug}/${found.module.slug}/${found.step.slug}#${row.blockId}`
					: null,
				cohortName: row.cohortName,
				savedAt: row.savedAt,
				words
			}
		];
	});
}

/** What a note is about, in the author's words. */
function subjectOf(block: Block | null, part: string, visits: Record<string, string>): string {
	if (block?.kind === 'questions') {
		const all = block.lenses.flatMap(({ questions }) => questions);
		return all.find(({ id }) => id === part)?.text ?? '';
	}
	const [visitId = '', indicatorId] = part.split('.');
	const indicator =
		block?.kind === 'rubric' ? block.indicators.find(({ id }) => id === indicatorId) : undefined;
	return [visits[visitId], indicator?.text].filter(Boolean).join(': ');
}
