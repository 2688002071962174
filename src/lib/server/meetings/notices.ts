import * as v from 'valibot';
import { unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { getSeries } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { uuid, wholeNumber } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { endOf, meetingOf, meetingShape, type Meeting } from './meeting.ts';

/** What changed about a meeting since somebody last knew, and has not happened yet. */
export type MeetingNews = {
	meetingId: string;
	/** Sent back when it is read. */
	sequence: number;
	cohortName: string;
	moduleTitle: string;
	/** IANA name of the zone in which its times are meant. */
	zone: string;
	isCancelled: boolean;
	/** What a facilitator said to each change, the last one first. */
	reasons: string[];
	startsAt: Date;
	/** Each is as it was before, and null where it is the same. */
	was: {
		startsAt: Date | null;
		minutes: number | null;
		moduleTitle: string | null;
		/** Empty where there was none. */
		place: string | null;
		callLink: string | null;
	};
	minutes: number;
	place: string | null;
	callLink: string | null;
};

export const noticeInput = v.object({
	meeting: uuid,
	sequence: wholeNumber(1, 1_000_000, 'the version')
});

/** Where the words of a notice are sealed for. */
export function noticePlace(meetingId: string, sequence: number): string {
	return `meeting:${meetingId}:${sequence}`;
}

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 366 * DAY;

/** What is new about the meetings of the viewer’s cohorts, until they have read it or it is past. */
export async function listMeetingNews(viewer: Viewer): Promise<MeetingNews[]> {
	const time = now();
	const rows = await prisma().liveSession.findMany({
		where: {
			cohortId: { in: viewer.enrolments.map(({ cohortId }) => cohortId) },
			rehearsal: false,
			startedAt: null,
			sequence: { gt: 0 },
			startsAt: { gte: new Date(time.getTime() - DAY), lte: new Date(time.getTime() + 2 * YEAR) }
		},
		orderBy: { startsAt: 'asc' },
		select: {
			...meetingShape,
			notices: { orderBy: { sequence: 'asc' } },
			reads: { where: { personId: viewer.personId }, select: { sequence: true } },
			cohort: {
				select: {
					...meetingShape.cohort.select,
					enrolments: { where: { personId: viewer.personId }, select: { createdAt: true } }
				}
			}
		}
	});
	return rows.flatMap(({ notices, reads, ...row }) => {
		const meeting = meetingOf(row);
		if (endOf(meeting) < time) return [];
		const known = reads[0]?.sequence ?? 0;
		const joined = row.cohort.enrolments[0]?.createdAt ?? time;
		// Who came later has only seen it as it was then.
		const unread = notices.filter(({ sequence, at }) => sequence > known && at >= joined);
		const news = newsOf(meeting, unread);
		return news === null ? [] : [news];
	});
}

type Notice = {
	sequence: number;
	moduleId: string;
	startsAt: Date;
	minutes: number;
	place: string | null;
	callLink: string | null;
	sealed: Uint8Array | null;
};

/** Several changes are one piece of news: how it was when they last looked, and how it is. */
function newsOf(meeting: Meeting, unread: readonly Notice[]): MeetingNews | null {
	const [before] = unread;
	if (before === undefined) return null;
	const was = {
		startsAt: before.startsAt.getTime() === meeting.startsAt.getTime() ? null : before.startsAt,
		minutes: before.minutes === meeting.minutes ? null : before.minutes,
		moduleTitle: before.moduleId === meeting.moduleId ? null : titleOf(meeting, before.moduleId),
		place: before.place === meeting.place ? null : (before.place ?? ''),
		callLink: before.callLink === meeting.callLink ? null : (before.callLink ?? '')
	};
	const isCancelled = meeting.cancelledAt !== null;
	// Moved and moved back: there is nothing to tell.
	if (!isCancelled && Object.values(was).every((part) => part === null)) return null;
	return {
		meetingId: meeting.id,
		sequence: meeting.sequence,
		cohortName: meeting.cohortName,
		moduleTitle: meeting.moduleTitle,
		zone: meeting.zone,
		isCancelled,
		reasons: unread
			.toReversed()
			.flatMap(({ sealed, sequence }) =>
				sealed === null ? [] : [unseal(sealed, noticePlace(meeting.id, sequence))]
			),
		startsAt: meeting.startsAt,
		was,
		minutes: meeting.minutes,
		place: meeting.place,
		callLink: meeting.callLink
	};
}

function titleOf({ seriesId }: Meeting, moduleId: string): string {
	return getSeries(seriesId).modules.find(({ id }) => id === moduleId)?.title ?? '';
}

/** Says that the viewer has read what is new about a meeting, up to the change that they saw. */
export async function readNews(
	viewer: Viewer,
	{ meeting: meetingId, sequence: seen }: v.InferOutput<typeof noticeInput>
): Promise<void> {
	const meeting = await prisma().liveSession.findFirst({
		where: { id: meetingId, cohortId: { in: viewer.enrolments.map(({ cohortId }) => cohortId) } },
		select: { sequence: true }
	});
	if (meeting === null) throw new NotFound();
	const sequence = Math.min(seen, meeting.sequence);
	const { personId } = viewer;
	await prisma().meetingRead.upsert({
		where: { liveSessionId_personId: { liveSessionId: meetingId, personId } },
		create: { liveSessionId: meetingId, personId, sequence },
		update: { sequence }
	});
}
