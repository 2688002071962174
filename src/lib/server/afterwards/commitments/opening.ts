import { statement } from '../../db/index.ts';

/** From which meeting the commitments come with which the next one opens. */

export type Opening<Commitment> = {
	commitments: Commitment[];
	/** When the meeting was that they come from; null where it is the cohort’s last one, or there are none. */
	earlier: { at: Date; zone: string } | null;
};

export const NOTHING = { commitments: [], earlier: null };

/** The meeting that opens. */
export type Ahead = { id: string; cohortId: string; startsAt: Date };

export type Found = { id: string; earlier: Opening<unknown>['earlier'] };

/**
 * The last meeting of the cohort that was held before this one and has what is looked for. The very last may have
 * asked for nothing, or people may have taken nothing on: what they promised before is not forgotten for it.
 * @param name of the prepared statement.
 * @param has said of `held`; what it is looked for with is `$4`.
 */
export async function findHeld(
	name: string,
	{ cohortId, id, startsAt }: Ahead,
	has: string,
	values: readonly string[] = []
): Promise<Found | null> {
	const [row] = await statement<{ id: string; at: Date; zone: string; isLast: boolean }>(
		name,
		`with held as (
			select live_session.id, starts_at as at, coalesce(live_session.zone, cohort.zone) as zone,
				row_number() over (order by starts_at desc, live_session.id) = 1 as "isLast"
			from live_session join cohort on cohort.id = live_session.cohort_id
			where cohort.id = $1 and live_session.id <> $2 and starts_at < $3 and ended_at is not null
				and cancelled_at is null and not rehearsal
		)
		select * from held where ${has} order by at desc, id limit 1`,
		[cohortId, id, startsAt, ...values]
	);
	if (row === undefined) return null;
	return { id: row.id, earlier: row.isLast ? null : { at: row.at, zone: row.zone } };
}
