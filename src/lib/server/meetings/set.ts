import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { meetingOf, meetingShape, type Meeting } from './meeting.ts';

/** Meetings that were planned together, and which of them somebody means. */

export const SCOPES = ['this', 'following', 'ahead'] as const;
/** The meeting alone, with those that follow it in its set, or with all of its set that are ahead. */
export type Scope = (typeof SCOPES)[number];

export const scope = v.optional(v.picklist(SCOPES, 'Choose which meetings you mean.'), 'this');

/** How many meetings each choice means, the meeting itself among them. */
export type SetSize = { following: number; ahead: number };

/**
 * The meetings that are meant, in the order of time. Besides the meeting itself only those that can still be
 * changed: what has begun or is over stays as it is, and so does what is cancelled; for a meeting that is cancelled
 * itself they are those that were called off together with it.
 */
export async function listMeant(meeting: Meeting, meant: Scope): Promise<Meeting[]> {
	if (meant === 'this' || meeting.setId === null) return [meeting];
	const from = meant === 'following' && meeting.startsAt > now() ? meeting.startsAt : now();
	const rows = await prisma().liveSession.findMany({
		where: {
			setId: meeting.setId,
			cohortId: meeting.cohortId,
			id: { not: meeting.id },
			rehearsal: false,
			startedAt: null,
			cancelledAt: meeting.cancelledAt,
			startsAt: { gte: from }
		},
		select: meetingShape
	});
	return [meeting, ...rows.map(meetingOf)].sort(
		(one, other) => one.startsAt.getTime() - other.startsAt.getTime()
	);
}

/** Null where there is nothing to choose: the meeting is alone, or the only one of its set that is ahead. */
export async function sizeSet(meeting: Meeting): Promise<SetSize | null> {
	const ahead = await listMeant(meeting, 'ahead');
	if (ahead.length < 2) return null;
	const following = ahead.filter(({ startsAt }) => startsAt >= meeting.startsAt).length;
	return { following, ahead: ahead.length };
}

/** The days that were skipped when the set was planned. */
export async function skipsOfSet(setId: string | null): Promise<readonly string[]> {
	if (setId === null) return [];
	const set = await prisma().meetingSet.findUnique({
		where: { id: setId },
		select: { skips: true }
	});
	return set?.skips ?? [];
}

/** Names how some meetings stand: another name as soon as one of them, or which they are, is different. */
export function nameState(meetings: readonly Meeting[]): string {
	const state = meetings.map((meeting) => [
		meeting.id,
		meeting.sequence,
		meeting.moduleId,
		meeting.variant,
		meeting.startsAt.toISOString(),
		meeting.minutes,
		meeting.zone,
		meeting.place,
		meeting.callLink,
		meeting.setTime
	]);
	return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 32);
}
