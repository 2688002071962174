import { statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';

/** That an answer of the journal was for the room as well, or its cohort as a commitment, and whether by name, be it for a while. */
export type InRoom = { isCommitment: boolean; isNamed: boolean };

/** Which of the viewer's answers others could read in a meeting, by the answer's id. */
export async function listInRooms(viewer: Viewer): Promise<Map<string, InRoom>> {
	const rows = await statement<InRoom & { answerId: string }>(
		'live-in-rooms',
		`select answer.id as "answerId", bool_or(ask.capture = 'commitment') as "isCommitment",
			bool_or(ask.named or coalesce(commitment.sharing, response.promised ->> 'sharing', '') = 'named'
				or exists (
					select from live_event bared where bared.live_session_id = ask.live_session_id
						and bared.kind = 'names-off' and bared.data ->> 'ask' = ask.id::text
						and bared.number > response.sent_number
				)) as "isNamed"
		from live_response response
		join live_ask ask on ask.id = response.ask_id
		join live_attendee attendee on attendee.id = response.attendee_id
		join enrolment on enrolment.id = attendee.enrolment_id
		join answer on answer.enrolment_id = enrolment.id and answer.block_id = ask.block_id
		left join commitment on commitment.response_id = response.id
		where enrolment.person_id = $1 and response.on_wall and ask.capture in ('wall', 'commitment')
		group by answer.id`,
		[viewer.personId]
	);
	return new Map(rows.map(({ answerId, ...how }) => [answerId, how]));
}
