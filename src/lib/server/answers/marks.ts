import type { AnswerMark } from '../../blocks.ts';
import type { Audience } from '../db/index.ts';
import { answerPlace, replyPlace, unseal } from './seal.ts';

/** What one person has left on the blocks of one step, by block id. */
export type Marks = {
	answers: ReadonlyMap<string, AnswerMark>;
	selections: ReadonlyMap<string, { choices: string[]; tries: number }>;
	/** `seen` and `position` are in seconds. */
	watches: ReadonlyMap<string, { seen: number; position: number }>;
};

/** What the columns of the marks hold. */
export type MarksRow = {
	answers: {
		id: string;
		blockId: string;
		sealed: string;
		audience: Audience;
		revision: number;
		savedAt: string;
		replies: { author: string; sealed: string; at: string }[];
	}[];
	selections: { blockId: string; choices: string[]; tries: number }[];
	watches: { blockId: string; seen: number; position: number }[];
};

/** The columns that hold the marks: $1 is the enrolment, $2 the ids of the blocks. */
export const MARKS_COLUMNS = `
	(select coalesce(json_agg(json_build_object(
		'id', answer.id,
		'blockId', block_id,
		'sealed', encode(sealed, 'base64'),
		'audience', audience,
		'revision', revision,
		'savedAt', updated_at,
		'replies', (select coalesce(json_agg(json_build_object(
			'author', person.name,
			'sealed', encode(reply.sealed, 'base64'),
			'at', reply.created_at
		) order by reply.created_at), '[]')
		from reply join person on person.id = reply.author_id
		where reply.answer_id = answer.id)
	)), '[]') from answer where enrolment_id = $1 and block_id = any($2::text[])) as answers,
	(select coalesce(json_agg(json_build_object(
		'blockId', block_id, 'choices', choices, 'tries', tries
	)), '[]') from selection where enrolment_id = $1 and block_id = any($2::text[])) as selections,
	(select coalesce(json_agg(json_build_object(
		'blockId', block_id,
		'position', position,
		'seen', (select coalesce(sum(upper(stretch) - lower(stretch)), 0)::float / 10
			from unnest(played) stretch)
	)), '[]') from watch where enrolment_id = $1 and block_id = any($2::text[])) as watches`;

export function marksOf(enrolmentId: string, row: MarksRow): Marks {
	return {
		answers: new Map(row.answers.map((answer) => [answer.blockId, opened(enrolmentId, answer)])),
		selections: new Map(row.selections.map(({ blockId, ...selection }) => [blockId, selection])),
		watches: new Map(row.watches.map(({ blockId, ...watch }) => [blockId, watch]))
	};
}

function opened(enrolmentId: string, answer: MarksRow['answers'][number]): AnswerMark {
	return {
		text: unseal(bytes(answer.sealed), answerPlace(enrolmentId, answer.blockId)),
		audience: answer.audience,
		revision: answer.revision,
		savedAt: new Date(answer.savedAt),
		replies: answer.replies.map(({ author, sealed, at }) => ({
			author,
			text: unseal(bytes(sealed), replyPlace(answer.id)),
			at: new Date(at)
		}))
	};
}

function bytes(base64: string): Buffer {
	return Buffer.from(base64, 'base64');
}
