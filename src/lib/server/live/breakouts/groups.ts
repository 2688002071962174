import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import type { Proposal } from '../../../live/breakout.ts';
import { keepGroups, makeGroups, type GroupPerson, type Grouping } from '../../../live/grouping.ts';
import { WORKS } from '../../../live/work.ts';
import type { RolesHeld } from '../../../live/roles.ts';
import { db } from '../../db/index.ts';
import { Invalid } from '../../errors.ts';
import { wholeNumber } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import type { Held } from '../change.ts';
import { getFacilitated, type Meeting } from '../meeting.ts';

/** Making groups of who is here. Nothing is written: the facilitators look at them first. */

/** So many breakouts back, people’s groups are remembered. */
const REMEMBERED = 20;

/** What is mixed: schools, or what people do. */
const MIXES = {
	any: { mix: 'any', isByWork: false },
	mixed: { mix: 'mixed', isByWork: false },
	alike: { mix: 'alike', isByWork: false },
	'mixed-work': { mix: 'mixed', isByWork: true },
	'alike-work': { mix: 'alike', isByWork: true }
} as const;

export const proposeInput = v.object({
	by: v.optional(v.picklist(['size', 'number'], 'Choose how to make groups.'), 'size'),
	count: wholeNumber(1, 100, () => 'the number'),
	/** By the school that people come from, or by what they said that they do. */
	mix: v.optional(
		v.picklist(['any', 'mixed', 'alike', 'mixed-work', 'alike-work'], 'Choose how to mix people.'),
		'any'
	),
	past: v.optional(v.picklist(['any', 'kept', 'reshuffled'], 'Choose how to mix people.'), 'any'),
	/** Ticked where people on the call and people in the room sit in one group. */
	across: v.optional(v.literal('yes')),
	/** Of groups that were shown before, to make the same again. */
	seed: v.optional(v.pipe(v.string(), v.regex(/^\d{0,7}$/, 'Please reload the page.')), '')
});

type Person = Omit<GroupPerson, 'kind'> & {
	key: string;
	name: string;
	from: string | null;
	school: string;
	work: string | null;
};

/** Groups as they would be. */
export async function proposeGroups(
	viewer: Viewer,
	meetingId: string,
	{ past, across, seed: sent, mix: mixed, ...wish }: v.InferOutput<typeof proposeInput>
): Promise<Proposal> {
	const meeting = await getFacilitated(viewer, meetingId);
	const people = await listHere(meetingId);
	if (people.length === 0) throw new Invalid('Nobody is here yet, so there are no groups to make.');
	const seed = sent === '' ? randomInt(9_999_999) : Number(sent);
	const before = past === 'any' ? [] : (await readHistory(db().pool, meeting)).groupings;
	const [last] = before;
	if (past === 'kept' && last === undefined) {
		throw new Invalid('There were no groups before, so none can be kept.', {
			past: 'There were no groups before, so none can be kept.'
		});
	}
	const byKey = new Map(people.map((person) => [person.key, person]));
	const { mix, isByWork } = MIXES[mixed];
	const keyed = people.map(({ key, isRemote, school, work }) => ({
		id: key,
		isRemote,
		kind: isByWork ? (work ?? '') : school
	}));
	const groups =
		past === 'kept' && last !== undefined
			? keepGroups(keyed, last)
			: makeGroups(keyed, { ...wish, mix, seed, remoteTogether: across === undefined }, before);
	return {
		seed,
		apart: across === undefined && past !== 'kept',
		groups: groups.map((group) =>
			group.flatMap((key) => {
				const person = byKey.get(key);
				if (person === undefined) return [];
				const { id, name, from, isRemote } = person;
				const work = WORKS.find((one) => one === person.work) ?? null;
				return { attendeeId: id, name, from, work, isRemote };
			})
		)
	};
}

async function listHere(meetingId: string): Promise<Person[]> {
	const { rows } = await db().pool.query<Person>(
		`select attendee.id, coalesce(attendee.enrolment_id, attendee.id) as key,
			coalesce(person.name, attendee.guest_name, '') as name, organisation.name as from,
			coalesce(organisation.id::text, '') as school, attendee.mode = 'remote' as "isRemote",
			attendee.work
		from live_attendee attendee
		left join enrolment on enrolment.id = attendee.enrolment_id
		left join person on person.id = enrolment.person_id
		left join organisation on organisation.id = enrolment.organisation_id
		where attendee.live_session_id = $1 and attendee.left_at is null
			and enrolment.role is distinct from 'facilitator'
		order by attendee.arrived_at, attendee.id`,
		[meetingId]
	);
	return rows;
}

export type GroupHistory = {
	/** The last one first. By enrolment, and guests by their place in the meeting. */
	groupings: Grouping[];
	roles: RolesHeld;
};

/** The groups of this meeting and of the cohort’s earlier ones. A rehearsal remembers only itself. */
export async function readHistory(
	client: Pick<Held['client'], 'query'>,
	{ id, cohortId, rehearsal }: Pick<Meeting, 'id' | 'cohortId' | 'rehearsal'>
): Promise<GroupHistory> {
	const { rows } = await client.query<{
		breakoutId: string;
		groupId: string;
		key: string;
		role: string | null;
	}>(
		`with remembered as (
			select breakout.id, breakout.opened_at
			from live_breakout breakout join live_session meeting on meeting.id = breakout.live_session_id
			where meeting.id = $1 or (meeting.cohort_id = $2 and not meeting.rehearsal and not $3)
			order by breakout.opened_at desc limit $4
		)
		select remembered.id as "breakoutId", live_group.id as "groupId", member.role,
			coalesce(attendee.enrolment_id, attendee.id) as key
		from remembered
		join live_group on live_group.breakout_id = remembered.id
		join live_group_member member on member.group_id = live_group.id
		join live_attendee attendee on attendee.id = member.attendee_id
		order by remembered.opened_at desc, live_group.number, key`,
		[id, cohortId, rehearsal, REMEMBERED]
	);
	const breakouts = Map.groupBy(rows, ({ breakoutId }) => breakoutId);
	const roles = new Map<string, Map<string, number>>();
	for (const { key, role } of rows) {
		if (role === null) continue;
		const own = roles.get(key) ?? new Map<string, number>();
		roles.set(key, own.set(role, (own.get(role) ?? 0) + 1));
	}
	return {
		groupings: [...breakouts.values()].map((members) =>
			[...Map.groupBy(members, ({ groupId }) => groupId).values()].map((group) =>
				group.map(({ key }) => key)
			)
		),
		roles
	};
}
