import * as v from 'valibot';
import { NotFound, Refused } from '../../errors.ts';
import { line, uuid } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { ARRIVED } from './arrived.ts';
import { actionKey, change, type Done, type Held } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { seatLatecomer } from './seat.ts';

/** Attendance by hand, while the meeting is on: for who has no phone, came without a code, or left early. */

const where = v.optional(v.picklist(['room', 'remote'], 'Say where they are.'), 'room');

export const hereInput = v.object({ key: actionKey, enrolment: uuid, mode: where });
export const guestHereInput = v.object({
	key: actionKey,
	name: line(60, () => 'their name'),
	mode: where
});
export const attendeeInput = v.object({ key: actionKey, attendee: uuid });
export const whereInput = v.object({ key: actionKey, attendee: uuid, mode: where });

/** Somebody of the cohort is here. Who left before is back. */
export async function noteHere(
	viewer: Viewer,
	meetingId: string,
	{ key, enrolment, mode }: v.InferOutput<typeof hereInput>
): Promise<void> {
	await note(viewer, meetingId, key, async (held) => {
		const { client, at, number } = held;
		const { rows } = await client.query<{ id: string }>(
			`insert into live_attendee (live_session_id, enrolment_id, mode, arrived_at, noted, number)
			select live_session.id, enrolment.id, $3, $4, 'hand', $5
			from live_session join enrolment on enrolment.cohort_id = live_session.cohort_id
			where live_session.id = $1 and enrolment.id = $2
			on conflict (live_session_id, enrolment_id) do update set
				arrived_at = ${ARRIVED}, left_at = null, mode = excluded.mode, number = excluded.number
			returning id`,
			[meetingId, enrolment, mode, at, number]
		);
		const [row] = rows;
		if (row === undefined) throw new NotFound();
		await seatLatecomer(held, row.id);
		return 'here';
	});
}

/** Somebody who is not of the cohort is here, by name alone. */
export async function noteGuestHere(
	viewer: Viewer,
	meetingId: string,
	{ key, name, mode }: v.InferOutput<typeof guestHereInput>
): Promise<void> {
	await note(viewer, meetingId, sendingOf({ key, name, mode }), async (held) => {
		const { client, at, number } = held;
		const { rows } = await client.query<{ id: string }>(
			`insert into live_attendee (live_session_id, guest_name, mode, arrived_at, noted, number)
			values ($1, $2, $3, $4, 'hand', $5) returning id`,
			[meetingId, name, mode, at, number]
		);
		await seatLatecomer(held, rows[0]?.id ?? '');
		return 'here';
	});
}

export async function noteLeft(
	viewer: Viewer,
	meetingId: string,
	{ key, attendee }: v.InferOutput<typeof attendeeInput>
): Promise<void> {
	await note(viewer, meetingId, key, async (held) => {
		await onAttendee(held, attendee, 'left_at = coalesce(left_at, $4)', held.at);
		return 'left';
	});
}

export async function noteBack(
	viewer: Viewer,
	meetingId: string,
	{ key, attendee }: v.InferOutput<typeof attendeeInput>
): Promise<void> {
	await note(viewer, meetingId, key, async (held) => {
		await onAttendee(held, attendee, 'left_at = $4', null);
		return 'back';
	});
}

/** Whether somebody is in the room or takes part from elsewhere. */
export async function noteWhere(
	viewer: Viewer,
	meetingId: string,
	{ key, attendee, mode }: v.InferOutput<typeof whereInput>
): Promise<void> {
	await note(viewer, meetingId, key, async (held) => {
		await onAttendee(held, attendee, 'mode = $4', mode);
		return 'where';
	});
}

async function note(
	viewer: Viewer,
	meetingId: string,
	key: string,
	work: (held: Held) => Promise<string>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held): Promise<Done> => {
		if (held.endedAt !== null) {
			throw new Refused('The session is over. Correct who was here on its own page.');
		}
		return { kind: await work(held), parts: ['people', 'breakout'] };
	});
}

/** @param set what becomes of the row; its value is `$4`. */
async function onAttendee(
	{ client, meetingId, number }: Held,
	attendee: string,
	set: 'left_at = coalesce(left_at, $4)' | 'left_at = $4' | 'mode = $4',
	value: Date | string | null
): Promise<void> {
	const { rowCount } = await client.query(
		`update live_attendee set ${set}, number = $3 where live_session_id = $1 and id = $2`,
		[meetingId, attendee, number, value]
	);
	if (rowCount === 0) throw new NotFound();
}
