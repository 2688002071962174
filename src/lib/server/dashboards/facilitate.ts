import * as v from 'valibot';
import { listSharedAnswers, type SharedPrompt } from '../answers/index.ts';
import { getCohort, listCohorts, writtenIn } from '../cohorts/index.ts';
import { listUpcoming, type UpcomingSession } from '../meetings/index.ts';
import type { Viewer } from '../viewer.ts';
import { cohortLock, readCohortGrid, type CohortGrid, type GridPerson } from './cohort-grid.ts';
import { joinLink, type JoinLink } from './join-link.ts';

export type CohortCard = {
	id: string;
	name: string;
	seriesTitle: string;
	host: string;
	people: number;
	/** Anybody of the network may join it. */
	isOpen: boolean;
	modules: { title: string; finished: number }[];
	next: UpcomingSession | null;
	stuck: string[];
	stuckAfterDays: number;
};

export type CohortModule = {
	id: string;
	number: number;
	title: string;
	finished: number;
	begun: number;
	/** Why it is not open to everybody, as a sentence. */
	lock: string | null;
	isOpened: boolean;
	/** The date as written in the cohort's zone, for the field; empty for none. */
	opensAt: string;
	guideHref: string | null;
};

export type CohortPage = {
	id: string;
	name: string;
	seriesTitle: string;
	host: string;
	zone: string;
	stuckAfterDays: number;
	sort: GridSort;
	people: GridPerson[];
	stuck: GridPerson[];
	modules: CohortModule[];
	join: JoinLink;
	next: UpcomingSession | null;
};

export type SharedAnswersPage = { cohort: { id: string; name: string }; prompts: SharedPrompt[] };

export const gridSort = v.fallback(v.picklist(['name', 'quiet']), 'name');
export type GridSort = v.InferOutput<typeof gridSort>;

/** The cohorts that the viewer facilitates, each with how it goes. */
export async function readFacilitatorHome(viewer: Viewer): Promise<CohortCard[]> {
	const [cohorts, upcoming] = await Promise.all([listCohorts(viewer), listUpcoming(viewer)]);
	const mine = cohorts.filter(({ role }) => role === 'facilitator');
	return Promise.all(
		mine.map(async ({ id, name, organisation, openToId }) => {
			const grid = await readCohortGrid(id);
			return {
				id,
				name,
				seriesTitle: grid.series.title,
				host: organisation.name,
				people: grid.people.length,
				isOpen: openToId !== null,
				modules: grid.series.modules.map(({ title }, at) => ({
					title,
					finished: inState(grid, at, 'done')
				})),
				next: upcoming.find(({ cohortId }) => cohortId === id) ?? null,
				stuck: grid.people.filter(({ isStuck }) => isStuck).map((person) => person.name),
				stuckAfterDays: grid.stuckAfterDays
			};
		})
	);
}

/** All that a facilitator sees of one cohort, but for what its people wrote. */
export async function readCohort(
	viewer: Viewer,
	cohortId: string,
	sort: GridSort
): Promise<CohortPage> {
	const cohort = await getCohort(viewer, cohortId);
	const [grid, upcoming] = await Promise.all([readCohortGrid(cohortId), listUpcoming(viewer)]);
	const byActivity = grid.people.toSorted(
		(a, b) => a.lastActiveAt.getTime() - b.lastActiveAt.getTime()
	);
	return {
		id: cohort.id,
		name: cohort.name,
		seriesTitle: grid.series.title,
		host: cohort.organisation.name,
		zone: cohort.zone,
		stuckAfterDays: cohort.stuckAfterDays,
		sort,
		people: sort === 'quiet' ? byActivity : grid.people,
		stuck: byActivity.filter(({ isStuck }) => isStuck),
		modules: cohortModules(cohortId, grid),
		join: joinLink(cohort.joinCode),
		next: upcoming.find((meeting) => meeting.cohortId === cohortId) ?? null
	};
}

/** What participants share with the viewer as a facilitator of the cohort, by prompt. */
export async function readSharedAnswers(
	viewer: Viewer,
	cohortId: string
): Promise<SharedAnswersPage> {
	const { id, name } = await getCohort(viewer, cohortId);
	return { cohort: { id, name }, prompts: await listSharedAnswers(viewer, cohortId) };
}

function cohortModules(cohortId: string, grid: CohortGrid): CohortModule[] {
	return grid.series.modules.map((module, at) => {
		const opensAt = grid.pacing.dates.get(module.id);
		return {
			id: module.id,
			number: module.number,
			title: module.title,
			finished: inState(grid, at, 'done'),
			begun: inState(grid, at, 'begun'),
			lock: cohortLock(grid, module),
			isOpened: grid.pacing.openings.has(module.id),
			opensAt: opensAt ? writtenIn(grid.zone, opensAt) : '',
			guideHref:
				module.guides.length > 0 ? `/facilitate/cohorts/${cohortId}/guides/${module.slug}` : null
		};
	});
}

function inState(grid: CohortGrid, module: number, state: 'done' | 'begun'): number {
	return grid.people.filter(({ cells }) => cells[module]?.state === state).length;
}
