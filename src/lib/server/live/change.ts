import type { PoolClient } from 'pg';
import * as v from 'valibot';
import type { PartName } from '../../live/room.ts';
import { now } from '../clock.ts';
import { transaction } from '../db/transaction.ts';
import { NotFound, Refused } from '../errors.ts';

/** Every action on a room carries one, made by the page: sent twice, it happens once. */
export const actionKey = v.pipe(
	v.string('Please reload the page.'),
	v.regex(/^[\w-]{8,60}$/, 'Please reload the page.')
);

/** Who changes the room: a facilitator, or somebody who takes part. */
export type By = { personId: string } | { attendeeId: string };

/**
 * What an event can say that it changed. `count` is the number of answers: what is asked is sent anew, but not
 * the whole wall with it.
 */
export type Changed = PartName | 'count';

export type Done = {
	kind: string;
	parts: readonly Changed[];
	/** For the record and for undoing: ids, numbers and times. Never words that somebody wrote. */
	data?: Record<string, unknown>;
	/** Many of it come at once and can wait to be sent together; anything else is sent at once. */
	canWait?: boolean;
};

/** The room while nobody else can change it. */
export type Held = {
	client: PoolClient;
	meetingId: string;
	/** What the event of this change will have. */
	number: number;
	at: Date;
	startedAt: Date | null;
	endedAt: Date | null;
};

/** The channel on which every process hears of changes, as `meeting pace`. */
export const CHANNEL = 'live_room';

/**
 * Changes a room: one at a time, each with the next number, and told to every process when it is written.
 * @param work returns what it did, or null when there was nothing to do.
 * @returns the number of the event; of the first one when the key was seen before.
 */
export async function change(
	meetingId: string,
	by: By,
	key: string,
	work: (held: Held) => Promise<Done | null>
): Promise<number> {
	return transaction(async (client) => {
		const held = await hold(client, meetingId);
		const before = await client.query<{ number: number }>({
			name: 'live-event-by-key',
			text: 'select number from live_event where live_session_id = $1 and key = $2',
			values: [meetingId, key]
		});
		const [seen] = before.rows;
		if (seen !== undefined) return seen.number;
		const done = await work(held);
		if (done === null) return held.number - 1;
		const isBack = 'attendeeId' in by && (await comeBack(held, by.attendeeId));
		const parts: Changed[] = isBack ? [...done.parts, 'people', 'breakout'] : [...done.parts];
		await record(held, by, key, { ...done, parts: [...new Set(parts)] });
		return held.number;
	});
}

async function hold(client: PoolClient, meetingId: string): Promise<Held> {
	const { rows } = await client.query<{
		number: number;
		startedAt: Date | null;
		endedAt: Date | null;
	}>({
		name: 'hold-meeting',
		text: `select number, started_at as "startedAt", ended_at as "endedAt"
			from live_session where id = $1 and cancelled_at is null for no key update`,
		values: [meetingId]
	});
	const [row] = rows;
	if (row === undefined) throw new NotFound();
	return { client, meetingId, at: now(), ...row, number: row.number + 1 };
}

/** Who does something in a room is in it, also when somebody was told that they had left. */
async function comeBack(
	{ client, at, number, endedAt }: Held,
	attendeeId: string
): Promise<boolean> {
	if (endedAt !== null) return false;
	const { rowCount } = await client.query({
		name: 'live-come-back',
		text: `update live_attendee set left_at = null, number = $3,
				arrived_at = case when left_at = arrived_at then $2 else arrived_at end
			where id = $1 and left_at is not null`,
		values: [attendeeId, at, number]
	});
	return (rowCount ?? 0) > 0;
}

async function record(
	{ client, meetingId, number, at }: Held,
	by: By,
	key: string,
	{ kind, parts, data, canWait }: Done
): Promise<void> {
	await client.query({
		name: 'record-live-event',
		text: `with counted as (update live_session set number = $2 where id = $1)
			insert into live_event
				(live_session_id, number, at, kind, parts, data, person_id, attendee_id, key)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		values: [
			meetingId,
			number,
			at,
			kind,
			parts,
			JSON.stringify(data ?? {}),
			'personId' in by ? by.personId : null,
			'attendeeId' in by ? by.attendeeId : null,
			key
		]
	});
	const pace = canWait === true ? 'soon' : 'now';
	await client.query({
		name: 'tell-live-event',
		text: 'select pg_notify($1, $2)',
		values: [CHANNEL, `${meetingId} ${pace}`]
	});
}

/** @throws Refused before the meeting has begun and after its end. */
export function requireRunning({ startedAt, endedAt }: Pick<Held, 'startedAt' | 'endedAt'>): void {
	if (startedAt === null) throw new Refused('The session has not begun yet.');
	if (endedAt !== null) throw new Refused('The session is over.');
}
