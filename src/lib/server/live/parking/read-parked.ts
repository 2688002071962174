import type { Parked, ParkedPart, Surface } from '../../../live/room.ts';
import { unseal } from '../../answers/index.ts';
import { statement } from '../../db/index.ts';
import type { Meeting } from '../meeting.ts';

type Row = Omit<Parked, 'text' | 'answer'> & { sealed: Buffer; answer: Buffer | null };

/** What a parked question and its answer are sealed to. */
export function parkedPlace(id: string): string {
	return `live-parked:${id}`;
}

/**
 * What waits for an answer: of this meeting, and of the cohort’s earlier ones while it has none, or
 * until this one ends if it got it here.
 */
export async function readParked(meeting: Meeting, surface: Surface): Promise<ParkedPart> {
	const rows = await statement<Row>(
		'live-parked',
		`select parked.id, parked.sealed, parked.answer, parked.hidden as "isHidden",
			parked.live_session_id <> $1 as "isEarlier",
			(select count(*)::int from live_vote where subject_id = parked.id) as votes
		from live_parked parked join live_session meeting on meeting.id = parked.live_session_id
		where parked.live_session_id = $1
			or (meeting.cohort_id = $2 and not meeting.rehearsal and not $3 and meeting.starts_at < $4
				and (parked.answered_at is null or parked.answered_at >= $5))
		order by votes desc, parked.parked_at`,
		[meeting.id, meeting.cohortId, meeting.rehearsal, meeting.startsAt, meeting.startedAt]
	);
	const shown = surface === 'console' ? rows : rows.filter(({ isHidden }) => !isHidden);
	return {
		items: shown.map(({ sealed, answer, ...row }) => ({
			...row,
			text: unseal(sealed, parkedPlace(row.id)),
			answer: answer && unseal(answer, parkedPlace(row.id))
		}))
	};
}
