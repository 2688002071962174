import type { Language } from '../../../languages.ts';
import { promiseInWords } from '../../../live/promise-words.ts';
import type { Surface, WallEntry, WallPart } from '../../../live/room.ts';
import { statement } from '../../db/index.ts';
import { inLanguage } from '../../language.ts';
import type { Meeting } from '../meeting.ts';
import { calledBefore } from '../entering/called.ts';
import { openResponse } from '../asking/respond.ts';

type Row = {
	id: string;
	askId: string;
	attendeeId: string | null;
	sealed: Buffer | null;
	/** Of a commitment: it stands as a sentence. */
	promise: 'will' | 'stop' | null;
	name: string | null;
	isGuest: boolean;
	isHidden: boolean;
	isHighlighted: boolean;
	themeId: string | null;
	votes: number;
};

/** What comes to a wall at all; an exit question never does. */
export const IS_WALL = `ask.kind in ('reflect', 'question') and ask.capture in ('wall', 'commitment')`;

const emptyWall: WallPart = { askId: null, isWhole: true, entries: [], themes: [] };

/**
 * The wall of what is asked now. The projector and the phones see it once it is revealed; nobody sees who wrote
 * what unless names were announced when it was asked.
 * @param since the number of the last change that the page knows; 0 for all of it.
 */
export async function readWall(
	meeting: Meeting,
	{ surface, language }: { surface: Surface; language: Language },
	since: number
): Promise<WallPart> {
	const [ask] = await statement<{ id: string; named: boolean; isRevealed: boolean }>(
		'live-wall-ask',
		`select id, named, revealed_at is not null as "isRevealed" from live_ask ask
		where live_session_id = $1 and closed_at is null and ${IS_WALL}`,
		[meeting.id]
	);
	if (ask === undefined) return emptyWall;
	const isWhole = since === 0;
	if (surface !== 'console' && !ask.isRevealed) return { ...emptyWall, askId: ask.id };
	const [rows, themes] = await Promise.all([
		readEntries(ask.id, since),
		statement<{ id: string; name: string }>(
			'live-themes',
			'select id, name from live_theme where ask_id = $1 order by position, id',
			[ask.id]
		)
	]);
	// Who looks for the first time has nothing to take away.
	const told = isWhole && surface !== 'console' ? rows.filter(({ isHidden }) => !isHidden) : rows;
	const entries = inLanguage(language, () => told.map((row) => entryOf(row, ask.named, surface)));
	return { askId: ask.id, isWhole, entries, themes };
}

function readEntries(askId: string, since: number): Promise<Row[]> {
	// What its writer took off the wall is sent once more, without its words, so that pages take it away.
	return statement<Row>(
		'live-wall',
		`select response.id, response.ask_id as "askId", response.attendee_id as "attendeeId",
			case when response.on_wall then response.sealed end as sealed,
			response.promised ->> 'kind' as promise,
			coalesce(person.name, attendee.guest_name) as name, person.id is null as "isGuest",
			response.hidden or not response.on_wall as "isHidden",
			response.highlighted as "isHighlighted", response.theme_id as "themeId",
			(select count(*)::int from live_vote where subject_id = response.id) as votes
		from live_response response
		left join live_attendee attendee on attendee.id = response.attendee_id
		left join enrolment on enrolment.id = attendee.enrolment_id
		left join person on person.id = enrolment.person_id
		where response.ask_id = $1 and response.number > $2 and response.sealed is not null
			and (response.on_wall or $2 > 0)
		order by md5(response.id::text)`,
		[askId, since]
	);
}

/** They stand in no order of time: who wrote just now must not be told by what comes last. */
function entryOf(row: Row, named: boolean, surface: Surface): WallEntry {
	const { id, askId, attendeeId, sealed, promise, isHidden, isHighlighted, themeId, votes } = row;
	const isShown = sealed !== null && (surface === 'console' || !isHidden);
	return {
		id,
		text: isShown ? inWords(promise, openResponse(askId, attendeeId, sealed)) : '',
		name: named && isShown && row.name !== null ? calledBefore(row.name, row.isGuest) : null,
		isHidden,
		isHighlighted,
		themeId,
		votes
	};
}

function inWords(promise: Row['promise'], text: string): string {
	return promise === null ? text : promiseInWords(promise, text);
}
