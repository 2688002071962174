import * as v from 'valibot';
import { now } from '../clock.ts';
import { Conflict, Refused } from '../errors.ts';
import { wholeNumber, words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { meetingFields, requireGuide, requireModule, requireMoment } from './fields.ts';
import { getMeeting, type Meeting } from './meeting.ts';
import { scope } from './set.ts';
import { writeChanges } from './write-changes.ts';

/** Changing and cancelling, and leaving a notice of it for who is invited. */

const base = {
	/** The meeting’s sequence as the page had it. */
	base: wholeNumber(0, 1_000_000, 'the version'),
	reason: v.pipe(words(500, 'what people should know'), v.trim()),
	scope
};

export const changeInput = v.object({ ...meetingFields, ...base });
export const cancelInput = v.object(base);
export type ChangeInput = v.InferOutput<typeof changeInput>;
export type CancelInput = v.InferOutput<typeof cancelInput>;

/**
 * Changes a meeting, and no other of its set. Its guests hear of it when there is something to hear.
 * @returns whether they do.
 */
export async function changeMeeting(
	viewer: Viewer,
	meetingId: string,
	input: Omit<ChangeInput, 'scope'>
): Promise<boolean> {
	const meeting = await requirePlanned(viewer, meetingId, input.base);
	const module = requireModule(meeting.seriesId, input.module);
	const guide = requireGuide(module, input.variant);
	const data = {
		moduleId: module.id,
		startsAt: requireMoment(input.zone, input.day, input.time),
		minutes: input.minutes ?? guide.minutes,
		place: input.place || null,
		callLink: input.callLink || null,
		variant: input.variant,
		zone: input.zone
	};
	const told = await writeChanges(viewer, [{ meeting, data }], {
		reason: input.reason,
		conflict: changedMeanwhile()
	});
	return told > 0;
}

/** Calls a meeting off. It stays in calendars as cancelled, and nobody can come in. */
export async function cancelMeeting(
	viewer: Viewer,
	meetingId: string,
	input: Omit<CancelInput, 'scope'>
): Promise<void> {
	const meeting = await requirePlanned(viewer, meetingId, input.base);
	await writeChanges(viewer, [{ meeting, data: { cancelledAt: now() } }], {
		reason: input.reason,
		conflict: changedMeanwhile()
	});
}

/** A meeting that is still to come, as the page had it. */
export async function requirePlanned(
	viewer: Viewer,
	meetingId: string,
	sequence: number
): Promise<Meeting> {
	const meeting = await getMeeting(viewer, meetingId);
	if (meeting.cancelledAt !== null) {
		throw new Refused('This meeting is cancelled. Bring it back first, or plan another one.');
	}
	if (meeting.startedAt !== null) {
		throw new Refused('This meeting has begun, so its plan stays as it is.');
	}
	if (meeting.sequence !== sequence) throw new Conflict(changedMeanwhile());
	return meeting;
}

export function changedMeanwhile(): string {
	return 'Somebody changed this meeting a moment ago. Look at how it stands now, and send your change again.';
}
