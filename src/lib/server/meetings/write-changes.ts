import { seal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { Conflict } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { Meeting } from './meeting.ts';
import { noticePlace } from './notices.ts';

/** A meeting as it stood, and what becomes of it. */
export type MeetingChange = {
	meeting: Meeting;
	data: Partial<
		Pick<
			Meeting,
			| 'moduleId'
			| 'startsAt'
			| 'minutes'
			| 'place'
			| 'callLink'
			| 'variant'
			| 'zone'
			| 'setTime'
			| 'cancelledAt'
		>
	>;
};

/**
 * Whether its guests must hear of it: another time, place, call link, length or module, or it is called off or
 * brought back.
 */
export function isNews({ meeting, data }: MeetingChange): boolean {
	if (data.cancelledAt !== undefined) return true;
	if (data.startsAt !== undefined && data.startsAt.getTime() !== meeting.startsAt.getTime()) {
		return true;
	}
	return (['moduleId', 'minutes', 'place', 'callLink'] as const).some(
		(part) => data[part] !== undefined && data[part] !== meeting[part]
	);
}

/**
 * Writes all of them or none, each with a notice where there is news. What is written together bears the same
 * time: by it the notices of a set are one piece of news.
 * @returns how many are news.
 * @throws Conflict when one of them is no longer as it stood.
 */
export async function writeChanges(
	viewer: Viewer,
	changes: readonly MeetingChange[],
	{ reason, conflict }: { reason: string; conflict: string }
): Promise<number> {
	const told = changes.filter(isNews);
	const ids = told.map(({ meeting }) => meeting.id);
	const time = now();
	// In one order, so that two who change the same set wait for each other and do not lock each other out.
	const inOrder = changes.toSorted((one, other) => (one.meeting.id < other.meeting.id ? -1 : 1));
	await prisma().$transaction(async (tx) => {
		for (const { meeting, data } of inOrder) {
			const { id, sequence, variant, cancelledAt } = meeting;
			const { count } = await tx.liveSession.updateMany({
				where: { id, sequence, variant, startedAt: null, cancelledAt },
				data: ids.includes(id) ? { ...data, sequence: sequence + 1 } : data
			});
			if (count === 0) throw new Conflict(conflict);
		}
		await tx.meetingNotice.createMany({
			data: told.map(({ meeting }) => ({ ...noticeOf(meeting, reason), at: time }))
		});
		// Who changes it knows.
		const { personId } = viewer;
		await tx.meetingRead.deleteMany({ where: { personId, liveSessionId: { in: ids } } });
		await tx.meetingRead.createMany({
			data: told.map(({ meeting: { id, sequence } }) => ({
				liveSessionId: id,
				personId,
				sequence: sequence + 1
			})),
			skipDuplicates: true
		});
	});
	return told.length;
}

function noticeOf(
	{ id, sequence, moduleId, startsAt, minutes, place, callLink, cancelledAt }: Meeting,
	reason: string
) {
	const next = sequence + 1;
	return {
		liveSessionId: id,
		sequence: next,
		moduleId,
		startsAt,
		minutes,
		place,
		callLink,
		wasCancelled: cancelledAt !== null,
		sealed: reason === '' ? null : Uint8Array.from(seal(reason, noticePlace(id, next)))
	};
}
