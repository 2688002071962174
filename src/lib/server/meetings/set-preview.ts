import { prisma } from '../db/index.ts';
import { writtenIn } from '../cohorts/index.ts';
import type { Variant } from '../curriculum/index.ts';
import { endOf, meetingOf, meetingShape, type Meeting } from './meeting.ts';
import { clashing } from './move-set.ts';
import { nameState, skipsOfSet } from './set.ts';
import type { MeetingChange } from './write-changes.ts';

/** Another meeting of the cohort at the same time. */
export type Clash = { title: string; startsAt: Date; zone: string };

/** One meeting of what would be done, before and after. */
export type MeetingPreview = {
	id: string;
	moduleTitle: string;
	was: { startsAt: Date; zone: string };
	/** Null where it is called off. */
	will: { startsAt: Date; zone: string } | null;
	/** It was moved alone before, and stays where it was put. */
	isApart: boolean;
	/** Its new day was skipped when the set was planned. */
	isSkipped: boolean;
	clashes: Clash[];
	/** What else is different about it, and only that. */
	parts: { minutes?: number; place?: string | null; callLink?: string | null; variant?: Variant };
};

/** What would become of several meetings of a set. */
export type SetPreview = {
	/** Sent back with the decision: it holds for what was seen, or not at all. */
	seen: string;
	act: 'change' | 'cancel' | 'bringBack';
	/** The new module of the meeting in front of the facilitator, which the others do not get. */
	onModule: string | null;
	meetings: MeetingPreview[];
};

const DAY = 24 * 60 * 60 * 1000;

export async function showSet(
	meetings: readonly Meeting[],
	changes: readonly MeetingChange[],
	apart: ReadonlySet<string>
): Promise<SetPreview> {
	const after = changes.map(({ meeting, data }) => ({ ...meeting, ...data }));
	const [others, skips] = await Promise.all([
		listOthers(after),
		skipsOfSet(meetings[0]?.setId ?? null)
	]);
	return {
		seen: nameState(meetings),
		act: actOf(changes),
		onModule: null,
		meetings: changes.map(({ meeting, data }) => {
			const { startsAt, zone, minutes } = { ...meeting, ...data };
			const isOff = data.cancelledAt instanceof Date;
			const isBack = data.cancelledAt === null;
			const isElsewhere =
				startsAt.getTime() !== meeting.startsAt.getTime() || minutes !== meeting.minutes;
			const span = { id: meeting.id, startsAt, minutes };
			const clashes = isElsewhere || isBack ? clashing(span, [...after, ...others]) : [];
			return {
				id: meeting.id,
				moduleTitle: meeting.moduleTitle || meeting.cohortName,
				was: { startsAt: meeting.startsAt, zone: meeting.zone },
				will: isOff ? null : { startsAt, zone },
				isApart: apart.has(meeting.id),
				isSkipped: isElsewhere && skips.includes(writtenIn(zone, startsAt).slice(0, 10)),
				clashes: clashes.map(clashOf),
				parts: partsOf(meeting, data)
			};
		})
	};
}

/** What is at the same time as a meeting that is called off, and would be again if it were brought back. */
export async function listClashes(meeting: Meeting): Promise<Clash[]> {
	return clashing(meeting, await listOthers([meeting])).map(clashOf);
}

function clashOf({ moduleTitle, cohortName, startsAt, zone }: Meeting): Clash {
	return { title: moduleTitle || cohortName, startsAt, zone };
}

/** All of a set are changed in the same way. */
function actOf(changes: readonly MeetingChange[]): SetPreview['act'] {
	const cancelledAt = changes[0]?.data.cancelledAt;
	if (cancelledAt === undefined) return 'change';
	return cancelledAt === null ? 'bringBack' : 'cancel';
}

/** The cohort’s other meetings around these days. */
async function listOthers(after: readonly Meeting[]): Promise<Meeting[]> {
	const times = after.map(({ startsAt }) => startsAt.getTime());
	const rows = await prisma().liveSession.findMany({
		where: {
			cohortId: after[0]?.cohortId ?? '',
			id: { notIn: after.map(({ id }) => id) },
			rehearsal: false,
			cancelledAt: null,
			endedAt: null,
			startsAt: {
				gte: new Date(Math.min(...times) - DAY),
				lte: new Date(Math.max(...after.map((meeting) => endOf(meeting).getTime())))
			}
		},
		select: meetingShape
	});
	return rows.map(meetingOf);
}

function partsOf(meeting: Meeting, data: MeetingChange['data']): MeetingPreview['parts'] {
	const parts: MeetingPreview['parts'] = {};
	const { minutes, place, callLink, variant } = data;
	if (minutes !== undefined && minutes !== meeting.minutes) parts.minutes = minutes;
	if (place !== undefined && place !== meeting.place) parts.place = place;
	if (callLink !== undefined && callLink !== meeting.callLink) parts.callLink = callLink;
	if (variant !== undefined && variant !== meeting.variant) parts.variant = variant;
	return parts;
}
