import type { Parked } from '../../../live/room.ts';
import { promiseInWords } from '../../../live/promise-words.ts';
import { unseal } from '../../answers/index.ts';
import { openResponse } from '../asking/respond.ts';

/**
 * A parked question as every list reads it. One that is an entry of the wall has no words of its own: it says
 * what the entry says now, to nobody who may not see the entry.
 */

export type ParkedRow = {
	id: string;
	sealed: Buffer | null;
	answer: Buffer | null;
	askId: string | null;
	writerId: string | null;
	entry: Buffer | null;
	promise: 'will' | 'stop' | null;
	votes: number;
	hands: number | null;
	isHidden: boolean;
	isKeptBack: boolean;
	isHeld: boolean;
	isTakenBack: boolean;
};

/** What its writer took off the wall is nowhere: nobody reads its words any more. */
export const IS_THERE = `(response.id is null or (response.on_wall and response.sealed is not null))`;

/** An entry that the room does not see. */
const IS_KEPT_BACK = `(response.id is not null and (response.hidden or ask.revealed_at is null))`;

/** What the room may see: on the screen, on every phone, in the recap. Only there are votes given. */
export const IS_FOR_ALL = `(not parked.hidden and not parked.held and ${IS_THERE} and not ${IS_KEPT_BACK})`;

export const PARKED_COLUMNS = `parked.id, parked.sealed, parked.answer, parked.hidden as "isHidden", parked.hands,
	${IS_KEPT_BACK} as "isKeptBack",
	parked.held as "isHeld", not ${IS_THERE} as "isTakenBack",
	case when ${IS_THERE} then response.sealed end as entry, response.ask_id as "askId", response.attendee_id as "writerId",
	response.promised ->> 'kind' as promise,
	voted.votes`;

export const PARKED_SOURCE = `live_parked parked
	join live_session meeting on meeting.id = parked.live_session_id
	left join live_response response on response.id = parked.response_id
	left join live_ask ask on ask.id = response.ask_id
	cross join lateral (select count(*)::int as votes from live_vote where subject_id = parked.id) voted`;

/** What most want answered first: by votes or by hands, whichever are more, never by the two together. */
export const BY_WISH = `greatest(voted.votes, coalesce(parked.hands, 0)) desc, voted.votes desc`;

/** What a parked question of one’s own, and any answer to one, is sealed to. */
export function parkedPlace(id: string): string {
	return `live-parked:${id}`;
}

export function openParked(row: ParkedRow): Omit<Parked, 'isEarlier'> {
	const { id, answer, votes, hands, isHidden, isKeptBack, isHeld, isTakenBack } = row;
	return {
		id,
		text: wordsOf(row),
		answer: answer && unseal(answer, parkedPlace(id)),
		votes,
		hands,
		isHidden,
		isKeptBack,
		isHeld,
		isTakenBack
	};
}

function wordsOf({ id, sealed, askId, writerId, entry, promise }: ParkedRow): string {
	if (askId === null || entry === null) return sealed ? unseal(sealed, parkedPlace(id)) : '';
	const text = openResponse(askId, writerId, entry);
	return promise === null ? text : promiseInWords(promise, text);
}
