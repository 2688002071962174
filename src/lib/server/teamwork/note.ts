import type { PoolClient } from 'pg';
import * as v from 'valibot';
import { LONGEST_ANSWER } from '../../answer.ts';
import type { Note } from '../../rubric.ts';
import { pageOwner, seal, unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { wholeNumber, words } from '../forms.ts';

/** What one person writes in one place of a block: an answer to a question, the evidence for a rating. */
export const noteInput = v.object({
	blockId: v.pipe(v.string(), v.maxLength(200)),
	part: v.pipe(v.string(), v.maxLength(200)),
	text: words(LONGEST_ANSWER, 'your words'),
	base: wholeNumber(0, 1_000_000_000, 'the revision'),
	owner: pageOwner,
	writer: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)), 'form'),
	sequence: v.optional(wholeNumber(0, 1_000_000_000, 'the sequence'), '0')
});

export type NoteInput = v.InferOutput<typeof noteInput>;

/** Either the words were kept, or another page kept other words first and nothing was written. */
export type SavedNote =
	| { status: 'saved'; revision: number; savedAt: Date }
	| { status: 'conflict'; theirs: { text: string; revision: number; savedAt: Date } };

type Writing = Pick<NoteInput, 'blockId' | 'part' | 'text' | 'base' | 'writer' | 'sequence'>;

/** Over the revision that the writer knows, or over the writer's own earlier save; never over another page's. */
const SAVE = `
	insert into work_note (enrolment_id, block_id, part, sealed, revision, writer, writer_sequence,
		created_at, updated_at)
	values ($1, $2, $3, $4, 1, $6, $7, $8, $8)
	on conflict (enrolment_id, block_id, part) do update set
		sealed = excluded.sealed,
		revision = work_note.revision + 1,
		writer = excluded.writer,
		writer_sequence = excluded.writer_sequence,
		updated_at = excluded.updated_at
	where work_note.revision = $5
		or (work_note.writer = excluded.writer and work_note.writer_sequence < excluded.writer_sequence)
	returning revision`;

/** Keeps the words. The caller has made sure that this person may write there now. */
export async function keepNote(
	client: PoolClient,
	enrolmentId: string,
	{ blockId, part, text, base, writer, sequence }: Writing
): Promise<SavedNote> {
	const place = notePlace(enrolmentId, blockId, part);
	const savedAt = now();
	const { rows } = await client.query<{ revision: number }>({
		name: 'save-work-note',
		text: SAVE,
		values: [enrolmentId, blockId, part, seal(text, place), base, writer, sequence, savedAt]
	});
	const [saved] = rows;
	if (saved !== undefined) return { status: 'saved', revision: saved.revision, savedAt };
	const found = await client.query<{ sealed: Buffer; revision: number; savedAt: Date }>(
		`select sealed, revision, updated_at as "savedAt" from work_note
		where enrolment_id = $1 and block_id = $2 and part = $3`,
		[enrolmentId, blockId, part]
	);
	const [held] = found.rows;
	if (held === undefined) throw new NotFound();
	const theirs = {
		text: unseal(held.sealed, place),
		revision: held.revision,
		savedAt: held.savedAt
	};
	if (theirs.text !== text) return { status: 'conflict', theirs };
	return { status: 'saved', revision: held.revision, savedAt: held.savedAt };
}

/** Words as a statement gives them in JSON. */
export type NoteRow = { part: string; sealed: string; revision: number; savedAt: string };

/** The columns of a note, for `json_build_object`. */
export const NOTE_JSON = `
	'part', work_note.part,
	'sealed', encode(work_note.sealed, 'base64'),
	'revision', work_note.revision,
	'savedAt', work_note.updated_at`;

export const noNote: Note = { text: '', revision: 0, savedAt: null };

export function openNote(enrolmentId: string, blockId: string, row: NoteRow): Note {
	const place = notePlace(enrolmentId, blockId, row.part);
	return {
		text: unseal(Buffer.from(row.sealed, 'base64'), place),
		revision: row.revision,
		savedAt: new Date(row.savedAt)
	};
}

/** What a note is sealed to. */
function notePlace(enrolmentId: string, blockId: string, part: string): string {
	return `note:${enrolmentId}:${blockId}:${part}`;
}
