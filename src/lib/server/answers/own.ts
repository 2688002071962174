import { statement, type Audience } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { answerPlace, unseal } from './seal.ts';

/** What somebody has answered to one block of a series. */
export type OwnWork = {
	text: string;
	audience: Audience;
	choices: string[];
	/** Of a continuum, by pair. */
	positions: Record<string, number>;
	/** When it was last changed. */
	at: Date;
};

type Row = {
	blockId: string;
	sealed: Buffer | null;
	audience: Audience;
	choices: string[];
	positions: Record<string, number>;
	at: Date;
};

/**
 * All that the viewer has answered in one of their cohorts, by block.
 * @throws NotFound where the enrolment is not the viewer's.
 */
export async function readOwnWork(
	viewer: Viewer,
	enrolmentId: string
): Promise<Map<string, OwnWork>> {
	if (!viewer.enrolments.some((mine) => mine.enrolmentId === enrolmentId)) throw new NotFound();
	const rows = await statement<Row>(
		'own-work',
		`select block_id as "blockId", sealed, audience, '{}'::text[] as choices, '{}'::jsonb as positions,
			updated_at as at
		from answer where enrolment_id = $1
		union all
		select block_id, null, 'me', choices, '{}', chosen_at from selection where enrolment_id = $1
		union all
		select block_id, null, 'me', '{}', jsonb_object_agg(pair_id, position), max(placed_at) from (
			select distinct on (block_id, pair_id) block_id, pair_id, position, placed_at
			from placement where enrolment_id = $1
			order by block_id, pair_id, placed_at desc
		) placed group by block_id`,
		[enrolmentId]
	);
	return new Map(
		rows.map(({ blockId, sealed, ...row }) => [
			blockId,
			{ ...row, text: sealed === null ? '' : unseal(sealed, answerPlace(enrolmentId, blockId)) }
		])
	);
}
