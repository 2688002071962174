import { unseal } from '../../answers/index.ts';
import { statement } from '../../db/index.ts';
import { getFacilitated, openResponse } from '../../live/index.ts';
import type { Viewer } from '../../viewer.ts';

/** Commitments as others see them: only those that their writer shares, with a name only where they want it. */

export type Sharing = 'me' | 'cohort' | 'named';
export type CommitmentKind = 'will' | 'stop';
export type CommitmentState = 'open' | 'kept' | 'changed' | 'dropped';

export type SharedCommitment = {
	id: string;
	kind: CommitmentKind;
	text: string;
	due: Date | null;
	state: CommitmentState;
	/** Null unless its writer wants it there. */
	name: string | null;
};

type Row = SharedCommitment & { enrolmentId: string; sealed: Buffer };
type GuestRow = SharedCommitment & { askId: string; attendeeId: string; sealed: Buffer };

/** What a commitment, and what became of it, is sealed to. */
export function commitmentPlace(enrolmentId: string): string {
	return `commitment:${enrolmentId}`;
}

/**
 * Those of one meeting. What was taken off the wall there stays off here, and the order tells nothing.
 */
export async function listOfMeeting(meetingId: string): Promise<SharedCommitment[]> {
	const [own, guests] = await Promise.all([listKept(meetingId), listOfGuests(meetingId)]);
	return [...own, ...guests];
}

/** What guests share is in the room alone until they claim it. It never has a name. */
async function listOfGuests(meetingId: string): Promise<SharedCommitment[]> {
	const rows = await statement<GuestRow>(
		'commitments-of-guests',
		`select response.id, ask.id as "askId", response.attendee_id as "attendeeId",
			response.promised ->> 'kind' as kind, response.sealed,
			nullif(response.promised ->> 'due', '')::date::timestamptz as due,
			'open' as state, null as name
		from live_response response
		join live_ask ask on ask.id = response.ask_id
		join live_attendee attendee on attendee.id = response.attendee_id
		where ask.live_session_id = $1 and attendee.enrolment_id is null
			and response.promised ->> 'sharing' in ('cohort', 'named')
			and response.sealed is not null and not response.hidden
		order by md5(response.id::text)`,
		[meetingId]
	);
	return rows.map(({ askId, attendeeId, sealed, ...row }) => ({
		...row,
		text: openResponse(askId, attendeeId, sealed)
	}));
}

async function listKept(meetingId: string): Promise<SharedCommitment[]> {
	const rows = await statement<Row>(
		'commitments-of-meeting',
		`select commitment.id, commitment.enrolment_id as "enrolmentId", commitment.kind, commitment.sealed,
			commitment.due::timestamp at time zone 'UTC' as due, commitment.state,
			case when commitment.sharing = 'named' then person.name end as name
		from commitment
		join enrolment on enrolment.id = commitment.enrolment_id
		join person on person.id = enrolment.person_id
		where commitment.live_session_id = $1 and commitment.sharing in ('cohort', 'named')
			and commitment.state <> 'dropped'
			and not exists (
				select from live_response where live_response.id = commitment.response_id and hidden
			)
		order by md5(commitment.id::text)`,
		[meetingId]
	);
	return rows.map(({ enrolmentId, sealed, ...row }) => ({
		...row,
		text: unseal(sealed, commitmentPlace(enrolmentId))
	}));
}

/** With what a meeting of the viewer’s opens: the shared commitments of the cohort’s last one. */
export async function readOpeningCommitments(
	viewer: Viewer,
	meetingId: string
): Promise<SharedCommitment[]> {
	const meeting = await getFacilitated(viewer, meetingId);
	// A rehearsal has invented participants, and nobody's real words.
	const last = meeting.rehearsal ? null : await findLast(meeting);
	return last === null ? [] : listOfMeeting(last);
}

/** The meeting before this one that was held. */
export async function findLast(meeting: {
	id: string;
	cohortId: string;
	startsAt: Date;
}): Promise<string | null> {
	const [row] = await statement<{ id: string }>(
		'last-meeting',
		`select id from live_session
		where cohort_id = $1 and id <> $2 and starts_at < $3 and ended_at is not null
			and cancelled_at is null and not rehearsal
		order by starts_at desc limit 1`,
		[meeting.cohortId, meeting.id, meeting.startsAt]
	);
	return row?.id ?? null;
}
