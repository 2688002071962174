import type { PoolClient } from 'pg';
import { now } from '../clock.ts';
import type { BlockPath, VideoBlock } from '../curriculum/index.ts';
import { completeIn } from './completion.ts';
import { ENOUGH, multirange, tidied } from './coverage.ts';

/** As a report of a player, but for many at once, and the server's own clock says what was played. */
const MERGE = `
	insert into watch (enrolment_id, block_id, played, position, started_at, reported_at)
	select enrolment_id, $2, $3::int4multirange, $4, $5, $5 from unnest($1::uuid[]) as enrolment_id
	on conflict (enrolment_id, block_id) do update set
		played = watch.played + excluded.played,
		position = excluded.position,
		reported_at = greatest(watch.reported_at, excluded.reported_at)
	returning enrolment_id as "enrolmentId",
		(select coalesce(sum(upper(stretch) - lower(stretch)), 0)::int
			from unnest(watch.played) stretch) as seen`;

/**
 * Credits everybody who was in the room with what it watched together, and completes the video for whoever
 * has seen enough of it by now.
 * @param stretch in seconds.
 */
export async function creditAttended(
	client: PoolClient,
	{ module, step, block }: BlockPath & { block: VideoBlock },
	enrolmentIds: readonly string[],
	[from, to]: readonly [number, number]
): Promise<void> {
	if (enrolmentIds.length === 0) return;
	const length = Math.floor(block.seconds * 10);
	const { rows } = await client.query<{ enrolmentId: string; seen: number }>({
		name: 'merge-attended',
		text: MERGE,
		values: [
			enrolmentIds,
			block.id,
			multirange(tidied([[from * 10, to * 10]], length)),
			Math.min(to, block.seconds),
			now()
		]
	});
	const enough = Math.floor(length * ENOUGH);
	for (const { enrolmentId, seen } of rows) {
		if (seen >= enough) await completeIn(client, enrolmentId, module, step, block.id);
	}
}
