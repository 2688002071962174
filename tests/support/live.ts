import { randomUUID } from 'node:crypto';
import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { query, type ThrowawayCohort } from './rows.ts';

/** A meeting as its facilitators would run it, for journeys of those who take part. */

export type ThrowawayMeeting = { id: string; code: string };

export async function makeMeeting(cohort: ThrowawayCohort): Promise<ThrowawayMeeting> {
	const code = makeCode(6);
	const [row] = await query<{ id: string }>(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, code)
		values ($1, 'lae-1', now() + interval '5 minutes', 60, $2) returning id`,
		[cohort.id, code]
	);
	return { id: row?.id ?? '', code };
}

export async function beginMeeting({ id }: ThrowawayMeeting): Promise<void> {
	await query('update live_session set started_at = now() where id = $1', [id]);
	await query(
		`insert into live_block (live_session_id, block_id, position, title, kind, priority, min, max,
			planned, minutes, entered_at)
		values ($1, 'map', 0, 'The map', 'small-group', 'must', 5, 20, 10, 10, now())`,
		[id]
	);
	await tell(id, 'start', ['run']);
}

/** Puts a block of the series, or a question, to every device, and puts away what was asked before. */
export async function askEverybody(
	{ id }: ThrowawayMeeting,
	subject: { block: string; kind?: 'reflect' | 'continuum' } | { question: string },
	capture: 'wall' | 'commitment' = 'wall'
): Promise<void> {
	await closeAsks(id);
	await query(
		`insert into live_ask (live_session_id, kind, block_id, question, capture, asked_at)
		values ($1, $2, $3, $4, $5, now())`,
		'block' in subject
			? [id, subject.kind ?? 'reflect', subject.block, null, capture]
			: [id, 'question', null, subject.question, capture]
	);
	await tell(id, 'ask', ['asked', 'wall']);
}

export async function endMeeting({ id }: ThrowawayMeeting): Promise<void> {
	await closeAsks(id);
	await query('update live_block set entered_at = null where live_session_id = $1', [id]);
	await query('update live_session set ended_at = now() where id = $1', [id]);
	await tell(id, 'end', ['run', 'asked', 'wall']);
}

/** Puts away what is before everybody. */
export async function putAway({ id }: ThrowawayMeeting): Promise<void> {
	await closeAsks(id);
	await tell(id, 'close', ['asked', 'wall']);
}

async function closeAsks(id: string): Promise<void> {
	await query(
		'update live_ask set closed_at = now() where live_session_id = $1 and closed_at is null',
		[id]
	);
}

/** As `change` of src/lib/server/live/change.ts does. */
async function tell(id: string, kind: string, parts: readonly string[]): Promise<void> {
	const [row] = await query<{ number: number }>(
		'update live_session set number = number + 1 where id = $1 returning number',
		[id]
	);
	const number = row?.number ?? 0;
	await query(
		`insert into live_event (live_session_id, number, at, kind, parts, key)
		values ($1, $2, now(), $3, $4, $5)`,
		[id, number, kind, parts, randomUUID()]
	);
	await query('select pg_notify($1, $2)', ['live_room', `${id} ${number} now ${parts.join(',')}`]);
}
