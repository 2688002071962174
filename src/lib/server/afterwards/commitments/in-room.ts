import * as v from 'valibot';
import type { Promised } from '../../../live/phone.ts';
import { seal } from '../../answers/index.ts';
import { line, uuid } from '../../forms.ts';
import {
	actionKey,
	answerBase,
	claim,
	openResponse,
	respond,
	type Door,
	type Held,
	type Responded
} from '../../live/index.ts';
import type { Viewer } from '../../viewer.ts';
import { commitmentFields, dayOf } from './commitments.ts';
import { commitmentPlace } from './shown.ts';

/**
 * A commitment made in the room, on somebody’s own device. It counts as their answer to what was asked, and is kept
 * as a commitment beside it; a guest’s becomes one when they take over what they wrote.
 */

export const roomCommitmentInput = v.object({
	key: actionKey,
	ask: uuid,
	/** The place in the room for which the page was opened. */
	as: v.optional(uuid),
	base: answerBase,
	text: line(500, () => 'what you take on'),
	...commitmentFields
});

export function commitInRoom(
	viewer: Viewer | null,
	door: Door,
	{ key, ask, as, base, text, kind, due, sharing }: v.InferOutput<typeof roomCommitmentInput>
): Promise<Responded> {
	const input = {
		key,
		ask,
		text,
		choices: [],
		positions: '{}',
		// The wall has what its writer shares with the cohort, and never a name.
		wall: sharing === 'me' ? ('no' as const) : ('yes' as const),
		audience: 'me' as const,
		...(as && { as }),
		...(base !== undefined && { base })
	};
	const promised = { kind, due: due?.toISOString().slice(0, 10) ?? '', sharing };
	return respond(viewer, door, input, {
		...promised,
		keep: (held, responseId, enrolmentId) =>
			keep(held, enrolmentId, { responseId, kind, text, due, sharing, at: held.at })
	});
}

/** Takes over what this browser wrote as a guest, and with it the commitments among it. Twice is once. */
export async function claimWithCommitments(viewer: Viewer, door: Door): Promise<void> {
	await claim(viewer, door, async (held, enrolmentId) => {
		const { rows } = await held.client.query<{
			id: string;
			askId: string;
			attendeeId: string;
			sealed: Buffer;
			promised: Promised;
			answeredAt: Date;
		}>(
			`select response.id, response.ask_id as "askId", response.attendee_id as "attendeeId",
				response.sealed, response.promised, response.answered_at as "answeredAt"
			from live_response response
			join live_ask ask on ask.id = response.ask_id
			join live_attendee attendee on attendee.id = response.attendee_id
			where ask.live_session_id = $1 and ask.capture = 'commitment' and attendee.enrolment_id = $2
				and response.sealed is not null and response.promised is not null
				and not exists (select from commitment where response_id = response.id)`,
			[held.meetingId, enrolmentId]
		);
		for (const { id, askId, attendeeId, sealed, promised, answeredAt } of rows) {
			await keep(held, enrolmentId, {
				responseId: id,
				kind: promised.kind,
				text: openResponse(askId, attendeeId, sealed),
				due: dayOf(promised.due) ?? null,
				sharing: promised.sharing,
				at: answeredAt
			});
		}
	});
}

/** Keeps what was answered in the room as a commitment; answered anew, it is the same one. */
async function keep(
	{ client, meetingId }: Held,
	enrolmentId: string,
	made: Pick<Promised, 'kind' | 'sharing'> & {
		responseId: string;
		text: string;
		due: Date | null;
		at: Date;
	}
): Promise<void> {
	await client.query(
		`insert into commitment (enrolment_id, live_session_id, response_id, kind, sealed, due, sharing,
			key, created_at, changed_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
		on conflict (response_id) do update set kind = excluded.kind, sealed = excluded.sealed,
			due = excluded.due, sharing = excluded.sharing, changed_at = excluded.changed_at`,
		[
			enrolmentId,
			meetingId,
			made.responseId,
			made.kind,
			seal(made.text, commitmentPlace(enrolmentId)),
			made.due,
			made.sharing,
			`response:${made.responseId}`,
			made.at
		]
	);
}
