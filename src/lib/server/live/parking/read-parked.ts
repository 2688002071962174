import type { ParkedPart, Surface } from '../../../live/room.ts';
import { statement } from '../../db/index.ts';
import type { Meeting } from '../meeting.ts';
import { looksFirst } from './look-first.ts';
import {
	BY_WISH,
	IS_FOR_ALL,
	IS_THERE,
	openParked,
	PARKED_COLUMNS,
	PARKED_SOURCE,
	type ParkedRow
} from './parked-row.ts';

/**
 * What waits for an answer: of this meeting, and of the cohort’s earlier ones while it has none, or
 * until this one ends if it got it here. The console is told of an entry that its writer took back as well,
 * without its words: whoever answers it, or did, does not lose their own.
 */
export async function readParked(meeting: Meeting, surface: Surface): Promise<ParkedPart> {
	const isConsole = surface === 'console';
	const rows = await statement<ParkedRow & { isEarlier: boolean }>(
		'live-parked',
		`select ${PARKED_COLUMNS}, parked.live_session_id <> $1 as "isEarlier"
		from ${PARKED_SOURCE}
		where case when $6 then ${IS_THERE} or parked.answer is not null or parked.live_session_id = $1
				else ${IS_FOR_ALL} end
			and (parked.live_session_id = $1
			or (meeting.cohort_id = $2 and not meeting.rehearsal and not $3 and meeting.starts_at < $4
				and (parked.answered_at is null or parked.answered_at >= $5)))
		order by ${BY_WISH}, parked.parked_at`,
		[
			meeting.id,
			meeting.cohortId,
			meeting.rehearsal,
			meeting.startsAt,
			meeting.startedAt,
			isConsole
		]
	);
	return {
		items: rows.map((row) => ({ ...openParked(row), isEarlier: row.isEarlier })),
		looksFirst: await looksFirst(meeting)
	};
}

/** What the cohort may read of a meeting’s parking lot once it is over, in the order in which it was parked. */
export async function listParkedForAll(meetingId: string) {
	const rows = await statement<ParkedRow>(
		'live-parked-for-all',
		`select ${PARKED_COLUMNS} from ${PARKED_SOURCE}
		where ${IS_FOR_ALL} and parked.live_session_id = $1 order by parked.parked_at, parked.id`,
		[meetingId]
	);
	return rows.map(openParked);
}
