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
	/** It was called off, and takes place after all. */
	isBack: boolean;
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

/** As many as a set may have. */
const MOST = 40;
const sequence = wholeNumber(1, 1_000_000, 'the version');

/** One meeting, or several that are one piece of news: then each field is sent as often. */
export const noticeInput = v.pipe(
	v.object({ meeting: oneOrMore(uuid), sequence: oneOrMore(sequence) }),
	v.check(
		({ meeting, sequence: seen }) => meeting.length === seen.length,
		'There is no such thing here.'
	),
	v.transform(({ meeting, sequence: seen }) =>
		meeting.map((id, at) => ({ meeting: id, sequence: seen[at] ?? 1 }))
	)
);

function oneOrMore<Item extends v.GenericSchema<unknown, unknown>>(item: Item) {
	return v.pipe(
		v.unknown(),
		v.transform((sent): unknown[] => (Array.isArray(sent) ? sent : [sent])),
		v.array(item),
		v.maxLength(MOST, 'There is no such thing here.')
	);
}

/** Where the words of a notice are sealed for. */
export function noticePlace(meetingId: string, sequence: number): string {
	return `meeting:${meetingId}:${sequence}`;
}

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 366 * DAY;

/**
 * What is new about the meetings of the viewer’s cohorts, until they have read it or it is past. Meetings of a
 * set that were last changed together stand together: they are one piece of news.
 */
export async function listMeetingNews(viewer: Viewer): Promise<MeetingNews[][]> {
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
	const pieces = new Map<string, MeetingNews[]>();
	for (const { notices, reads, ...row } of rows) {
		const meeting = meetingOf(row);
		if (endOf(meeting) < time) continue;
		const known = reads[0]?.sequence ?? 0;
		const joined = row.cohort.enrolments[0]?.createdAt ?? time;
		// Who came later has only seen it as it was then.
		const unread = notices.filter(({ sequence, at }) => sequence > known && at >= joined);
		const news = newsOf(meeting, unread);
		if (news === null) continue;
		const last = unread.at(-1)?.at.getTime();
		const together = meeting.setId === null ? meeting.id : `${meeting.setId} ${last}`;
		pieces.set(together, [...(pieces.get(together) ?? []), news]);
	}
	return [...pieces.values()];
}

type Notice = {
	sequence: number;
	moduleId: string;
	startsAt: Date;
	minutes: number;
	place: string | null;
	callLink: string | null;
	wasCancelled: boolean;
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
	// Who knows that it is called off need not hear that it was to take place for a while.
	if (isCancelled && before.wasCancelled) return null;
	const broughtBack = isCancelled ? -1 : unread.findLastIndex(({ wasCancelled }) => wasCancelled);
	const isBack = broughtBack >= 0;
	// Moved and moved back: there is nothing to tell. Called off and brought back is told also to who has not said
	// that they read the first: they may have heard it somewhere, and would stay away.
	if (!isCancelled && !isBack && Object.values(was).every((part) => part === null)) return null;
	return {
		meetingId: meeting.id,
		sequence: meeting.sequence,
		cohortName: meeting.cohortName,
		moduleTitle: meeting.moduleTitle,
		zone: meeting.zone,
		isCancelled,
		isBack,
		// Why it was called off holds no longer once it is not.
		reasons: unread
			.slice(Math.max(0, broughtBack))
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

/** Says that the viewer has read what is new about some meetings, each up to the change that they saw. */
export async function readNews(
	viewer: Viewer,
	seen: v.InferOutput<typeof noticeInput>
): Promise<void> {
	const ids = seen.map(({ meeting }) => meeting);
	const meetings = await prisma().liveSession.findMany({
		where: {
			id: { in: ids },
			cohortId: { in: viewer.enrolments.map(({ cohortId }) => cohortId) }
		},
		select: { id: true, sequence: true }
	});
	if (meetings.length !== new Set(ids).size) throw new NotFound();
	const { personId } = viewer;
	await prisma().$transaction(
		meetings.map(({ id, sequence: newest }) => {
			const read = Math.min(newest, seen.find(({ meeting }) => meeting === id)?.sequence ?? 0);
			return prisma().meetingRead.upsert({
				where: { liveSessionId_personId: { liveSessionId: id, personId } },
				create: { liveSessionId: id, personId, sequence: read },
				update: { sequence: read }
			});
		})
	);
}
