import { prisma, statement } from '../../db/index.ts';
import { now } from '../../clock.ts';
import type { Viewer } from '../../viewer.ts';
import { isAway, minutesAttended, minutesLate, wasThere } from './attended-minutes.ts';
import { readCorrections, type Correction, type NotedStay } from './history.ts';
import { slipCodes } from './slips.ts';
import { clockAt } from './times.ts';
import { getBegun, type BegunMeeting } from '../meeting.ts';
import { listMadeUp } from '../missed/list.ts';

/** Who was at a meeting, from when to when, and what was corrected about it. */

export type Stay = NotedStay;

/** What stands about one person. */
export type Standing = {
	/** Half of it or more, less than that, or nothing. */
	state: 'there' | 'partly' | 'away';
	/** Null for who was not there at all. */
	stay: Stay | null;
	minutes: number;
	/** 0 for who was on time. */
	late: number;
};

export type AttendanceLine = Standing & {
	/** The place in the cohort, or a guest’s in the room. */
	who: string;
	name: string;
	isGuest: boolean;
	/** As clocks of the meeting’s zone show it; empty for nothing. */
	from: string;
	to: string;
	/** Of the change that last touched it: a form that knows an older one is refused. */
	base: number;
	/** On their paper slip; empty for guests. */
	slip: string;
	madeUpAt: Date | null;
	/** The newest first. */
	corrections: Correction[];
};

export type AttendancePage = {
	meeting: Pick<
		BegunMeeting,
		'id' | 'cohortName' | 'moduleTitle' | 'startedAt' | 'endedAt' | 'zone'
	>;
	people: AttendanceLine[];
	guests: AttendanceLine[];
};

export async function readAttendance(viewer: Viewer, meetingId: string): Promise<AttendancePage> {
	const meeting = await getBegun(viewer, meetingId);
	const { id, cohortName, moduleTitle, startedAt, endedAt, zone } = meeting;
	const lines = await listLines(meeting);
	return {
		meeting: { id, cohortName, moduleTitle, startedAt, endedAt, zone },
		people: lines.filter(({ isGuest }) => !isGuest),
		guests: lines.filter(({ isGuest }) => isGuest)
	};
}

type Row = {
	attendeeId: string | null;
	enrolmentId: string | null;
	name: string;
	arrivedAt: Date | null;
	leftAt: Date | null;
	mode: string | null;
	number: number | null;
};

/** Everybody who takes part in the cohort, and whoever else was there; who facilitates is not counted. */
async function listLines(meeting: BegunMeeting): Promise<AttendanceLine[]> {
	const [rows, corrections, madeUp] = await Promise.all([
		statement<Row>(
			'attendance',
			`select attendee.id as "attendeeId", enrolment.id as "enrolmentId",
				coalesce(person.name, attendee.guest_name, '') as name,
				attendee.arrived_at as "arrivedAt", attendee.left_at as "leftAt", attendee.mode,
				attendee.number
			from (select * from enrolment where cohort_id = $2) enrolment
			join person on person.id = enrolment.person_id
			full join (select * from live_attendee where live_session_id = $1) attendee
				on attendee.enrolment_id = enrolment.id
			where enrolment.role is distinct from 'facilitator'
			order by lower(coalesce(person.name, attendee.guest_name)), enrolment.id, attendee.id`,
			[meeting.id, meeting.cohortId]
		),
		readCorrections(meeting.id),
		listMadeUp(meeting.id)
	]);
	const slips = slipCodes(
		meeting.id,
		rows.flatMap(({ enrolmentId }) => enrolmentId ?? [])
	);
	return rows.map(({ attendeeId, enrolmentId, name, number, ...row }) => {
		const standing = standingOf(meeting, stayOf(row));
		return {
			...standing,
			...writtenStay(meeting, standing.stay),
			who: enrolmentId ?? attendeeId ?? '',
			name,
			isGuest: enrolmentId === null,
			base: number ?? 0,
			slip: slips.get(enrolmentId ?? '') ?? '',
			madeUpAt: madeUp.get(enrolmentId ?? '') ?? null,
			corrections: corrections.get(attendeeId ?? '') ?? []
		};
	});
}

function stayOf({ arrivedAt, leftAt, mode }: Pick<Row, 'arrivedAt' | 'leftAt' | 'mode'>) {
	return arrivedAt && { arrivedAt, leftAt, mode: modeOf(mode) };
}

function modeOf(mode: string | null): Stay['mode'] {
	return mode === 'remote' ? 'remote' : 'room';
}

function writtenStay({ zone }: BegunMeeting, stay: Stay | null): { from: string; to: string } {
	return {
		from: stay === null ? '' : clockAt(zone, stay.arrivedAt),
		to: stay?.leftAt ? clockAt(zone, stay.leftAt) : ''
	};
}

/** While the meeting runs, it is as long as it was until now. */
export function standingOf(meeting: BegunMeeting, noted: Stay | null): Standing {
	const span = spanOf(meeting);
	const stay = noted === null || isAway(noted) ? null : noted;
	if (stay === null) return { state: 'away', stay, minutes: 0, late: 0 };
	return {
		state: wasThere(span, stay) ? 'there' : 'partly',
		stay,
		minutes: minutesAttended(span, stay),
		late: minutesLate(span, stay)
	};
}

export function spanOf({ startedAt, endedAt }: BegunMeeting): { startedAt: Date; endedAt: Date } {
	return { startedAt, endedAt: endedAt ?? now() };
}

/** What is noted of one person of the cohort. */
export async function findStay(
	liveSessionId: string,
	enrolmentId: string
): Promise<(Stay & { attendeeId: string }) | null> {
	const row = await prisma().liveAttendee.findUnique({
		where: { liveSessionId_enrolmentId: { liveSessionId, enrolmentId } },
		select: { id: true, arrivedAt: true, leftAt: true, mode: true }
	});
	return row && { ...row, mode: modeOf(row.mode), attendeeId: row.id };
}
