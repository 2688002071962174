import * as v from 'valibot';
import { now } from '../clock.ts';
import { findBlock } from '../curriculum/index.ts';
import { transaction } from '../db/transaction.ts';
import { Invalid, NotFound } from '../errors.ts';
import { keepVideoSpeed } from '../identity/index.ts';
import type { Viewer } from '../viewer.ts';
import { completeBlock, type Completed } from './completion.ts';
import { allowance, ENOUGH, multirange, tidied, trimmed, type Stretch } from './coverage.ts';
import { readOpening } from './opening-stamp.ts';
import { openPlace } from './place.ts';

const seconds = v.pipe(v.number('Seconds are a number.'), v.minValue(0), v.maxValue(86_400));

/** What a player tells of itself, every few seconds and when it stops. Times are in seconds. */
export const watchReport = v.object({
	blockId: v.pipe(v.string(), v.maxLength(200)),
	/** The page's signed time of opening. */
	opened: v.pipe(v.string(), v.maxLength(100)),
	played: v.pipe(v.array(v.tuple([seconds, seconds])), v.maxLength(500, 'Too many stretches.')),
	position: seconds,
	speed: v.pipe(v.number(), v.minValue(0.5), v.maxValue(2))
});

export type WatchReport = v.InferOutput<typeof watchReport>;

/** `seen` is in seconds; `enough` is how many complete the video. */
export type WatchState = { seen: number; enough: number; completed: Completed };

/**
 * When the last report came, and what of this one was not seen before: only that must fit the clock, so
 * that a report whose answer got lost can be sent again. The row is held until the end: two reports at once
 * cannot both spend the same seconds.
 */
const LAST = `
	select reported_at as "reportedAt",
		(select coalesce(json_agg(json_build_array(lower(stretch), upper(stretch))), '[]')
			from unnest($3::int4multirange - played) stretch) as fresh
	from watch where enrolment_id = $1 and block_id = $2
	for update`;

const MERGE = `
	insert into watch (enrolment_id, block_id, played, position, started_at, reported_at)
	values ($1, $2, $3::int4multirange, $4, $5, $5)
	on conflict (enrolment_id, block_id) do update set
		played = watch.played + excluded.played,
		position = excluded.position,
		reported_at = greatest(watch.reported_at, excluded.reported_at)
	returning (select coalesce(sum(upper(stretch) - lower(stretch)), 0)::int
		from unnest(watch.played) stretch) as seen`;

/**
 * Adds what was played to what the viewer has seen of the video, as far as the clock allows it, and
 * completes the block when it is enough.
 */
export async function keepWatch(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	report: WatchReport
): Promise<WatchState> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	const found = findBlock(report.blockId);
	if (found?.module.id !== place.module.id || found.block.kind !== 'video') throw new NotFound();
	const { enrolmentId } = place.enrolment;
	const opened = readOpening(enrolmentId, report.opened);
	if (opened === null) throw new Invalid('Please reload the page and play on.');

	const length = Math.floor(found.block.seconds * 10);
	const stretches = report.played.map(([from, to]): Stretch => [from * 10, to * 10]);
	const seen = await merge(enrolmentId, report, tidied(stretches, length), opened);
	await keepVideoSpeed(viewer, report.speed);

	const enough = Math.floor(length * ENOUGH);
	const isNew = seen >= enough && !place.record.blocks.has(report.blockId);
	const completed = isNew
		? await completeBlock(enrolmentId, place.module, found.step, report.blockId)
		: { step: false, module: false };
	return { seen: seen / 10, enough: enough / 10, completed };
}

async function merge(
	enrolmentId: string,
	report: WatchReport,
	played: readonly Stretch[],
	opened: Date
): Promise<number> {
	return transaction(async (client) => {
		const { rows } = await client.query<{ reportedAt: Date; fresh: Stretch[] }>({
			name: 'last-watch',
			text: LAST,
			values: [enrolmentId, report.blockId, multirange(played)]
		});
		const { reportedAt, fresh } = rows[0] ?? { reportedAt: opened, fresh: played };
		const since = Math.max(reportedAt.getTime(), opened.getTime());
		const counted = trimmed(fresh, allowance(now().getTime() - since));
		const merged = await client.query<{ seen: number }>({
			name: 'merge-watch',
			text: MERGE,
			values: [enrolmentId, report.blockId, multirange(counted), report.position, now()]
		});
		return merged.rows[0]?.seen ?? 0;
	});
}
