import type * as v from 'valibot';
import { now } from '../clock.ts';
import { Conflict, Refused } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { changedMeanwhile, type CancelInput } from './change.ts';
import { requireSeen, setChangedMeanwhile, type cancelSetInput } from './change-set.ts';
import { endOf, getMeeting, type Meeting } from './meeting.ts';
import { listMeant } from './set.ts';
import { showSet, type SetPreview } from './set-preview.ts';
import { writeChanges, type MeetingChange } from './write-changes.ts';

/**
 * A meeting that was called off takes place after all, as it was planned: the same entry in calendars, the same code,
 * place, call and roles. Its guests hear of it once.
 */

/** Whether it is called off and its time is not over yet. What has begun is never brought back. */
export function canComeBack(meeting: Meeting): boolean {
	const { cancelledAt, startedAt, endedAt } = meeting;
	const isOff = cancelledAt !== null && startedAt === null && endedAt === null;
	return isOff && endOf(meeting) > now();
}

export async function bringBack(
	viewer: Viewer,
	meetingId: string,
	input: Omit<CancelInput, 'scope'>
): Promise<void> {
	const meeting = await requireCancelled(viewer, meetingId, input.base);
	await writeChanges(viewer, bringing([meeting]), {
		reason: input.reason,
		conflict: changedMeanwhile()
	});
}

/** Which of those that were called off together would take place after all. Nothing is written. */
export async function previewBringBack(
	viewer: Viewer,
	meetingId: string,
	input: CancelInput
): Promise<SetPreview> {
	const meeting = await requireCancelled(viewer, meetingId, input.base);
	const meetings = await listMeant(meeting, input.scope);
	return showSet(meetings, bringing(meetings), new Set());
}

/** Brings back what the preview showed. @returns how many meetings that are. */
export async function bringSetBack(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof cancelSetInput>
): Promise<number> {
	const meeting = await requireCancelled(viewer, meetingId, input.base);
	const meetings = await listMeant(meeting, input.scope);
	requireSeen(meetings, input.seen);
	return writeChanges(viewer, bringing(meetings), {
		reason: input.reason,
		conflict: setChangedMeanwhile()
	});
}

function bringing(meetings: readonly Meeting[]): MeetingChange[] {
	return meetings.map((meeting) => ({ meeting, data: { cancelledAt: null } }));
}

/** A meeting that is called off and still ahead, as the page had it. */
async function requireCancelled(
	viewer: Viewer,
	meetingId: string,
	sequence: number
): Promise<Meeting> {
	const meeting = await getMeeting(viewer, meetingId);
	if (meeting.cancelledAt === null || meeting.sequence !== sequence) {
		throw new Conflict(changedMeanwhile());
	}
	if (!canComeBack(meeting)) {
		throw new Refused('The time of this meeting is over. Plan another one instead.');
	}
	return meeting;
}
