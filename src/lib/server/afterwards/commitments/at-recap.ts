import type * as v from 'valibot';
import { prisma } from '../../db/index.ts';
import { NotFound } from '../../errors.ts';
import { guideOf } from '../../guides/index.ts';
import type { Viewer } from '../../viewer.ts';
import { keepCommitment, type commitmentInput } from './commitments.ts';
import { getMine } from '../meeting.ts';
import { commitmentPromptOf } from '../missed/tasks.ts';
import { readRecap } from '../recap/recap.ts';

/** Where the viewer can still take something on after a meeting; null when they have, and for who facilitates. */
export async function findCommitting(viewer: Viewer, meetingId: string): Promise<string | null> {
	const { enrolment } = await getMine(viewer, meetingId);
	if (enrolment.role !== 'participant') return null;
	const { enrolmentId } = enrolment;
	const made = await prisma().commitment.count({
		where: { enrolmentId, liveSessionId: meetingId }
	});
	return made > 0 ? null : enrolmentId;
}

/** Takes something on after a meeting, for who reads its recap: the next one opens with it. */
export async function commitAtRecap(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof commitmentInput>
): Promise<void> {
	await readRecap(viewer, meetingId);
	const { meeting, enrolment } = await getMine(viewer, meetingId);
	if (enrolment.role !== 'participant' || input.enrolment !== enrolment.enrolmentId) {
		throw new NotFound();
	}
	const { agenda } = await guideOf(meeting);
	await keepCommitment(viewer, input, {
		meetingId,
		moduleId: meeting.moduleId,
		promptId: commitmentPromptOf(agenda)
	});
}
