import * as v from 'valibot';
import { now } from '../clock.ts';
import { prisma, statement } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { uuid } from '../forms.ts';
import type { Viewer } from '../viewer.ts';

/** A cohort that whoever belongs below an organisation may join without a code. */
export type OpenCohort = {
	cohortId: string;
	name: string;
	seriesId: string;
	host: string;
	facilitators: string[];
	/** How many take part, from five on: fewer are still finding each other. */
	people: number | null;
};

type Row = Omit<OpenCohort, 'people'> & { people: number; organisationId: string };

const ENOUGH = 5;

/**
 * The open cohorts within the viewer's reach, and for which organisation they would take part: the one
 * they joined for last, or else where they have a role.
 */
const OPEN = `
	with recursive mine as (
		select organisation_id as id, 1 as rank, created_at from enrolment where person_id = $1
		union all
		select organisation_id, 2, created_at from organisation_membership where person_id = $1
	), above as (
		select id as mine, id from mine
		union
		select above.mine, organisation.parent_id
		from above join organisation on organisation.id = above.id
		where organisation.parent_id is not null
	)
	select cohort.id as "cohortId", cohort.name, cohort.series_id as "seriesId", host.name as host,
		array(
			select person.name from enrolment join person on person.id = enrolment.person_id
			where enrolment.cohort_id = cohort.id and role = 'facilitator' order by enrolment.created_at
		) as facilitators,
		(select count(*)::int from enrolment
			where enrolment.cohort_id = cohort.id and role = 'participant') as people,
		(select mine.id from mine join above on above.mine = mine.id and above.id = cohort.open_to_id
			order by mine.rank, mine.created_at desc limit 1) as "organisationId"
	from cohort join organisation host on host.id = cohort.organisation_id
	where cohort.open_to_id in (select id from above) and cohort.series_id = any($2::text[])
	order by cohort.created_at desc, cohort.name`;

export async function listOpenCohorts(
	viewer: Viewer,
	seriesIds: readonly string[]
): Promise<OpenCohort[]> {
	const rows = await statement<Row>('open-cohorts', OPEN, [viewer.personId, seriesIds]);
	return rows.map(({ cohortId, name, seriesId, host, facilitators, people }) => ({
		cohortId,
		name,
		seriesId,
		host,
		facilitators,
		people: people >= ENOUGH ? people : null
	}));
}

export const startInput = v.object({ cohort: uuid });

/**
 * Gives the viewer a participant's place in an open cohort of the series. Starting twice is starting once,
 * and who takes part in the series already keeps the place they have.
 */
export async function startOpen(
	viewer: Viewer,
	seriesId: string,
	{ cohort: cohortId }: v.InferOutput<typeof startInput>
): Promise<void> {
	const rows = await statement<Row>('open-cohorts', OPEN, [viewer.personId, [seriesId]]);
	const chosen = rows.find((row) => row.cohortId === cohortId);
	if (chosen === undefined) throw new NotFound();
	const takesPart = viewer.enrolments.some(
		(mine) => mine.seriesId === seriesId && mine.role === 'participant'
	);
	if (takesPart) return;
	await prisma().enrolment.createMany({
		data: [
			{
				personId: viewer.personId,
				cohortId,
				organisationId: chosen.organisationId,
				role: 'participant',
				createdAt: now()
			}
		],
		skipDuplicates: true
	});
}
