import { speakersOf } from '../../../guide/speakers.ts';
import type {
	BreakoutGroup,
	BreakoutPart,
	BreakoutStep,
	GroupMember,
	Surface
} from '../../../live/room.ts';
import type { Language } from '../../../languages.ts';
import { unseal } from '../../answers/index.ts';
import type { AgendaBlock } from '../../curriculum/index.ts';
import { statement } from '../../db/index.ts';
import { guideOf } from '../../guides/index.ts';
import { inLanguage } from '../../language.ts';
import { calledBefore } from '../entering/called.ts';
import type { Meeting } from '../meeting.ts';
import { escaped } from '../asking/written.ts';

type Row = {
	id: string;
	blockId: string | null;
	task: string;
	minutes: number;
	openedAt: Date;
	calledAt: Date | null;
	backAt: Date | null;
	isShared: boolean;
	groups: (Omit<BreakoutGroup, 'note' | 'size' | 'members'> & {
		note: string | null;
		members: (GroupMember & { isGuest: boolean })[];
	})[];
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
					'isGuest', person.id is null,
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
	const { agenda } = await guideOf(meeting, language);
	const block = agenda.find((one) => one.id === row.blockId);
	return {
		id,
		minutes,
		isShared,
		taskHtml: taskOf(row.task, block),
		openedAt: openedAt.toISOString(),
		calledAt: calledAt?.toISOString() ?? null,
		backAt: backAt?.toISOString() ?? null,
		steps: stepsOf(block, language),
		groups: inLanguage(language, () => row.groups.map((group) => shownTo(surface, group, isShared)))
	};
}

function shownTo(surface: Surface, group: Row['groups'][number], isShared: boolean): BreakoutGroup {
	const seesNote = surface === 'console' || (isShared && !group.isHidden);
	return {
		...group,
		size: group.members.length,
		members: surface === 'phone' ? [] : group.members.map(calledAs),
		note: seesNote && group.note !== null ? opened(group.id, group.note) : ''
	};
}

function calledAs({ isGuest, name, ...member }: GroupMember & { isGuest: boolean }): GroupMember {
	return { ...member, name: calledBefore(name, isGuest) };
}

function opened(groupId: string, sealed: string): string {
	return unseal(Buffer.from(sealed, 'base64'), notePlace(groupId));
}

/** The facilitators’ own words, or what the block says to participants in the reader’s language. */
function taskOf(task: string, block: AgendaBlock | undefined): string {
	if (task === '') return block?.participants?.html ?? '';
	return task
		.split(/\n{2,}/)
		.map((passage) => `<p>${escaped(passage).replaceAll('\n', '<br>')}</p>`)
		.join('');
}

function stepsOf(block: AgendaBlock | undefined, language: Language): BreakoutStep[] {
	return (block?.protocol?.steps ?? []).map(({ title, minutes, speaks, text }) => ({
		title,
		minutes,
		speaks: inLanguage(language, () => speakersOf(speaks)),
		html: text.html
	}));
}
