import { requirePageOwner } from '../answers/index.ts';
import { findBlock } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { openPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { saveInquiryAnswer } from './inquiry.ts';
import type { NoteInput, SavedNote } from './note.ts';
import { saveEvidence } from './observation.ts';

/** Keeps what the viewer is writing in one place of a rubric or an inquiry. */
export async function saveNote(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: NoteInput
): Promise<SavedNote> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, input.owner);
	const found = findBlock(input.blockId);
	if (found?.module.id !== place.module.id) throw new NotFound();
	const { block } = found;
	const { enrolmentId } = place.enrolment;
	if (block.kind === 'rubric') return saveEvidence(enrolmentId, block, input);
	if (block.kind === 'questions') return saveInquiryAnswer(enrolmentId, { ...found, block }, input);
	throw new NotFound();
}
