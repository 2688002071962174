import { requireFacilitator } from '../../cohorts/index.ts';
import { statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import {
	BY_WISH,
	IS_THERE,
	openParked,
	PARKED_COLUMNS,
	PARKED_SOURCE,
	type ParkedRow
} from './parked-row.ts';

type Place = {
	meetingId: string;
	moduleId: string;
	/** When its meeting was to begin. */
	startsAt: Date;
	answeredAt: Date | null;
};

export type ParkedLine = ReturnType<typeof openParked> & Place;

export type ParkedDesk = { waiting: ParkedLine[]; answered: ParkedLine[] };

/**
 * All that a cohort’s meetings left open, for its facilitators to answer after, and what they answered: also what
 * they answered to an entry that its writer took back, without its words.
 */
export async function readParkedDesk(viewer: Viewer, cohortId: string): Promise<ParkedDesk> {
	requireFacilitator(viewer, cohortId);
	const rows = await statement<ParkedRow & Place>(
		'live-parked-of-cohort',
		`select ${PARKED_COLUMNS}, parked.answered_at as "answeredAt", meeting.id as "meetingId",
			meeting.module_id as "moduleId", meeting.starts_at as "startsAt"
		from ${PARKED_SOURCE}
		where (${IS_THERE} or parked.answer is not null) and meeting.cohort_id = $1
			and not meeting.rehearsal and meeting.cancelled_at is null
		order by meeting.starts_at desc, ${BY_WISH}, parked.parked_at limit 500`,
		[cohortId]
	);
	const lines = rows.map((row) => ({
		...openParked(row),
		meetingId: row.meetingId,
		moduleId: row.moduleId,
		startsAt: row.startsAt,
		answeredAt: row.answeredAt
	}));
	return {
		waiting: lines.filter(({ answer, isHidden }) => answer === null && !isHidden),
		answered: lines
			.filter(({ answer }) => answer !== null)
			.toSorted((one, other) => Number(other.answeredAt) - Number(one.answeredAt))
	};
}
