import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { seal } from '../../answers/index.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { line, uuid, wholeNumber } from '../../forms.ts';
import { actionKey, change, type Held } from '../../live/index.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { reasonPlace } from './history.ts';
import { isAway } from './attended-minutes.ts';
import { clock, stayFrom, type Written } from './stay.ts';
import { spanOf, type Stay } from './attendance.ts';
import { getBegun, type BegunMeeting } from '../meeting.ts';

/** Correcting who was at a meeting. What stood before stays, and why it was changed. */

const reason = line(300, () => 'why you change it');
const mode = v.optional(v.picklist(['room', 'remote'], 'Say where they were.'), 'room');
const base = wholeNumber(0, 2_000_000_000, 'the version');

export const correctInput = v.object({
	key: actionKey,
	who: uuid,
	base,
	was: v.picklist(['there', 'away'], 'Say whether they were there.'),
	from: clock,
	to: clock,
	mode,
	reason
});

export const forgottenInput = v.object({
	key: actionKey,
	name: line(60, () => 'their name'),
	from: clock,
	to: clock,
	mode,
	reason
});

/** How one person’s attendance is to stand. */
export type Wanted = Written & { who: string; was: 'there' | 'away'; mode: Stay['mode'] };

export type Noting = { reason: string; noted: 'hand' | 'paper' };

/** Corrects one person: of the cohort, or a guest who was there. */
export async function correctAttendance(
	viewer: Viewer,
	meetingId: string,
	{ key, base: known, reason: why, ...wanted }: v.InferOutput<typeof correctInput>
): Promise<void> {
	await correcting(viewer, meetingId, sendingOf({ key, why, ...wanted }), async (held, meeting) => {
		const isNew = await apply(held, viewer, meeting, wanted, known, { reason: why, noted: 'hand' });
		if (!isNew) throw new Invalid('This is how it stands already.');
	});
}

/** Adds somebody who is not of the cohort and was forgotten. */
export async function addForgotten(
	viewer: Viewer,
	meetingId: string,
	{ key, reason: why, ...guest }: v.InferOutput<typeof forgottenInput>
): Promise<void> {
	await correcting(viewer, meetingId, sendingOf({ key, why, ...guest }), (held, meeting) =>
		addGuest(held, viewer, meeting, guest, { reason: why, noted: 'hand' })
	);
}

/** One change to the meeting, as any other: one at a time, and told to consoles that are open. */
export async function correcting(
	viewer: Viewer,
	meetingId: string,
	key: string,
	work: (held: Held, meeting: BegunMeeting) => Promise<void>
): Promise<void> {
	const meeting = await getBegun(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		// It may have ended since it was looked up.
		await work(held, { ...meeting, endedAt: held.endedAt });
		return { kind: 'correct', parts: ['people', 'breakout'] };
	});
}

/**
 * @param known what the page knew: the number of the change that last touched this person.
 * @returns whether it is anything new.
 */
export async function apply(
	held: Held,
	viewer: Viewer,
	meeting: BegunMeeting,
	wanted: Wanted,
	known: number,
	noting: Noting
): Promise<boolean> {
	const { before, attendeeId, number } = await lookUp(held, wanted.who);
	if (number !== known) {
		throw new Conflict(
			'Somebody changed this a moment ago. Look at how it stands now, and correct it if it is still wrong.'
		);
	}
	const after = afterOf(meeting, wanted, before);
	if (after === null || isSame(before, after)) return false;
	const corrected =
		attendeeId ?? (await insert(held, { enrolmentId: wanted.who }, after, noting.noted));
	if (attendeeId !== null) await update(held, attendeeId, after);
	await keep(held, viewer, { attendeeId: corrected, before, after, reason: noting.reason });
	return true;
}

export async function addGuest(
	held: Held,
	viewer: Viewer,
	meeting: BegunMeeting,
	guest: Written & { name: string; mode: Stay['mode'] },
	noting: Noting
): Promise<void> {
	const after = { ...stayFrom(meeting, spanOf(meeting), guest, null), mode: guest.mode };
	const attendeeId = await insert(held, { guestName: guest.name }, after, noting.noted);
	await keep(held, viewer, { attendeeId, before: null, after, reason: noting.reason });
}

/** @throws NotFound for anybody who neither is of the cohort nor was there, and for who facilitates. */
async function lookUp({ client, meetingId }: Held, who: string) {
	const { rows } = await client.query<{
		attendeeId: string | null;
		arrivedAt: Date | null;
		leftAt: Date | null;
		mode: string | null;
		number: number | null;
	}>(
		`select attendee.id as "attendeeId", attendee.arrived_at as "arrivedAt",
			attendee.left_at as "leftAt", attendee.mode, attendee.number
		from (
			select enrolment.* from enrolment
			join live_session on live_session.cohort_id = enrolment.cohort_id
			where live_session.id = $1 and enrolment.id = $2 and role = 'participant'
		) enrolment
		full join (
			select * from live_attendee
			where live_session_id = $1 and coalesce(enrolment_id, id) = $2
		) attendee on attendee.enrolment_id = enrolment.id
		where enrolment.id is not null or attendee.enrolment_id is null`,
		[meetingId, who]
	);
	const [row] = rows;
	if (row === undefined) throw new NotFound();
	const { attendeeId, arrivedAt, leftAt, mode: place, number } = row;
	const before: Stay | null = arrivedAt && {
		arrivedAt,
		leftAt,
		mode: place === 'remote' ? 'remote' : 'room'
	};
	return { attendeeId, before, number: number ?? 0 };
}

/** Null where somebody who was not noted is not to be. */
function afterOf(meeting: BegunMeeting, wanted: Wanted, before: Stay | null): Stay | null {
	if (wanted.was === 'away') return before && { ...before, leftAt: before.arrivedAt };
	return { ...stayFrom(meeting, spanOf(meeting), wanted, before), mode: wanted.mode };
}

function isSame(before: Stay | null, after: Stay): boolean {
	if (before === null) return false;
	if (isAway(before) && isAway(after)) return true;
	return (
		before.arrivedAt.getTime() === after.arrivedAt.getTime() &&
		before.leftAt?.getTime() === after.leftAt?.getTime() &&
		before.mode === after.mode
	);
}

async function insert(
	{ client, meetingId, number }: Held,
	whose: { enrolmentId: string } | { guestName: string },
	{ mode: place, arrivedAt, leftAt }: Stay,
	noted: Noting['noted']
): Promise<string> {
	const id = randomUUID();
	await client.query(
		`insert into live_attendee
			(id, live_session_id, enrolment_id, guest_name, mode, arrived_at, left_at, noted, number)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		[
			id,
			meetingId,
			'enrolmentId' in whose ? whose.enrolmentId : null,
			'guestName' in whose ? whose.guestName : null,
			place,
			arrivedAt,
			leftAt,
			noted,
			number
		]
	);
	return id;
}

async function update({ client, number }: Held, id: string, stay: Stay): Promise<void> {
	await client.query(
		'update live_attendee set arrived_at = $2, left_at = $3, mode = $4, number = $5 where id = $1',
		[id, stay.arrivedAt, stay.leftAt, stay.mode, number]
	);
}

async function keep(
	{ client, meetingId, at }: Held,
	{ personId }: Viewer,
	correction: { attendeeId: string; before: Stay | null; after: Stay; reason: string }
): Promise<void> {
	const id = randomUUID();
	await client.query(
		`insert into attendance_correction
			(id, live_session_id, attendee_id, before, after, reason, corrected_by_id, corrected_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8)`,
		[
			id,
			meetingId,
			correction.attendeeId,
			correction.before && JSON.stringify(correction.before),
			JSON.stringify(correction.after),
			seal(correction.reason, reasonPlace(id)),
			personId,
			at
		]
	);
}
