import * as v from 'valibot';
import { statement } from '../../db/index.ts';
import { NotFound } from '../../errors.ts';
import { uuid } from '../../forms.ts';
import { actionKey, change, type Changed, type Held } from '../change.ts';
import type { Viewer } from '../../viewer.ts';
import { IS_FOR_ALL, PARKED_SOURCE } from '../parking/parked-row.ts';
import { requireInside, type Door } from '../entering/enter.ts';

/** Voting for what stands in the parking lot or on the wall: once each, and taken back as easily. */

export const voteInput = v.object({
	key: actionKey,
	/** The place for which the page was opened. */
	as: v.optional(uuid),
	subject: uuid,
	vote: v.picklist(['yes', 'no'], 'Please reload the page.')
});

export async function vote(
	viewer: Viewer | null,
	door: Door,
	{ key, as, subject, vote: wanted }: v.InferOutput<typeof voteInput>
): Promise<void> {
	const { meeting, attendee } = requireInside(door, viewer, as);
	await change(meeting.id, { attendeeId: attendee.id }, key, async (held) => {
		const part = await touch(held, meeting.cohortId, subject);
		// A question that waited over several meetings has one vote of each person all the same.
		const { rowCount: gone } = await held.client.query(
			`delete from live_vote using live_attendee voter
			where voter.id = live_vote.attendee_id and live_vote.subject_id = $2
				and (voter.id = $1 or voter.enrolment_id = $3)`,
			[attendee.id, subject, attendee.enrolmentId]
		);
		if (wanted === 'yes') {
			await held.client.query('insert into live_vote (attendee_id, subject_id) values ($1, $2)', [
				attendee.id,
				subject
			]);
		}
		if ((gone ?? 0) > 0 === (wanted === 'yes')) return null;
		return { kind: 'vote', parts: [part], data: { subject }, canWait: true };
	});
}

/** Only what everybody can see. Of the wall, the page then knows that the entry has changed. */
async function touch(
	{ client, meetingId, number }: Held,
	cohortId: string,
	subject: string
): Promise<Changed> {
	const parked = await client.query(
		`select from ${PARKED_SOURCE}
		where parked.id = $1 and ${IS_FOR_ALL}
			and (meeting.id = $2 or (meeting.cohort_id = $3 and not meeting.rehearsal))`,
		[subject, meetingId, cohortId]
	);
	if ((parked.rowCount ?? 0) > 0) return 'parked';
	const entry = await client.query(
		`update live_response response set number = $3 from live_ask ask
		where ask.id = response.ask_id and response.id = $1 and ask.live_session_id = $2
			and ask.revealed_at is not null and response.on_wall and not response.hidden`,
		[subject, meetingId, number]
	);
	if ((entry.rowCount ?? 0) > 0) return 'wall';
	throw new NotFound();
}

/** What somebody voted for: of this meeting and, with an account, of earlier ones. */
export async function listVotes(viewer: Viewer | null, door: Door): Promise<string[]> {
	const { id, enrolmentId } = requireInside(door, viewer).attendee;
	const rows = await statement<{ subject: string }>(
		'live-own-votes',
		`select live_vote.subject_id as subject
		from live_vote join live_attendee voter on voter.id = live_vote.attendee_id
		where voter.id = $1 or voter.enrolment_id = $2`,
		[id, enrolmentId]
	);
	return rows.map(({ subject }) => subject);
}
