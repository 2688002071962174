import * as v from 'valibot';
import type { PartName } from '../../../live/room.ts';
import { prisma, statement } from '../../db/index.ts';
import { NotFound } from '../../errors.ts';
import { uuid, wholeNumber } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning, type Done, type Held } from '../change.ts';
import { getFacilitated } from '../meeting.ts';
import { bringGroupsForward } from '../screen.ts';
import { closeGroups, MOST_GROUPS } from './open-breakout.ts';

/** Groups at work: changed while they are, called back, and their notes brought to the wall. */

/** From the call until everybody is to be back. */
const CALL_SECONDS = '60';

/** The kind of event by which somebody was moved. */
const MOVED = 'breakout-move';

export const breakoutIdInput = v.object({ key: actionKey, breakout: uuid });
export const moreInput = v.object({
	key: actionKey,
	breakout: uuid,
	minutes: wholeNumber(1, 60, () => 'the minutes')
});
export const callInput = v.object({
	key: actionKey,
	breakout: uuid,
	seconds: v.optional(
		wholeNumber(10, 600, () => 'the seconds'),
		CALL_SECONDS
	)
});
export const moveInput = v.object({
	key: actionKey,
	breakout: uuid,
	attendee: uuid,
	/** Its number; one more than there are is a new group. */
	group: wholeNumber(1, MOST_GROUPS, () => 'the group')
});
export const hideNoteInput = v.object({
	key: actionKey,
	breakout: uuid,
	group: uuid,
	hidden: v.picklist(['yes', 'no'])
});

/** More time, from now where it had run out. Who was called back goes on. */
export async function giveMinutes(
	viewer: Viewer,
	meetingId: string,
	{ key, breakout, minutes }: v.InferOutput<typeof moreInput>
): Promise<void> {
	await onBreakout(viewer, meetingId, key, breakout, async ({ client, at }) => {
		await client.query(
			`update live_breakout set called_at = null, back_at = null,
				minutes = $3 + greatest(minutes,
					ceil(extract(epoch from $2::timestamptz - opened_at) / 60))::int
			where id = $1`,
			[breakout, at, minutes]
		);
		return 'breakout-minutes';
	});
}

/** Calls everybody back: a countdown runs on every phone. */
export async function callBack(
	viewer: Viewer,
	meetingId: string,
	{ key, breakout, seconds }: v.InferOutput<typeof callInput>
): Promise<void> {
	await onBreakout(viewer, meetingId, key, breakout, async (held) => {
		const { client, at } = held;
		await client.query(
			'update live_breakout set called_at = coalesce(called_at, $2), back_at = $3 where id = $1',
			[breakout, at, new Date(at.getTime() + seconds * 1000)]
		);
		return { kind: 'breakout-call', parts: await bringGroupsForward(held) };
	});
}

/** Brings the notes to the wall. What was seen was seen: there is no way back but to put them away. */
export async function shareNotes(
	viewer: Viewer,
	meetingId: string,
	{ key, breakout }: v.InferOutput<typeof breakoutIdInput>
): Promise<void> {
	await onBreakout(viewer, meetingId, key, breakout, async (held) => {
		const { client, at } = held;
		await client.query(
			`update live_breakout set shared_at = coalesce(shared_at, $2),
				called_at = coalesce(called_at, $2), back_at = least(coalesce(back_at, $2), $2)
			where id = $1`,
			[breakout, at]
		);
		return { kind: 'breakout-share', parts: await bringGroupsForward(held) };
	});
}

/** Keeps one group’s note off the wall, or lets it there. */
export async function hideNote(
	viewer: Viewer,
	meetingId: string,
	{ key, breakout, group, hidden }: v.InferOutput<typeof hideNoteInput>
): Promise<void> {
	await onBreakout(viewer, meetingId, key, breakout, async ({ client }) => {
		const { rowCount } = await client.query(
			'update live_group set hidden = $3 where id = $1 and breakout_id = $2',
			[group, breakout, hidden === 'yes']
		);
		if (rowCount === 0) throw new NotFound();
		return 'breakout-note';
	});
}

/** The room is together again. Notes stay with their groups and, if they were shared, in the recap. */
export async function closeBreakout(
	viewer: Viewer,
	meetingId: string,
	{ key, breakout }: v.InferOutput<typeof breakoutIdInput>
): Promise<void> {
	await onBreakout(viewer, meetingId, key, breakout, async (held) => {
		await closeGroups(held);
		return 'breakout-close';
	});
}

/** Moves somebody to another group while they are at work. */
export async function movePerson(
	viewer: Viewer,
	meetingId: string,
	{ key, breakout, attendee, group }: v.InferOutput<typeof moveInput>
): Promise<void> {
	await onBreakout(viewer, meetingId, key, breakout, async ({ client, number }) => {
		const own = await client.query(
			'select from live_attendee where id = $1 and live_session_id = $2',
			[attendee, meetingId]
		);
		if (own.rowCount === 0) throw new NotFound();
		const { rows } = await client.query<{ id: string }>(
			`insert into live_group (breakout_id, number, arranged)
			select $1, $2, $3 where $2 <= (select max(number) + 1 from live_group where breakout_id = $1)
			on conflict (breakout_id, number) do update set arranged = excluded.arranged
			returning id`,
			[breakout, group, number]
		);
		const [target] = rows;
		if (target === undefined) throw new NotFound();
		const left = await client.query<{ id: string }>(
			`with gone as (
				delete from live_group_member using live_group
				where live_group.id = live_group_member.group_id and live_group.breakout_id = $1
					and live_group_member.attendee_id = $2
				returning live_group_member.group_id
			)
			update live_group set arranged = $3 where id in (select group_id from gone) returning id`,
			[breakout, attendee, number]
		);
		await client.query('insert into live_group_member (group_id, attendee_id) values ($1, $2)', [
			target.id,
			attendee
		]);
		return { kind: MOVED, data: { attendee, left: left.rows.map(({ id }) => id) } };
	});
}

/** Whether somebody was of a group, and was moved to another. */
export async function wasOf(
	meetingId: string,
	group: string,
	attendeeId: string
): Promise<boolean> {
	const rows = await statement(
		'live-was-of-group',
		`select from live_event where live_session_id = $1 and kind = $2
			and data->>'attendee' = $3 and data->'left' ? $4 limit 1`,
		[meetingId, MOVED, attendeeId, group]
	);
	return rows.length > 0;
}

/** Does something with groups at work. Those of another meeting are not found; what is closed stays as it is. */
async function onBreakout(
	viewer: Viewer,
	meetingId: string,
	key: string,
	breakoutId: string,
	work: (held: Held) => Promise<string | (Pick<Done, 'kind' | 'data'> & { parts?: PartName[] })>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	const found = await prisma().liveBreakout.findFirst({
		where: { id: breakoutId, liveSessionId: meetingId },
		select: { id: true }
	});
	if (found === null) throw new NotFound();
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const open = await held.client.query(
			'select from live_breakout where id = $1 and closed_at is null',
			[breakoutId]
		);
		if (open.rowCount === 0) return null;
		const done = await work(held);
		const { kind, parts = [], data = {} } = typeof done === 'string' ? { kind: done } : done;
		return { kind, parts: ['breakout', ...parts], data: { breakout: breakoutId, ...data } };
	});
}
