import { unseal } from '../answers/index.ts';
import { getModule } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { optionsOf } from './asking/options.ts';
import { questionText } from './asking/question.ts';
import { openResponse } from './asking/respond.ts';
import { notePlace } from './breakouts/read-breakout.ts';

/** What somebody wrote in a meeting and nowhere else: to the facilitators' own questions, and with their group. */
export type SaidEntry = {
	/** Of the meeting. */
	id: string;
	moduleTitle: string;
	cohortName: string;
	savedAt: Date;
	words: { about: string; text: string }[];
};

type Row = {
	id: string;
	moduleId: string;
	cohortName: string;
	savedAt: Date;
	/** Sealed words are in base64: they come as JSON. */
	answers: {
		askId: string;
		attendeeId: string;
		question: string | null;
		ready: string | null;
		/** Answers to choose from, and which of them were chosen. */
		offered: unknown;
		chosen: string[];
		sealed: string | null;
	}[];
	notes: { groupId: string; sealed: string }[];
};

const SAID = `
	select meeting.id, meeting.module_id as "moduleId", cohort.name as "cohortName",
		coalesce(meeting.started_at, meeting.starts_at) as "savedAt",
		(select coalesce(json_agg(json_build_object(
			'askId', ask.id, 'attendeeId', response.attendee_id, 'question', ask.question, 'ready', ask.ready,
			'offered', ask.choices, 'chosen', response.choices,
			'sealed', encode(response.sealed, 'base64')
		) order by ask.asked_at, ask.id), '[]')
			from live_response response join live_ask ask on ask.id = response.ask_id
			where response.attendee_id = attendee.id and ask.block_id is null
				and (response.sealed is not null or ask.choices is not null)) as answers,
		(select coalesce(json_agg(json_build_object(
			'groupId', live_group.id, 'sealed', encode(live_group.note, 'base64')
		) order by breakout.opened_at, live_group.id), '[]')
			from live_group_member member join live_group on live_group.id = member.group_id
			join live_breakout breakout on breakout.id = live_group.breakout_id
			where member.attendee_id = attendee.id and live_group.note is not null) as notes
	from live_attendee attendee
	join enrolment on enrolment.id = attendee.enrolment_id
	join live_session meeting on meeting.id = attendee.live_session_id
	join cohort on cohort.id = meeting.cohort_id
	where enrolment.person_id = $1 and not meeting.rehearsal
	order by meeting.starts_at desc`;

/** The viewer's own words of every meeting, the newest first. What a module asked is among their answers. */
export async function listSaid(viewer: Viewer): Promise<SaidEntry[]> {
	const rows = await statement<Row>('live-said', SAID, [viewer.personId]);
	return rows
		.map(({ moduleId, answers, notes, ...meeting }) => ({
			...meeting,
			moduleTitle: getModule(moduleId).title,
			words: [...answers.map(answered), ...notes.map(noted)].filter(({ text }) => text !== '')
		}))
		.filter(({ words }) => words.length > 0);
}

function answered({
	askId,
	attendeeId,
	sealed,
	offered,
	chosen,
	...asked
}: Row['answers'][number]) {
	if (sealed !== null) {
		return {
			about: questionText(asked),
			text: openResponse(askId, attendeeId, bytes(sealed)).trim()
		};
	}
	const { choices } = optionsOf({ blockId: null, choices: offered });
	const texts = choices.filter(({ id }) => chosen.includes(id)).map(({ text }) => text);
	return { about: questionText(asked), text: texts.join('\n') };
}

function noted({ groupId, sealed }: Row['notes'][number]) {
	return { about: 'Your group wrote', text: unseal(bytes(sealed), notePlace(groupId)).trim() };
}

function bytes(base64: string): Buffer {
	return Buffer.from(base64, 'base64');
}
