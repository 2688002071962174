import { writeCsv } from '../csv.ts';
import { listSeries, type Variant } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import { listOrganisationsBelow } from '../network/index.ts';
import type { Viewer } from '../viewer.ts';
import { FEWEST_MEETINGS, figuresOf, type BlockFigures, type Spent } from './guide-figures.ts';

export type GuideInUse = {
	seriesTitle: string;
	moduleTitle: string;
	variant: Variant;
	/** How many meetings followed it; null while they are fewer than five. */
	meetings: number | null;
	blocks: { id: string; title: string; planned: number; figures: BlockFigures | null }[];
};

/** One row for each meeting and block. What a cohort calls its blocks is not asked for, nor which cohort it is. */
const SPENT = `
	select meeting.id, meeting.module_id as "moduleId", meeting.variant,
		coalesce(json_object_agg(block.block_id, block.spent_seconds)
			filter (where block.block_id is not null), '{}') as spent
	from live_session meeting
	join cohort on cohort.id = meeting.cohort_id
	left join live_block block on block.live_session_id = meeting.id
	where cohort.organisation_id = any($1::uuid[]) and not meeting.rehearsal
		and meeting.cancelled_at is null and meeting.started_at is not null and meeting.ended_at is not null
	group by meeting.id
	having coalesce(sum(block.spent_seconds), 0) > 0`;

type Row = { moduleId: string; variant: string; spent: Record<string, number> };

/** For who writes the guides: what each was planned to take and took, over all cohorts below the viewer. */
export async function readGuidesInUse(viewer: Viewer): Promise<GuideInUse[]> {
	const organisations = await listOrganisationsBelow(
		viewer.organisations.map(({ organisationId }) => organisationId)
	);
	const rows = await statement<Row>('guides-in-use', SPENT, [organisations.map(({ id }) => id)]);
	const byGuide = Map.groupBy(rows, ({ moduleId, variant }) => `${moduleId} ${variant}`);
	return listSeries().flatMap((series) =>
		series.modules.flatMap((module) =>
			module.guides.flatMap(({ variant, agenda }) => {
				const found = byGuide.get(`${module.id} ${variant}`) ?? [];
				if (found.length === 0) return [];
				const meetings = found.map(({ spent }): Spent => new Map(Object.entries(spent)));
				return [
					{
						seriesTitle: series.title,
						moduleTitle: module.title,
						variant,
						meetings: meetings.length < FEWEST_MEETINGS ? null : meetings.length,
						blocks: agenda.map(({ id, title, minutes }) => ({
							id,
							title,
							planned: minutes,
							figures: figuresOf(id, meetings)
						}))
					}
				];
			})
		)
	);
}

/** The same as CSV, hidden where the page hides it. */
export async function exportGuidesInUse(viewer: Viewer): Promise<string> {
	const guides = await readGuidesInUse(viewer);
	const head = [
		'Series',
		'Module',
		'Guide',
		'Meetings',
		'Block',
		'Planned minutes',
		'Median minutes',
		'Middle half from',
		'Middle half to',
		'Left out, per cent'
	];
	const body = guides.flatMap(({ seriesTitle, moduleTitle, variant, meetings, blocks }) =>
		blocks.map(({ title, planned, figures }) => [
			seriesTitle,
			moduleTitle,
			variant,
			meetings === null ? 'fewer than 5' : String(meetings),
			title,
			String(planned),
			...[
				figures?.actual?.median,
				figures?.actual?.from,
				figures?.actual?.to,
				figures?.leftOut
			].map((figure) => (figure === undefined ? 'hidden' : String(figure)))
		])
	);
	return writeCsv([head, ...body]);
}
