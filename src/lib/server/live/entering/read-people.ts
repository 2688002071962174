import type { Attendee, PeoplePart, Surface } from '../../../live/room.ts';
import { statement } from '../../db/index.ts';
import type { Meeting } from '../meeting.ts';

type Row = {
	id: string;
	name: string;
	isGuest: boolean;
	mode: Attendee['mode'];
	arrivedAt: Date;
	leftAt: Date | null;
	noted: Attendee['noted'];
};

/** Who is here; not who was noted and then corrected to have been away, which is a stay without length. Names are for the console alone. */
export async function readPeople(meeting: Meeting, surface: Surface): Promise<PeoplePart> {
	const rows = await statement<Row>(
		'live-people',
		`select attendee.id, coalesce(person.name, attendee.guest_name, '') as name,
			attendee.enrolment_id is null as "isGuest", attendee.mode,
			attendee.arrived_at as "arrivedAt", attendee.left_at as "leftAt", attendee.noted
		from live_attendee attendee
		left join enrolment on enrolment.id = attendee.enrolment_id
		left join person on person.id = enrolment.person_id
		where attendee.live_session_id = $1 and enrolment.role is distinct from 'facilitator'
			and attendee.left_at is distinct from attendee.arrived_at
		order by lower(coalesce(person.name, attendee.guest_name)), attendee.id`,
		[meeting.id]
	);
	const here = rows.filter(({ leftAt }) => leftAt === null).length;
	if (surface !== 'console') return { here, list: [], missing: [] };
	return {
		here,
		list: rows.map(({ arrivedAt, leftAt, ...row }) => ({
			...row,
			arrivedAt: arrivedAt.toISOString(),
			leftAt: leftAt?.toISOString() ?? null
		})),
		missing: await readMissing(meeting)
	};
}

/** To a rehearsal nobody of the cohort is to come. */
async function readMissing({ id, cohortId, rehearsal }: Meeting) {
	if (rehearsal) return [];
	return statement<{ enrolmentId: string; name: string }>(
		'live-missing',
		`select enrolment.id as "enrolmentId", person.name
		from enrolment join person on person.id = enrolment.person_id
		where enrolment.cohort_id = $1 and enrolment.role = 'participant' and not exists (
			select from live_attendee
			where live_session_id = $2 and enrolment_id = enrolment.id
				and left_at is distinct from arrived_at
		)
		order by lower(person.name), enrolment.id`,
		[cohortId, id]
	);
}
