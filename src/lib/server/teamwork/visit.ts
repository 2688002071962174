import * as v from 'valibot';
import { pageOwner, requirePageOwner } from '../answers/index.ts';
import { now } from '../clock.ts';
import { findBlock, type BlockPath, type RubricBlock } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { line } from '../forms.ts';
import { openPlace, type Place } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

const DAY = /^20\d\d-\d\d-\d\d$/;

export const visitInput = v.object({
	blockId: v.pipe(v.string(), v.maxLength(200)),
	place: line(120, 'where you look'),
	day: v.pipe(
		v.string('Enter the day of the visit.'),
		v.check(isDay, 'Enter the day of the visit, such as 2026-03-10.')
	),
	owner: pageOwner
});

type VisitInput = v.InferOutput<typeof visitInput>;

const OPEN = `
	with team as (select cohort_id, organisation_id from enrolment where id = $1), opened as (
		insert into visit (cohort_id, organisation_id, block_id, place, visited_on, opened_by_id, created_at)
		select cohort_id, organisation_id, $2, $3, $4::date, $1, $5 from team
		on conflict do nothing
		returning id
	)
	select id from opened
	union all
	select visit.id from visit join team using (cohort_id, organisation_id)
	where block_id = $2 and place = $3 and visited_on = $4::date
	limit 1`;

const FULL = `
	select count(*)::int as visits from visit join enrolment using (cohort_id, organisation_id)
	where enrolment.id = $1 and block_id = $2`;

/** More visits than any team makes with one rubric. */
const MOST = 60;

/** Opens a visit for the viewer's team. Opened twice, it is one visit. */
export async function openVisit(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	{ blockId, place: where, day, owner }: VisitInput
): Promise<{ id: string }> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, owner);
	requireRubric(place, blockId);
	const { enrolmentId } = place.enrolment;
	const [held] = await statement<{ visits: number }>('count-visits', FULL, [enrolmentId, blockId]);
	if ((held?.visits ?? 0) >= MOST) {
		throw new Invalid(`Your team has ${MOST} visits here already. Go on with one of them.`);
	}
	const values = [enrolmentId, blockId, where, day, now()];
	const [visit] = await statement<{ id: string }>('open-visit', OPEN, values);
	// Another of the team opened the very same visit in this very moment: now it is there.
	const [again] = visit ? [visit] : await statement<{ id: string }>('open-visit', OPEN, values);
	if (again === undefined) throw new NotFound();
	return again;
}

/** The rubric, if it stands in the module of the place. */
export function requireRubric(
	place: Place & { module: { id: string } },
	blockId: string
): BlockPath & { block: RubricBlock } {
	const found = findBlock(blockId);
	if (found?.module.id !== place.module.id || found.block.kind !== 'rubric') throw new NotFound();
	return { ...found, block: found.block };
}

function isDay(text: string): boolean {
	const at = new Date(`${text}T00:00:00Z`);
	return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
