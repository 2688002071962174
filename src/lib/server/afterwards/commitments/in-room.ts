import * as v from 'valibot';
import type { Promised } from '../../../live/phone.ts';
import { seal } from '../../answers/index.ts';
import { prisma } from '../../db/index.ts';
import { line, uuid } from '../../forms.ts';
import {
	actionKey,
	claim,
	openResponse,
	respond,
	type Door,
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
	text: line(500, () => 'what you take on'),
	...commitmentFields
});

export function commitInRoom(
	viewer: Viewer | null,
	door: Door,
	{ key, ask, as, text, kind, due, sharing }: v.InferOutput<typeof roomCommitmentInput>
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
		...(as && { as })
	};
	const promised = { kind, due: due?.toISOString().slice(0, 10) ?? '', sharing };
	return respond(viewer, door, input, {
		...promised,
		keep: async ({ client, meetingId, at }, responseId, enrolmentId) => {
			await client.query(
				`insert into commitment (enrolment_id, live_session_id, response_id, kind, sealed, due, sharing,
					key, created_at, changed_at)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
				on conflict (response_id) do update set kind = excluded.kind, sealed = excluded.sealed,
					due = excluded.due, sharing = excluded.sharing, changed_at = excluded.changed_at`,
				[
					enrolmentId,
					meetingId,
					responseId,
					kind,
					seal(text, commitmentPlace(enrolmentId)),
					due,
					sharing,
					keyOf(responseId),
					at
				]
			);
		}
	});
}

/** Takes over what this browser wrote as a guest, and with it the commitments among it. Twice is once. */
export async function claimWithCommitments(viewer: Viewer, door: Door): Promise<void> {
	await claim(viewer, door);
	const { meeting, enrolment } = door;
	if (enrolment === null) return;
	const { enrolmentId } = enrolment;
	const rows = await prisma().liveResponse.findMany({
		where: {
			ask: { liveSessionId: meeting.id, capture: 'commitment' },
			attendee: { enrolmentId },
			commitment: null
		},
		select: {
			id: true,
			askId: true,
			attendeeId: true,
			sealed: true,
			promised: true,
			answeredAt: true
		}
	});
	await prisma().commitment.createMany({
		data: rows.flatMap(({ id, askId, attendeeId, sealed, promised, answeredAt }) => {
			if (sealed === null || promised === null) return [];
			// `respond` alone writes it, after checking it.
			const { kind, due, sharing } = promised as Promised;
			const text = openResponse(askId, attendeeId, sealed);
			return {
				enrolmentId,
				liveSessionId: meeting.id,
				responseId: id,
				kind,
				sealed: Uint8Array.from(seal(text, commitmentPlace(enrolmentId))),
				due: dayOf(due) ?? null,
				sharing,
				key: keyOf(id),
				createdAt: answeredAt,
				changedAt: answeredAt
			};
		}),
		skipDuplicates: true
	});
}

function keyOf(responseId: string): string {
	return `response:${responseId}`;
}
