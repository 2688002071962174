import { statement } from '../db/index.ts';

/** All that decides what one person may open in one series, and what they have done there. */
export type ProgressRecord = {
	cohortName: string;
	zone: string;
	/** When each block, step and module was completed, by id. */
	blocks: ReadonlyMap<string, Date>;
	steps: ReadonlyMap<string, Date>;
	modules: ReadonlyMap<string, Date>;
	/** The dates before which modules are closed, by module id. */
	dates: ReadonlyMap<string, Date>;
	/** The modules that a facilitator opened early. */
	openings: ReadonlySet<string>;
};

/** The columns that hold a record, to be selected from enrolment joined with cohort. */
export const RECORD_COLUMNS = `
	cohort.name as "cohortName",
	cohort.zone,
	(select coalesce(json_object_agg(block_id, completed_at), '{}')
		from block_completion where enrolment_id = enrolment.id) as blocks,
	(select coalesce(json_object_agg(step_id, completed_at), '{}')
		from step_completion where enrolment_id = enrolment.id) as steps,
	(select coalesce(json_object_agg(module_id, completed_at), '{}')
		from module_completion where enrolment_id = enrolment.id) as modules,
	(select coalesce(json_object_agg(module_id, opens_at), '{}')
		from module_date where cohort_id = enrolment.cohort_id) as dates,
	(select coalesce(json_agg(module_id), '[]')
		from module_opening where cohort_id = enrolment.cohort_id) as openings`;

/** What those columns hold. */
export type RecordRow = {
	cohortName: string;
	zone: string;
	blocks: Record<string, string>;
	steps: Record<string, string>;
	modules: Record<string, string>;
	dates: Record<string, string>;
	openings: string[];
};

/** Asked by every page and every save of a participant, so it is one statement. */
const RECORD = `
	select ${RECORD_COLUMNS}
	from enrolment join cohort on cohort.id = enrolment.cohort_id
	where enrolment.id = $1`;

export async function readRecord(enrolmentId: string): Promise<ProgressRecord> {
	const [row] = await statement<RecordRow>('progress-record', RECORD, [enrolmentId]);
	if (row === undefined) throw new Error(`There is no enrolment ${enrolmentId}.`);
	return recordOf(row);
}

export function recordOf(row: RecordRow): ProgressRecord {
	return {
		cohortName: row.cohortName,
		zone: row.zone,
		blocks: dated(row.blocks),
		steps: dated(row.steps),
		modules: dated(row.modules),
		dates: dated(row.dates),
		openings: new Set(row.openings)
	};
}

function dated(times: Record<string, string>): Map<string, Date> {
	return new Map(Object.entries(times).map(([id, time]) => [id, new Date(time)]));
}
