import type { BreakoutGroup, BreakoutPart, Surface } from '../../live/room.ts';
import { unseal } from '../answers/index.ts';
import { statement } from '../db/index.ts';
import type { Meeting } from './meeting.ts';

type Row = {
	id: string;
	task: string;
	minutes: number;
	openedAt: Date;
	calledAt: Date | null;
	isShared: boolean;
	groups: (Omit<BreakoutGroup, 'note'> & { note: string | null })[];
};

/** What a group's note is sealed to. */
export function notePlace(groupId: string): string {
	return `live-group:${groupId}`;
}

/** The groups at work. Notes are for the console and, once they are shared, for all; a group reads its own by itself. */
export async function readBreakout(meeting: Meeting, surface: Surface): Promise<BreakoutPart> {
	const [row] = await statement<Row>(
		'live-breakout',
		`select id, task, minutes, opened_at as "openedAt", called_at as "calledAt",
			shared_at is not null as "isShared",
			(select coalesce(json_agg(json_build_object(
				'id', live_group.id,
				'number', live_group.number,
				'revision', live_group.revision,
				'note', encode(live_group.note, 'base64'),
				'members', (select coalesce(json_agg(json_build_object(
					'attendeeId', attendee.id,
					'name', coalesce(person.name, attendee.guest_name),
					'role', member.role
				) order by lower(coalesce(person.name, attendee.guest_name)), attendee.id), '[]')
				from live_group_member member
				join live_attendee attendee on attendee.id = member.attendee_id
				left join enrolment on enrolment.id = attendee.enrolment_id
				left join person on person.id = enrolment.person_id
				where member.group_id = live_group.id)
			) order by live_group.number), '[]') from live_group where breakout_id = live_breakout.id) as groups
		from live_breakout where live_session_id = $1 and closed_at is null
		order by opened_at desc limit 1`,
		[meeting.id]
	);
	if (row === undefined) return null;
	const seesNotes = surface === 'console' || row.isShared;
	return {
		...row,
		openedAt: row.openedAt.toISOString(),
		calledAt: row.calledAt?.toISOString() ?? null,
		steps: [],
		groups: row.groups.map((group) => ({
			...group,
			note: seesNotes && group.note !== null ? opened(group.id, group.note) : ''
		}))
	};
}

function opened(groupId: string, sealed: string): string {
	return unseal(Buffer.from(sealed, 'base64'), notePlace(groupId));
}
