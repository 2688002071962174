import { unseal } from '../../answers/index.ts';
import { requireFacilitator } from '../../cohorts/index.ts';
import { statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { parkedPlace } from './read-parked.ts';

export type ParkedLine = {
	id: string;
	text: string;
	answer: string | null;
	votes: number;
	isHidden: boolean;
	meetingId: string;
	moduleId: string;
	/** When its meeting was to begin. */
	startsAt: Date;
	answeredAt: Date | null;
};

type Row = Omit<ParkedLine, 'text' | 'answer'> & { sealed: Buffer; answer: Buffer | null };

const LINES = `select parked.id, parked.sealed, parked.answer, parked.hidden as "isHidden",
	parked.answered_at as "answeredAt", meeting.id as "meetingId", meeting.module_id as "moduleId",
	meeting.starts_at as "startsAt",
	(select count(*)::int from live_vote where subject_id = parked.id) as votes
	from live_parked parked join live_session meeting on meeting.id = parked.live_session_id`;

export type ParkedDesk = { waiting: ParkedLine[]; answered: ParkedLine[] };

/** All that a cohort’s meetings left open, for its facilitators to answer after, and what they answered. */
export async function readParkedDesk(viewer: Viewer, cohortId: string): Promise<ParkedDesk> {
	requireFacilitator(viewer, cohortId);
	const rows = await statement<Row>(
		'live-parked-of-cohort',
		`${LINES} where meeting.cohort_id = $1 and not meeting.rehearsal and meeting.cancelled_at is null
		order by meeting.starts_at desc, votes desc, parked.parked_at limit 500`,
		[cohortId]
	);
	const lines = rows.map(opened);
	return {
		waiting: lines.filter(({ answer, isHidden }) => answer === null && !isHidden),
		answered: lines
			.filter(({ answer }) => answer !== null)
			.toSorted((one, other) => Number(other.answeredAt) - Number(one.answeredAt))
	};
}

function opened({ sealed, answer, ...row }: Row): ParkedLine {
	return {
		...row,
		text: unseal(sealed, parkedPlace(row.id)),
		answer: answer && unseal(answer, parkedPlace(row.id))
	};
}
