import * as v from 'valibot';
import type { KeptNote, OwnGroup } from '../../../live/breakout.ts';
import { LONGEST_NOTE, mergeNotes } from '../../../live/group-note.ts';
import { seal, unseal } from '../../answers/index.ts';
import { now } from '../../clock.ts';
import { prisma, statement } from '../../db/index.ts';
import { Invalid, NotFound, Refused } from '../../errors.ts';
import { uuid, wholeNumber, words } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, type By, type Held } from '../change.ts';
import { calledBefore } from '../entering/called.ts';
import { requireInside, type Door } from '../entering/enter.ts';
import { getFacilitated } from '../meeting.ts';
import { addToNote } from './add-to-note.ts';
import { wasOf } from './breakout.ts';
import { notePlace } from './read-breakout.ts';

/**
 * What a group writes together, on several devices at once. Every version stays. It is its members’ and the
 * facilitators’ until it is brought to the wall.
 */

/** What was typed while a phone was offline still comes in for so long after the meeting. */
const LATE = 60 * 60_000;

export const noteInput = v.object({
	key: actionKey,
	/** The place for which a phone’s page was opened. */
	as: v.optional(uuid),
	group: uuid,
	text: words(LONGEST_NOTE, () => 'the note'),
	/** The revision that it was written over. */
	base: v.optional(
		wholeNumber(0, 1_000_000, () => 'the version'),
		'0'
	)
});

/** The group that somebody is in now; null where the room is together, or they are in none. */
export async function readOwnGroup(viewer: Viewer | null, door: Door): Promise<OwnGroup | null> {
	const { meeting, attendee } = requireInside(door, viewer);
	const [row] = await statement<
		Omit<OwnGroup, 'note' | 'members' | 'role'> & {
			sealed: Buffer | null;
			members: { attendeeId: string; name: string; isGuest: boolean; role: string | null }[];
		}
	>(
		'live-own-group',
		`select breakout.id as "breakoutId", live_group.id, live_group.number, live_group.revision,
			live_group.arranged, live_group.note as sealed,
			(select json_agg(json_build_object(
				'attendeeId', attendee.id,
				'name', coalesce(person.name, attendee.guest_name),
				'isGuest', person.id is null,
				'role', member.role
			) order by lower(coalesce(person.name, attendee.guest_name)), attendee.id)
			from live_group_member member
			join live_attendee attendee on attendee.id = member.attendee_id
			left join enrolment on enrolment.id = attendee.enrolment_id
			left join person on person.id = enrolment.person_id
			where member.group_id = live_group.id) as members
		from live_breakout breakout
		join live_group on live_group.breakout_id = breakout.id
		join live_group_member own on own.group_id = live_group.id and own.attendee_id = $2
		where breakout.live_session_id = $1 and breakout.closed_at is null
		order by breakout.opened_at desc limit 1`,
		[meeting.id, attendee.id]
	);
	if (row === undefined) return null;
	const { sealed, ...group } = row;
	const members = row.members.map(({ isGuest, name, ...one }) => ({
		...one,
		name: calledBefore(name, isGuest),
		isMe: one.attendeeId === attendee.id
	}));
	return {
		...group,
		members,
		role: members.find(({ isMe }) => isMe)?.role ?? null,
		note: sealed === null ? '' : unseal(sealed, notePlace(row.id))
	};
}

/** Keeps what somebody typed in their group’s note, with what others have typed meanwhile. */
export async function writeNote(
	viewer: Viewer | null,
	door: Door,
	input: v.InferOutput<typeof noteInput>
): Promise<KeptNote> {
	const { meeting, attendee } = requireInside(door, viewer, input.as);
	const member = await prisma().liveGroupMember.findFirst({
		where: {
			groupId: input.group,
			attendeeId: attendee.id,
			group: { breakout: { liveSessionId: meeting.id } }
		},
		select: { groupId: true }
	});
	const by = { attendeeId: attendee.id };
	if (member !== null) return keep(meeting.id, by, input);
	if (!(await wasOf(meeting.id, input.group, attendee.id))) throw new NotFound();
	// What somebody typed when they were moved is that group’s still. What the others write now is theirs.
	await keep(meeting.id, by, input, true);
	return { text: input.text, revision: input.base };
}

/** The same by a facilitator, for a group without a phone. */
export async function writeNoteFor(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof noteInput>
): Promise<KeptNote> {
	await getFacilitated(viewer, meetingId);
	const group = await prisma().liveGroup.findFirst({
		where: { id: input.group, breakout: { liveSessionId: meetingId } },
		select: { id: true }
	});
	if (group === null) throw new NotFound();
	return keep(meetingId, viewer, input);
}

async function keep(
	meetingId: string,
	by: By,
	{ key, group, text, base }: v.InferOutput<typeof noteInput>,
	/** What is sent is added, and takes nothing away: so it is for everybody after the end. */
	isOnlyAdded = false
): Promise<KeptNote> {
	let kept: KeptNote | null = null;
	await change(meetingId, by, sendingOf({ key, group, text, base }), async (held) => {
		if (held.endedAt !== null && now().getTime() > held.endedAt.getTime() + LATE) {
			throw new Refused('The session is over, and the note is closed.');
		}
		const stands = await readNote(held.client, group);
		kept = stands;
		const before = base === stands.revision ? stands.text : await readVersion(held, group, base);
		const merge = isOnlyAdded || held.endedAt !== null ? addToNote : mergeNotes;
		const merged = merge(text, before, stands.text);
		if (merged.length > LONGEST_NOTE) throw new Invalid('The note is as long as it can be.');
		if (merged === stands.text) return null;
		kept = { text: merged, revision: stands.revision + 1 };
		await put(held, group, stands, kept);
		return { kind: 'note', parts: ['breakout'], data: { group }, canWait: true };
	});
	// One that was sent twice is in it already.
	return kept ?? readNote(undefined, group);
}

async function readNote(client: Held['client'] | undefined, group: string): Promise<KeptNote> {
	const text = 'select note, revision from live_group where id = $1';
	const rows =
		client === undefined
			? await statement<{ note: Buffer | null; revision: number }>('live-note', text, [group])
			: (await client.query<{ note: Buffer | null; revision: number }>(text, [group])).rows;
	const [row] = rows;
	if (row === undefined) throw new NotFound();
	return {
		text: row.note === null ? '' : unseal(row.note, notePlace(group)),
		revision: row.revision
	};
}

/** What stood there at a revision. One that there never was is nothing: then all of both is kept. */
async function readVersion({ client }: Held, group: string, revision: number): Promise<string> {
	const { rows } = await client.query<{ sealed: Buffer }>(
		'select sealed from live_group_note where group_id = $1 and revision = $2',
		[group, revision]
	);
	return rows[0] === undefined ? '' : unseal(rows[0].sealed, notePlace(group));
}

async function put(
	{ client, at }: Held,
	group: string,
	before: KeptNote,
	after: KeptNote
): Promise<void> {
	const place = notePlace(group);
	await client.query(
		`insert into live_group_note (group_id, revision, sealed, written_at) values ($1, $2, $3, $4)`,
		[group, before.revision, seal(before.text, place), at]
	);
	await client.query('update live_group set note = $2, revision = $3 where id = $1', [
		group,
		seal(after.text, place),
		after.revision
	]);
}
