import * as v from 'valibot';
import { isEarly } from '../../live/clock.ts';
import { now } from '../clock.ts';
import { openModule } from '../cohorts/index.ts';
import { Refused } from '../errors.ts';
import { guideOf } from '../guides/index.ts';
import type { Viewer } from '../viewer.ts';
import { actionKey, change, requireRunning, type Held } from './change.ts';
import { getFacilitated, type Meeting } from './meeting.ts';
import { putAway } from './put-away.ts';

/** Beginning a meeting, and taking that back when it was a mistake. */

/** Hours before its time a meeting begins only for who says that this is meant. */
export const startInput = v.object({
	key: actionKey,
	early: v.optional(v.picklist(['yes', 'no'], 'Please reload the page.'), 'no')
});

/** Begins the meeting: its agenda is laid, its module is open to everybody, and the first block is entered. */
export async function start(
	viewer: Viewer,
	meetingId: string,
	{ key, early = 'no' }: v.InferInput<typeof startInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	if (early === 'no' && meeting.startedAt === null && isEarly(meeting, now())) {
		throw new Refused(
			'It is hours until this session. Reload the page: there you can start it all the same.'
		);
	}
	const { agenda } = await guideOf(meeting, 'en');
	await openForAll(viewer, meeting);
	await change(meetingId, viewer, key, async ({ client, at, startedAt, endedAt }) => {
		if (endedAt !== null) throw new Refused('The session is over.');
		if (startedAt !== null) return null;
		await client.query('update live_session set started_at = $2 where id = $1', [meetingId, at]);
		await client.query('delete from live_block where live_session_id = $1', [meetingId]);
		const first = agenda.find(({ priority }) => priority !== 'skip');
		for (const [position, block] of agenda.entries()) {
			await client.query(
				`insert into live_block (live_session_id, block_id, position, title, kind, priority, min,
					max, planned, minutes, entered_at)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
				[
					meetingId,
					block.id,
					position,
					block.title,
					block.kind,
					block.priority,
					block.min,
					block.max,
					block.minutes,
					block.priority === 'skip' ? 0 : block.minutes,
					block === first ? at : null
				]
			);
		}
		return { kind: 'start', parts: ['run'], data: { block: first?.id ?? null } };
	});
}

/** Who is in the room works on the module now, whatever lock it had. A rehearsal opens nothing. */
async function openForAll(viewer: Viewer, { cohortId, moduleId, rehearsal }: Meeting) {
	if (!rehearsal) await openModule(viewer, cohortId, moduleId);
}

/**
 * It was started by mistake: the meeting is ahead again, as it was planned. Only while nobody has written or
 * answered anything in it. Who came in stays in, what was asked can be asked again, and the module stays open.
 */
export async function backToPlanned(
	viewer: Viewer,
	meetingId: string,
	{ key }: { key: string }
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		const { client, at, startedAt } = held;
		if (startedAt === null) return null;
		requireRunning(held);
		if (await hasWords(held)) {
			throw new Refused('Something has been answered or written already, so the session goes on.');
		}
		await putAway(held);
		await client.query(
			'update live_breakout set closed_at = $2 where live_session_id = $1 and closed_at is null',
			[meetingId, at]
		);
		await client.query('delete from live_block where live_session_id = $1', [meetingId]);
		await client.query('update live_session set started_at = null where id = $1', [meetingId]);
		return { kind: 'planned', parts: ['run', 'asked', 'wall', 'breakout', 'screen'] };
	});
}

/** Whether anything has been answered, counted or written in the meeting since it began. */
async function hasWords({ client, meetingId }: Held): Promise<boolean> {
	const { rows } = await client.query<{ has: boolean }>(
		`select exists (select from live_ask ask left join live_response response on ask_id = ask.id
				where live_session_id = $1 and (response.id is not null or hands is not null))
			or exists (select from live_parked where live_session_id = $1)
			or exists (select from live_group join live_breakout breakout on breakout_id = breakout.id
				where live_session_id = $1 and note is not null) as has`,
		[meetingId]
	);
	return rows[0]?.has ?? false;
}
