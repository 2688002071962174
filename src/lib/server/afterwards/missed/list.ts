import { now } from '../../clock.ts';
import { prisma, statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { minutesAttended, wasThere } from '../attendance/attended-minutes.ts';
import { getMine } from '../meeting.ts';
import { minutesOf, readTasks } from './tasks.ts';

/** Which meetings somebody missed, and who made one up. */

export type MissedMeeting = {
	meetingId: string;
	moduleTitle: string;
	cohortName: string;
	startsAt: Date;
	zone: string;
	/** For how long they were there: less than half of it, or 0. */
	minutesThere: number;
	minutes: number;
};

const RECENT_DAYS = 60;

/** The meetings that the viewer missed lately and has not made up. */
export async function listMissed(viewer: Viewer): Promise<MissedMeeting[]> {
	const mine = viewer.enrolments.filter(({ role }) => role === 'participant');
	const rows = await statement<{ id: string; arrivedAt: Date | null; leftAt: Date | null }>(
		'missed-meetings',
		`select meeting.id, attendee.arrived_at as "arrivedAt", attendee.left_at as "leftAt"
		from live_session meeting
		join enrolment on enrolment.cohort_id = meeting.cohort_id and enrolment.id = any($1::uuid[])
		left join live_attendee attendee
			on attendee.live_session_id = meeting.id and attendee.enrolment_id = enrolment.id
		left join made_up on made_up.live_session_id = meeting.id and made_up.enrolment_id = enrolment.id
		where meeting.ended_at > $2 and meeting.started_at is not null and meeting.cancelled_at is null
			and not meeting.rehearsal and enrolment.created_at < meeting.ended_at
			and made_up.finished_at is null
		order by meeting.starts_at desc limit 10`,
		[
			mine.map(({ enrolmentId }) => enrolmentId),
			new Date(now().getTime() - RECENT_DAYS * 24 * 60 * 60 * 1000)
		]
	);
	const found = await Promise.all(
		rows.map(async ({ id, arrivedAt, leftAt }) => {
			const { meeting } = await getMine(viewer, id);
			const stay = arrivedAt && { arrivedAt, leftAt };
			if (wasThere(meeting, stay)) return [];
			return [
				{
					meetingId: id,
					moduleTitle: meeting.moduleTitle,
					cohortName: meeting.cohortName,
					startsAt: meeting.startsAt,
					zone: meeting.zone,
					minutesThere: stay === null ? 0 : minutesAttended(meeting, stay),
					minutes: minutesOf(await readTasks(meeting))
				}
			];
		})
	);
	return found.flat();
}

/** When each enrolment made the meeting up. */
export async function listMadeUp(meetingId: string): Promise<Map<string, Date>> {
	const rows = await prisma().madeUp.findMany({
		where: { liveSessionId: meetingId, finishedAt: { not: null } },
		select: { enrolmentId: true, finishedAt: true }
	});
	return new Map(
		rows.flatMap(({ enrolmentId, finishedAt }) => (finishedAt ? [[enrolmentId, finishedAt]] : []))
	);
}
