import { promised } from '../../../live/promise-words.ts';
import { unseal } from '../../answers/index.ts';
import { statement } from '../../db/index.ts';
import { getFacilitated, openResponse } from '../../live/index.ts';
import type { Viewer } from '../../viewer.ts';
import { findHeld, NOTHING, type Ahead, type Found, type Opening } from './opening.ts';

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

/** Which of those that were kept others see. What was taken off the wall stays off. */
const IS_SHARED = `commitment.sharing in ('cohort', 'named') and commitment.state <> 'dropped'
	and not exists (
		select from live_response where live_response.id = commitment.response_id and hidden
	)`;

/** The same of what guests wrote. */
const IS_SHARED_BY_GUEST = `attendee.enrolment_id is null
	and response.promised ->> 'sharing' in ('cohort', 'named')
	and response.sealed is not null and not response.hidden`;

type Row = SharedCommitment & { enrolmentId: string; sealed: Buffer };
type GuestRow = SharedCommitment & { askId: string; attendeeId: string; sealed: Buffer };

/** What a commitment, and what became of it, is sealed to. */
export function commitmentPlace(enrolmentId: string): string {
	return `commitment:${enrolmentId}`;
}

/**
 * Those of one meeting. The order tells nothing.
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
		where ask.live_session_id = $1 and ${IS_SHARED_BY_GUEST}
		order by md5(response.id::text)`,
		[meetingId]
	);
	return rows.map(({ askId, attendeeId, sealed, ...row }) => ({
		...row,
		text: promised(row.kind, openResponse(askId, attendeeId, sealed))
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
		where commitment.live_session_id = $1 and ${IS_SHARED}
		order by md5(commitment.id::text)`,
		[meetingId]
	);
	return rows.map(({ enrolmentId, sealed, ...row }) => ({
		...row,
		text: promised(row.kind, unseal(sealed, commitmentPlace(enrolmentId)))
	}));
}

/**
 * With what a meeting of the viewer’s opens: the shared commitments of the cohort’s last one, or of the last one at
 * which any were shared.
 */
export async function readOpeningCommitments(
	viewer: Viewer,
	meetingId: string
): Promise<Opening<SharedCommitment>> {
	const meeting = await getFacilitated(viewer, meetingId);
	// A rehearsal has invented participants, and nobody's real words.
	const found = meeting.rehearsal ? null : await findLastShared(meeting);
	if (found === null) return NOTHING;
	return { commitments: await listOfMeeting(found.id), earlier: found.earlier };
}

function findLastShared(meeting: Ahead): Promise<Found | null> {
	return findHeld(
		'last-meeting-with-shared',
		meeting,
		`exists (
				select from commitment where commitment.live_session_id = held.id and ${IS_SHARED}
			) or exists (
				select from live_response response
				join live_ask ask on ask.id = response.ask_id
				join live_attendee attendee on attendee.id = response.attendee_id
				where ask.live_session_id = held.id and ${IS_SHARED_BY_GUEST}
			)`
	);
}
