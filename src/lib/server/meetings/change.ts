import * as v from 'valibot';
import { seal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { Conflict, Refused } from '../errors.ts';
import { wholeNumber, words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { meetingFields, requireGuide, requireModule, requireMoment } from './fields.ts';
import { getMeeting, type Meeting } from './meeting.ts';
import { noticePlace } from './notices.ts';

/** Changing and cancelling, and leaving a notice of it for who is invited. */

const base = {
	/** The meeting’s sequence as the page had it. */
	base: wholeNumber(0, 1_000_000, 'the version'),
	reason: v.pipe(words(500, 'what people should know'), v.trim())
};

export const changeInput = v.object({ ...meetingFields, ...base });
export const cancelInput = v.object(base);

/**
 * Changes a meeting. Its guests hear of it when there is something to hear: another time, place, call link,
 * length or module.
 * @returns whether they do.
 */
export async function changeMeeting(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof changeInput>
): Promise<boolean> {
	const meeting = await requirePlanned(viewer, meetingId);
	const module = requireModule(meeting.seriesId, input.module);
	const guide = requireGuide(module, input.variant);
	const changed = {
		moduleId: module.id,
		startsAt: requireMoment(input.zone, input.day, input.time),
		minutes: input.minutes ?? guide.minutes,
		place: input.place || null,
		callLink: input.callLink || null
	};
	const isNews =
		changed.startsAt.getTime() !== meeting.startsAt.getTime() ||
		(['moduleId', 'minutes', 'place', 'callLink'] as const).some(
			(part) => changed[part] !== meeting[part]
		);
	await write(viewer, meeting, {
		...input,
		data: { ...changed, variant: input.variant, zone: input.zone },
		isNews
	});
	return isNews;
}

/** Calls a meeting off. It stays in calendars as cancelled, and nobody can come in. */
export async function cancelMeeting(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof cancelInput>
): Promise<void> {
	const meeting = await requirePlanned(viewer, meetingId);
	await write(viewer, meeting, { ...input, data: { cancelledAt: now() }, isNews: true });
}

async function requirePlanned(viewer: Viewer, meetingId: string): Promise<Meeting> {
	const meeting = await getMeeting(viewer, meetingId);
	if (meeting.cancelledAt !== null) {
		throw new Refused('This meeting is cancelled. Plan another one instead.');
	}
	if (meeting.startedAt !== null) {
		throw new Refused('This meeting has begun, so its plan stays as it is.');
	}
	return meeting;
}

type Change = {
	base: number;
	reason: string;
	isNews: boolean;
	data: Partial<Pick<Meeting, 'moduleId' | 'startsAt' | 'minutes' | 'place' | 'callLink'>> & {
		variant?: string;
		zone?: string;
		cancelledAt?: Date;
	};
};

async function write(
	viewer: Viewer,
	{ id, sequence, moduleId, startsAt, minutes, place, callLink }: Meeting,
	change: Change
): Promise<void> {
	const next = sequence + (change.isNews ? 1 : 0);
	await prisma().$transaction(async (tx) => {
		const { count } = await tx.liveSession.updateMany({
			where: { id, sequence: change.base, startedAt: null, cancelledAt: null },
			data: { ...change.data, sequence: next }
		});
		if (count === 0 || sequence !== change.base) {
			throw new Conflict(
				'Somebody changed this meeting a moment ago. Look at how it stands now, and send your change again.'
			);
		}
		if (!change.isNews) return;
		const sealed =
			change.reason === '' ? null : Uint8Array.from(seal(change.reason, noticePlace(id, next)));
		await tx.meetingNotice.create({
			data: {
				liveSessionId: id,
				sequence: next,
				at: now(),
				moduleId,
				startsAt,
				minutes,
				place,
				callLink,
				sealed
			}
		});
		// Who changes it knows.
		await tx.meetingRead.upsert({
			where: { liveSessionId_personId: { liveSessionId: id, personId: viewer.personId } },
			create: { liveSessionId: id, personId: viewer.personId, sequence: next },
			update: { sequence: next }
		});
	});
}
