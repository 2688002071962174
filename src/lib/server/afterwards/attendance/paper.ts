import type { Choice } from '../../../blocks.ts';
import { findBlock, type AgendaBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { NotFound } from '../../errors.ts';
import { guideOf } from '../../guides/index.ts';
import { readMeeting, type MeetingPage } from '../../meetings/index.ts';
import type { Viewer } from '../../viewer.ts';
import { slipCodes } from './slips.ts';
import { GUEST_ROWS } from './enter-sheet.ts';
import { commitmentPromptOf, tasksOf } from '../missed/tasks.ts';

/** A meeting on paper: the sheet to sign, and a slip for each person to write on. */

export type PaperPrompt = { id: string; html: string; choices: Choice[] };

export type Paper = {
	meeting: Pick<
		MeetingPage,
		'id' | 'cohortName' | 'moduleTitle' | 'startsAt' | 'minutes' | 'zone' | 'place' | 'live'
	>;
	/** Everybody of the cohort who takes part. */
	people: { enrolmentId: string; name: string; slip: string }[];
	guestRows: number;
	prompts: PaperPrompt[];
	/** Whether the meeting asks what they will do. */
	hasCommitment: boolean;
};

/** @throws NotFound for who does not facilitate it, a rehearsal, and one that is cancelled. */
export async function readPaper(viewer: Viewer, meetingId: string): Promise<Paper> {
	const meeting = await readMeeting(viewer, meetingId);
	if (meeting.rehearsal || meeting.cancelledAt !== null) throw new NotFound();
	const [{ agenda }, enrolled] = await Promise.all([
		guideOf(meeting),
		prisma().enrolment.findMany({
			where: { cohortId: meeting.cohortId, role: 'participant' },
			orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
			select: { id: true, person: { select: { name: true } } }
		})
	]);
	const slips = slipCodes(
		meetingId,
		enrolled.map(({ id }) => id)
	);
	const { id, cohortName, moduleTitle, startsAt, minutes, zone, place, live } = meeting;
	return {
		meeting: { id, cohortName, moduleTitle, startsAt, minutes, zone, place, live },
		people: enrolled.map(({ id: enrolmentId, person }) => ({
			enrolmentId,
			name: person.name,
			slip: slips.get(enrolmentId) ?? ''
		})),
		guestRows: GUEST_ROWS,
		prompts: promptsOf(agenda),
		hasCommitment: commitmentPromptOf(agenda) !== null
	};
}

/** What the meeting asks and a pen can answer, in the order of the agenda. */
function promptsOf(agenda: readonly AgendaBlock[]): PaperPrompt[] {
	return tasksOf(agenda, () => false, []).flatMap(({ blockId }) => {
		const block = findBlock(blockId)?.block;
		if (block?.kind === 'reflect') return [{ id: blockId, html: block.promptHtml, choices: [] }];
		if (block?.kind !== 'poll' && block?.kind !== 'check') return [];
		// What is right stays on the server.
		const choices = block.choices.map(({ id, text }) => ({ id, text }));
		return [{ id: blockId, html: block.promptHtml, choices }];
	});
}
