import type { HeldQuestion } from '../../../live/phone.ts';
import { statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { requireInside, type Door } from '../entering/enter.ts';
import { openParked, PARKED_COLUMNS, PARKED_SOURCE, type ParkedRow } from './parked-row.ts';

/** What somebody parked and others do not see yet: in this meeting and, without an answer, in earlier ones. */
export async function listHeld(viewer: Viewer | null, door: Door): Promise<HeldQuestion[]> {
	const { meeting, attendee } = requireInside(door, viewer);
	const rows = await statement<ParkedRow>(
		'live-own-held',
		`select ${PARKED_COLUMNS} from ${PARKED_SOURCE}
		join live_attendee writer on writer.id = parked.attendee_id
		where parked.held and (writer.id = $1 or writer.enrolment_id = $2)
			and (meeting.id = $3 or (meeting.cohort_id = $4 and not meeting.rehearsal
				and meeting.cancelled_at is null and parked.answered_at is null))
		order by parked.parked_at, parked.id`,
		[attendee.id, attendee.enrolmentId, meeting.id, meeting.cohortId]
	);
	return rows.map(openParked).map(({ id, text, answer }) => ({ id, text, answer }));
}
