import * as v from 'valibot';
import { db } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning, type Held } from '../change.ts';
import { getFacilitated, type Meeting } from '../meeting.ts';

/** Whether facilitators look at what participants park before all see it. A cohort's next meetings keep it so. */

export const lookFirstInput = v.object({
	key: actionKey,
	first: v.picklist(['yes', 'no'], 'Please reload the page.')
});

/** What waits already goes on waiting: its writers were told so. */
export async function lookFirst(
	viewer: Viewer,
	meetingId: string,
	{ key, first }: v.InferOutput<typeof lookFirstInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const wanted = first === 'yes';
		if ((await looksFirst(meeting, held.client)) === wanted) return null;
		await held.client.query('update live_session set parked_first = $2 where id = $1', [
			meetingId,
			wanted
		]);
		return { kind: 'park-first', parts: ['parked'], data: { first } };
	});
}

/** As it was last said in this meeting, or in the cohort's last one where it was. A rehearsal says nothing of others. */
export async function looksFirst(
	{ id, cohortId, startsAt }: Pick<Meeting, 'id' | 'cohortId' | 'startsAt'>,
	client: Pick<Held['client'], 'query'> = db().pool
): Promise<boolean> {
	const { rows } = await client.query<{ first: boolean }>(
		`select parked_first as first from live_session
		where cohort_id = $2 and parked_first is not null
			and (id = $1 or (not rehearsal and cancelled_at is null and starts_at < $3))
		order by id = $1 desc, starts_at desc limit 1`,
		[id, cohortId, startsAt]
	);
	return rows[0]?.first ?? false;
}
