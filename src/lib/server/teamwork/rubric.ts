import type { RubricVisit, RubricWork, Together } from '../../rubric.ts';
import { writtenIn } from '../cohorts/index.ts';
import { now } from '../clock.ts';
import type { RubricBlock } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import { agreementOf } from './agreement.ts';
import { NOTE_JSON, noNote, openNote, type NoteRow } from './note.ts';
import { partOf } from './observation.ts';
import { listTeams } from './team.ts';

type VisitRow = {
	id: string;
	organisationId: string;
	place: string;
	day: string;
	observations: ObservationRow[];
};

type ObservationRow = {
	enrolmentId: string;
	name: string;
	finishedAt: string | null;
	levels: Record<string, number>;
	notes: NoteRow[];
};

/** A visit with who looked. Levels and notes come only of who finished, and of $2 themselves. */
const VISIT_COLUMNS = `
	visit.id,
	visit.organisation_id as "organisationId",
	visit.place,
	to_char(visit.visited_on, 'YYYY-MM-DD') as day,
	(select coalesce(json_agg(json_build_object(
		'enrolmentId', seen.enrolment_id,
		'name', person.name,
		'finishedAt', seen.finished_at,
		'levels', case when seen.finished_at is not null or seen.enrolment_id = $2 then
			(select coalesce(json_object_agg(indicator_id, level), '{}')
			from rating where observation_id = seen.id) else '{}' end,
		'notes', case when seen.finished_at is not null or seen.enrolment_id = $2 then
			(select coalesce(json_agg(json_build_object(${NOTE_JSON})), '[]') from work_note
			where work_note.enrolment_id = seen.enrolment_id and work_note.block_id = $1
			and work_note.part like visit.id || '.%') else '[]' end
	) order by seen.started_at, seen.id), '[]')
	from observation seen
	join enrolment on enrolment.id = seen.enrolment_id
	join person on person.id = enrolment.person_id
	where seen.visit_id = visit.id) as observations`;

const NEWEST_FIRST = 'order by visit.visited_on desc, visit.created_at desc, visit.id';

/** What the viewer's team made with the rubric. Others' levels only once the viewer has finished a visit. */
export async function readRubricWork(
	{ enrolmentId }: { enrolmentId: string },
	zone: string,
	block: RubricBlock
): Promise<RubricWork> {
	const [row] = await statement<{ team: string; visits: VisitRow[] }>(
		'rubric-work',
		`select organisation.name as team,
			(select coalesce(json_agg(listed), '[]') from (
				select ${VISIT_COLUMNS} from visit
				where visit.cohort_id = mine.cohort_id and visit.organisation_id = mine.organisation_id
				and visit.block_id = $1
				${NEWEST_FIRST}
			) listed) as visits
		from enrolment mine join organisation on organisation.id = mine.organisation_id
		where mine.id = $2`,
		[block.id, enrolmentId]
	);
	return {
		team: row?.team ?? '',
		visits: (row?.visits ?? []).map((visit) => visitOf(block, visit, enrolmentId)),
		today: writtenIn(zone, now()).slice(0, 10)
	};
}

export type RubricTeam = {
	name: string;
	visits: (Pick<RubricVisit, 'id' | 'place' | 'day'> & {
		observers: { name: string; isFinished: boolean }[];
		together: Together | null;
	})[];
};

export type RubricView = { teams: RubricTeam[] };

/** The visits of a cohort by team, for its facilitators: what finished observers saw, also when it is one alone. */
export async function readRubricView(cohortId: string, block: RubricBlock): Promise<RubricView> {
	const teams = await listTeams(cohortId);
	const visits = await statement<VisitRow>(
		'rubric-visits',
		`select ${VISIT_COLUMNS} from visit
		where visit.cohort_id = $3 and visit.block_id = $1 and $2::uuid is null ${NEWEST_FIRST}`,
		[block.id, null, cohortId]
	);
	const withVisits = teams.flatMap(({ organisationId, name }) => {
		const own = visits.filter((visit) => visit.organisationId === organisationId);
		if (own.length === 0) return [];
		return [
			{
				name,
				visits: own.map((visit) => ({
					id: visit.id,
					place: visit.place,
					day: visit.day,
					observers: visit.observations.map((one) => ({
						name: one.name,
						isFinished: one.finishedAt !== null
					})),
					together: togetherOf(block, visit, 1)
				}))
			}
		];
	});
	return { teams: withVisits };
}

function visitOf(block: RubricBlock, visit: VisitRow, enrolmentId: string): RubricVisit {
	const mine = visit.observations.find((one) => one.enrolmentId === enrolmentId);
	const isFinished = (mine?.finishedAt ?? null) !== null;
	return {
		id: visit.id,
		place: visit.place,
		day: visit.day,
		observers: visit.observations.map((one) => ({
			name: one.name,
			isFinished: one.finishedAt !== null,
			isMe: one === mine
		})),
		mine: {
			finishedAt: mine?.finishedAt ? new Date(mine.finishedAt) : null,
			ratings: Object.fromEntries(
				block.indicators.map(({ id }) => {
					const row = mine?.notes.find(({ part }) => part === partOf(visit.id, id));
					const note = row ? openNote(enrolmentId, block.id, row) : noNote;
					return [id, { level: mine?.levels[id] ?? null, note }];
				})
			)
		},
		together: isFinished ? togetherOf(block, visit, 2) : null
	};
}

/** Side by side what those saw who finished, if they are as many as that. */
function togetherOf(block: RubricBlock, visit: VisitRow, fewest: number): Together | null {
	const finished = visit.observations.filter(({ finishedAt }) => finishedAt !== null);
	if (finished.length < fewest) return null;
	const indicators = block.indicators.map(({ id }) => {
		const levels = finished.map((one) => one.levels[id] ?? null);
		const given = levels.filter((level) => level !== null);
		return {
			id,
			levels,
			notes: finished.map((one) => {
				const row = one.notes.find(({ part }) => part === partOf(visit.id, id));
				return row ? openNote(one.enrolmentId, block.id, row).text : '';
			}),
			apart: given.length === 0 ? 0 : Math.max(...given) - Math.min(...given)
		};
	});
	return {
		observers: finished.map(({ name }) => name),
		indicators,
		agreement: agreementOf(
			finished.map((_, at) => indicators.map(({ levels }) => levels[at] ?? null))
		)
	};
}
