import * as v from 'valibot';
import { handRound } from '../../../live/roles.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { uuid, wholeNumber, words } from '../../forms.ts';
import { guideOf } from '../../guides/index.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning, type Held } from '../change.ts';
import { noRoles, rolesOf, type GroupRoles } from './group-roles.ts';
import { readHistory } from './groups.ts';
import { getFacilitated, type Meeting } from '../meeting.ts';
import { bringGroupsForward } from '../screen.ts';
import { seatLatecomer } from '../entering/seat.ts';

/** Sending groups to work. */

export const MOST_GROUPS = 100;

/** Somebody’s place, as `attendee:number` of the group; 0 leaves them out. */
const seat = v.pipe(
	v.string('Please reload the page.'),
	v.regex(/^[\da-f-]{36}:\d{1,3}$/i, 'Please reload the page.'),
	v.transform((text) => ({ attendeeId: text.slice(0, 36), number: Number(text.slice(37)) })),
	v.object({ attendeeId: uuid, number: v.pipe(v.number(), v.maxValue(MOST_GROUPS)) })
);

export const breakoutInput = v.object({
	key: actionKey,
	/** Left empty, it is what the block says to participants. */
	task: v.optional(
		words(2_000, () => 'the task'),
		''
	),
	minutes: wholeNumber(1, 240, () => 'the minutes'),
	/** Whether people get roles in their groups. */
	roles: v.optional(v.literal('yes')),
	seat: v.pipe(
		v.union([v.array(v.string()), v.string()], 'Make groups first.'),
		v.transform((seats) => [seats].flat()),
		v.maxLength(1_000, 'Please reload the page.'),
		v.array(seat)
	)
});

/** Sends the groups to work, all at once. Groups that still were at work are closed. */
export async function openBreakout(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof breakoutInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	const { agenda } = await guideOf(meeting, 'en');
	await change(meetingId, viewer, sendingOf(input), async (held) => {
		requireRunning(held);
		const groups = await placesOf(held, input.seat);
		const current = await held.client.query<{ blockId: string }>(
			`select block_id as "blockId" from live_block
			where live_session_id = $1 and entered_at is not null`,
			[meetingId]
		);
		const block = agenda.find(({ id }) => id === current.rows[0]?.blockId);
		const task = input.task.trim();
		if (task === '' && !block?.participants) {
			throw new Invalid('Write what the groups are to do.', {
				task: 'Write what the groups are to do.'
			});
		}
		await closeGroups(held);
		const parts = await bringGroupsForward(held);
		const { rows } = await held.client.query<{ id: string }>(
			`insert into live_breakout (live_session_id, agenda_block_id, task, opened_at, minutes)
			values ($1, $2, $3, $4, $5) returning id`,
			[meetingId, block?.id ?? null, task, held.at, input.minutes]
		);
		const id = rows[0]?.id ?? '';
		const roles = input.roles === 'yes' ? rolesOf(block) : noRoles;
		await seatAll(held, meeting, id, groups, roles);
		return { kind: 'breakout', parts: ['breakout', ...parts], data: { breakout: id } };
	});
}

type Seat = { attendeeId: string; key: string };

/** The groups that were made, in their order and without empty ones; each person must be of this meeting. */
async function placesOf(
	{ client, meetingId }: Held,
	seats: readonly { attendeeId: string; number: number }[]
): Promise<Seat[][]> {
	const { rows } = await client.query<Seat>(
		`select id as "attendeeId", coalesce(enrolment_id, id) as key from live_attendee
		where live_session_id = $1 and id = any($2)`,
		[meetingId, seats.map(({ attendeeId }) => attendeeId)]
	);
	const known = new Map(rows.map((row) => [row.attendeeId, row]));
	const places = new Map<number, Seat[]>();
	const seen = new Set<string>();
	for (const { attendeeId, number } of seats.toSorted((one, other) => one.number - other.number)) {
		const person = known.get(attendeeId);
		if (person === undefined) throw new NotFound();
		if (seen.has(attendeeId)) throw new Invalid('Each person can be in one group.');
		seen.add(attendeeId);
		if (number > 0) places.set(number, [...(places.get(number) ?? []), person]);
	}
	if (places.size === 0) throw new Invalid('Put somebody in a group first.');
	return [...places.values()];
}

/** Who came in after the groups were made joins the smallest. */
async function seatAll(
	held: Held,
	meeting: Meeting,
	breakoutId: string,
	groups: readonly Seat[][],
	{ named, others }: GroupRoles
): Promise<void> {
	const { client, meetingId, number } = held;
	const history = await readHistory(client, meeting);
	for (const [index, seats] of groups.entries()) {
		const keys = seats.map(({ key }) => key);
		const given = handRound(keys, named, history.roles, others);
		const { rows } = await client.query<{ id: string }>(
			`insert into live_group (breakout_id, number, arranged) values ($1, $2, $3) returning id`,
			[breakoutId, index + 1, number]
		);
		await client.query(
			`insert into live_group_member (group_id, attendee_id, role)
			select $1, * from unnest($2::uuid[], $3::text[])`,
			[
				rows[0]?.id,
				seats.map(({ attendeeId }) => attendeeId),
				keys.map((key) => given.get(key) ?? null)
			]
		);
	}
	const unseated = await client.query<{ id: string }>(
		`select id from live_attendee attendee where live_session_id = $1 and left_at is null
			and not id = any($2)
		order by arrived_at, id`,
		[meetingId, groups.flat().map(({ attendeeId }) => attendeeId)]
	);
	for (const { id } of unseated.rows) await seatLatecomer(held, id);
}

/** Closes whatever groups are at work. */
export async function closeGroups({ client, meetingId, at }: Held): Promise<void> {
	await client.query(
		'update live_breakout set closed_at = $2 where live_session_id = $1 and closed_at is null',
		[meetingId, at]
	);
}
