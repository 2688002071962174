import { now } from '../clock.ts';
import { getSeries, type Module, type Series } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import { lockOf, lockSentence, type ProgressRecord } from '../progress/index.ts';

export type GridCell = {
	state: 'done' | 'begun' | 'ahead' | 'locked';
	steps: number;
	of: number;
	/** Done around one screen with others. */
	inGroup: boolean;
};

export type GridPerson = {
	enrolmentId: string;
	name: string;
	email: string;
	organisation: string;
	/** When they last did something here; when they joined, if they have done nothing yet. */
	lastActiveAt: Date;
	hasBegun: boolean;
	/** Nothing done for the cohort's number of days, although something is open to them. */
	isStuck: boolean;
	/** One for each module, in the order of the series. */
	cells: GridCell[];
};

export type CohortGrid = {
	zone: string;
	stuckAfterDays: number;
	series: Series;
	people: GridPerson[];
	/** What decides when each module opens to the cohort. */
	pacing: Pick<ProgressRecord, 'dates' | 'openings'>;
};

/** Times come as PostgreSQL writes them in JSON. */
type PersonRow = {
	enrolmentId: string;
	name: string;
	email: string;
	organisation: string;
	joinedAt: string;
	activeAt: string | null;
	steps: string[];
	modules: string[];
	groups: string[];
};

type Row = {
	seriesId: string;
	zone: string;
	stuckAfterDays: number;
	dates: Record<string, string>;
	openings: string[];
	people: PersonRow[];
};

/** A console reads it all at once and often, so it is one statement. */
const GRID = `
	select
		cohort.series_id as "seriesId",
		cohort.zone,
		cohort.stuck_after_days as "stuckAfterDays",
		(select coalesce(json_object_agg(module_id, opens_at), '{}')
			from module_date where cohort_id = cohort.id) as dates,
		(select coalesce(json_agg(module_id), '[]')
			from module_opening where cohort_id = cohort.id) as openings,
		(select coalesce(json_agg(person_row order by lower(person_row.name), person_row."enrolmentId"), '[]')
			from (
				select
					enrolment.id as "enrolmentId",
					person.name,
					person.email,
					organisation.name as organisation,
					enrolment.created_at as "joinedAt",
					greatest(
						(select max(updated_at) from answer where enrolment_id = enrolment.id),
						(select max(chosen_at) from selection where enrolment_id = enrolment.id),
						(select max(reported_at) from watch where enrolment_id = enrolment.id),
						(select max(completed_at) from block_completion where enrolment_id = enrolment.id),
						(select max(completed_at) from step_completion where enrolment_id = enrolment.id)
					) as "activeAt",
					array(select step_id from step_completion where enrolment_id = enrolment.id) as steps,
					array(select module_id from module_completion where enrolment_id = enrolment.id) as modules,
					array(
						select sitting.module_id
						from sitting join sitting_member on sitting_member.sitting_id = sitting.id
						where was_there and enrolment.id in (leader_id, sitting_member.enrolment_id)
					) as groups
				from enrolment
				join person on person.id = enrolment.person_id
				join organisation on organisation.id = enrolment.organisation_id
				where enrolment.cohort_id = cohort.id and enrolment.role = 'participant'
			) person_row) as people
	from cohort where cohort.id = $1`;

const DAY = 24 * 60 * 60 * 1000;

/** People by modules. For callers that have made sure that the viewer facilitates the cohort. */
export async function readCohortGrid(cohortId: string): Promise<CohortGrid> {
	const [row] = await statement<Row>('cohort-grid', GRID, [cohortId]);
	if (row === undefined) throw new Error(`There is no cohort ${cohortId}.`);
	const series = getSeries(row.seriesId);
	const pacing = {
		dates: new Map(Object.entries(row.dates).map(([id, time]) => [id, new Date(time)])),
		openings: new Set(row.openings)
	};
	const quietSince = new Date(now().getTime() - row.stuckAfterDays * DAY);
	return {
		zone: row.zone,
		stuckAfterDays: row.stuckAfterDays,
		series,
		people: row.people.map((person) => gridPerson(person, series, pacing, quietSince)),
		pacing
	};
}

function gridPerson(
	person: PersonRow,
	series: Series,
	pacing: CohortGrid['pacing'],
	quietSince: Date
): GridPerson {
	const done = { steps: new Set(person.steps), modules: new Set(person.modules) };
	const groups = new Set(person.groups);
	const cells = series.modules.map((module) =>
		gridCell(series, module, { ...done, groups, ...pacing })
	);
	const lastActiveAt = new Date(person.activeAt ?? person.joinedAt);
	const hasWork = cells.some(({ state }) => state === 'begun' || state === 'ahead');
	return {
		enrolmentId: person.enrolmentId,
		name: person.name,
		email: person.email,
		organisation: person.organisation,
		lastActiveAt,
		hasBegun: person.activeAt !== null,
		isStuck: hasWork && lastActiveAt < quietSince,
		cells
	};
}

function gridCell(
	series: Series,
	module: Module,
	record: CohortGrid['pacing'] & Record<'steps' | 'modules' | 'groups', ReadonlySet<string>>
): GridCell {
	const steps = module.steps.filter(({ id }) => record.steps.has(id)).length;
	const count = { steps, of: module.steps.length, inGroup: record.groups.has(module.id) };
	if (record.modules.has(module.id)) return { state: 'done', ...count };
	if (lockOf(series, module, record, now()) !== null) return { state: 'locked', ...count };
	return { state: steps > 0 ? 'begun' : 'ahead', ...count };
}

/** Why a module is not open to everybody yet, as a sentence; null when it is. */
export function cohortLock({ series, zone, pacing }: CohortGrid, module: Module): string | null {
	const lock = lockOf(series, module, { ...pacing, modules: new Set() }, now());
	return lock && lockSentence(lock, zone);
}
