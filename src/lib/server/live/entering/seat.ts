import { smallestFor } from '../../../live/grouping.ts';
import type { Held } from '../change.ts';

/**
 * Somebody comes in while groups are at work: they join the smallest one by themselves, with who is where they
 * are if there is such a group.
 * @returns whether there was a group to join.
 */
export async function seatLatecomer(held: Held, attendeeId: string): Promise<boolean> {
	const { client, meetingId, number } = held;
	const groups = await client.query<{ id: string; size: number; remote: number; isMine: boolean }>(
		`select live_group.id, count(attendee.id)::int as size,
			count(*) filter (where attendee.mode = 'remote')::int as remote,
			coalesce(bool_or(attendee.id = $2), false) as "isMine"
		from live_group
		join live_breakout breakout on breakout.id = live_group.breakout_id
		left join live_group_member member on member.group_id = live_group.id
		left join live_attendee attendee on attendee.id = member.attendee_id
			and (attendee.left_at is null or attendee.id = $2)
		where breakout.live_session_id = $1 and breakout.closed_at is null and breakout.shared_at is null
		group by live_group.id order by live_group.number`,
		[meetingId, attendeeId]
	);
	if (groups.rows.length === 0 || groups.rows.some(({ isMine }) => isMine)) return false;
	const who = await client.query<{ isRemote: boolean }>(
		`select mode = 'remote' as "isRemote" from live_attendee
		left join enrolment on enrolment.id = live_attendee.enrolment_id
		where live_attendee.id = $1 and enrolment.role is distinct from 'facilitator'`,
		[attendeeId]
	);
	const [person] = who.rows;
	if (person === undefined) return false;
	const group = groups.rows[smallestFor(person.isRemote, groups.rows) ?? -1];
	if (group === undefined) return false;
	await client.query('insert into live_group_member (group_id, attendee_id) values ($1, $2)', [
		group.id,
		attendeeId
	]);
	await client.query('update live_group set arranged = $2 where id = $1', [group.id, number]);
	return true;
}
