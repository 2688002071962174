import type { BreakoutGroup, BreakoutPart, Surface } from '../../live/room.ts';
import type { Language } from '../../languages.ts';
import { unseal } from '../answers/index.ts';
import { statement } from '../db/index.ts';
import { guideOf } from '../guides/index.ts';
import type { Meeting } from './meeting.ts';
import { escaped } from './written.ts';

type Row = {
	id: string;
	blockId: string | null;
	task: string;
	minutes: number;
	openedAt: Date;
	calledAt: Date | null;
	backAt: Date | null;
	isShared: boolean;
	groups: (Omit<BreakoutGroup, 'note' | 'size'> & { note: string | null })[];
};

/** What a group's note is sealed to. */
export function notePlace(groupId: string): string {
	return `live-group:${groupId}`;
}

/**
 * The groups at work. Notes are for the console and, once they are shared, for all. A phone hears neither names
 * nor notes: it reads its own group by itself.
 */
export async function readBreakout(
	meeting: Meeting,
	surface: Surface,
	language: Language
): Promise<BreakoutPart> {
	const [row] = await statement<Row>(
		'live-breakout',
		`select id, agenda_block_id as "blockId", task, minutes, opened_at as "openedAt",
			called_at as "calledAt", back_at as "backAt", shared_at is not null as "isShared",
			(select coalesce(json_agg(json_build_object(
				'id', live_group.id,
				'number', live_group.number,
				'revision', live_group.revision,
				'arranged', live_group.arranged,
				'isHidden', live_group.hidden,
				'note', encode(live_group.note, 'base64'),
				'members', (select coalesce(json_agg(json_build_object(
					'attendeeId', attendee.id,
					'name', coalesce(person.name, attendee.guest_name),
					'role', member.role
				) order by lower(coalesce(person.name, attendee.guest_name)), attendee.id), '[]')
				from live_group_member member
				join live_attendee attendee on attendee.id = member.attendee_id
				left join enrolment on enrolment.id = attendee.enrolment_id
				left join person on person.id = enrolment.person_id
				where member.group_id = live_group.id)
			) order by live_group.number), '[]') from live_group where breakout_id = live_breakout.id) as groups
		from live_breakout where live_session_id = $1 and closed_at is null
		order by opened_at desc limit 1`,
		[meeting.id]
	);
	if (row === undefined) return null;
	const { id, minutes, openedAt, calledAt, backAt, isShared } = row;
	return {
		id,
		minutes,
		isShared,
		taskHtml: await taskOf(meeting, row, language),
		openedAt: openedAt.toISOString(),
		calledAt: calledAt?.toISOString() ?? null,
		backAt: backAt?.toISOString() ?? null,
		steps: [],
		groups: row.groups.map((group) => shownTo(surface, group, isShared))
	};
}

function shownTo(surface: Surface, group: Row['groups'][number], isShared: boolean): BreakoutGroup {
	const seesNote = surface === 'console' || (isShared && !group.isHidden);
	return {
		...group,
		size: group.members.length,
		members: surface === 'phone' ? [] : group.members,
		note: seesNote && group.note !== null ? opened(group.id, group.note) : ''
	};
}

function opened(groupId: string, sealed: string): string {
	return unseal(Buffer.from(sealed, 'base64'), notePlace(groupId));
}

/** The facilitators’ own words, or what the block says to participants in the reader’s language. */
async function taskOf(
	meeting: Meeting,
	{ blockId, task }: Pick<Row, 'blockId' | 'task'>,
	language: Language
): Promise<string> {
	if (task !== '') {
		return task
			.split(/\n{2,}/)
			.map((passage) => `<p>${escaped(passage).replaceAll('\n', '<br>')}</p>`)
			.join('');
	}
	const { agenda } = await guideOf(meeting, language);
	return agenda.find(({ id }) => id === blockId)?.participants?.html ?? '';
}
