import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { listSharedAnswers, type SharedPrompt } from '../answers/index.ts';
import { now } from '../clock.ts';
import type { AgendaBlock, Guide, Material } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { Conflict } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { guideFrom } from './guide.ts';
import { listLayers } from './layers.ts';
import { guidePage, ownGuide, type GuidePage } from './module-guide.ts';
import { findCohortGuide, type CohortGuidePlace, type NextMeeting } from './place.ts';
import { readTouches, type ShownTouch } from './provenance.ts';
import { quantityFor, tablesFor } from './quantities.ts';
import { guideIn, minutesOf, plannedOf, standingOf } from './standing.ts';
import { ticksOf } from './ticks.ts';

export type CohortGuide = Omit<GuidePage, 'prepare' | 'materials'> & {
	slug: string;
	cohort: { id: string; name: string; people: number; tables: number };
	meeting: NextMeeting | null;
	prepare: PrepareTask[];
	materials: (Material & { quantity: number })[];
	/** Minutes of what is kept, against those that the guide plans for. */
	total: number;
	touches: Record<string, ShownTouch[]>;
	/** What the cohort wrote to prompts that this guide names, as far as it was shared. */
	answers: SharedPrompt[];
	handouts: { title: string; href: string }[];
};

export type PrepareTask = {
	key: string;
	when: string;
	what: string;
	/** `by` is null when that person is gone. */
	done: { by: string | null; at: Date } | null;
};

/** All that a facilitator prepares a meeting with. */
export async function readCohortGuide(
	viewer: Viewer,
	cohortId: string,
	slug: string,
	variant: string | null
): Promise<CohortGuide> {
	const place = await findCohortGuide(viewer, cohortId, slug, variant);
	const { cohort, module, meeting } = place;
	const [layers, people, shared, ticks] = await Promise.all([
		listLayers(cohort, module.id, place.variant),
		prisma().enrolment.count({ where: { cohortId, role: 'participant' } }),
		listSharedAnswers(viewer, cohortId),
		readTicks(place)
	]);
	const original = ownGuide(module, place.variant);
	const standing = standingOf(plannedOf(module.id, place.variant), layers);
	const guide = layers.length === 0 ? original : guideFrom(original, module.id, standing);
	const page = guidePage(module, guide);
	return {
		...page,
		slug: module.slug,
		cohort: { id: cohort.id, name: cohort.name, people, tables: tablesFor(people) },
		meeting,
		prepare: tasksOf(place, guide, ticks),
		materials: guide.materials.map((each) => ({ ...each, quantity: quantityFor(each, people) })),
		total: minutesOf(guide.agenda.map((block) => ({ ...block, skipped: false }))),
		touches: await readTouches(standing.touches),
		answers: bearingOn(guide.agenda, shared),
		handouts: module.handouts.map((each) => ({
			title: each.title,
			href: `${page.mediaHref}handouts/${each.slug}`
		}))
	};
}

export const tickInput = v.object({
	task: v.pipe(v.string('Choose a task.'), v.maxLength(64)),
	done: v.picklist(['yes', 'no'], 'Say whether it is done.')
});

/** Marks a task of the preparation as done for all who facilitate the cohort, or takes the mark away. */
export async function tick(
	viewer: Viewer,
	cohortId: string,
	slug: string,
	variant: string | null,
	{ task: key, done }: v.InferOutput<typeof tickInput>
): Promise<void> {
	const place = await findCohortGuide(viewer, cohortId, slug, variant);
	const tasks = englishTasks(place);
	const at = tasks.findIndex((task) => keyOf(task) === key);
	const task = tasks[at];
	if (task === undefined) {
		throw new Conflict('This task was changed a moment ago. Please read it and mark it once more.');
	}
	const where = { cohortId, moduleId: place.module.id, variant: place.variant };
	const before = ticksOf(tasks, await readTicks(place))[at];
	if (done === 'no') {
		if (before) await prisma().guideTick.deleteMany({ where: { ...where, task: before.task } });
	} else if (!before) {
		await prisma().guideTick.createMany({
			data: [{ ...where, task, tickedById: viewer.personId, tickedAt: now() }],
			skipDuplicates: true
		});
	}
}

function readTicks({ cohort, module, variant }: CohortGuidePlace) {
	return prisma().guideTick.findMany({
		where: { cohortId: cohort.id, moduleId: module.id, variant },
		select: { task: true, tickedAt: true, tickedBy: { select: { name: true } } }
	});
}

function tasksOf(
	place: CohortGuidePlace,
	{ prepare }: Guide,
	ticks: Awaited<ReturnType<typeof readTicks>>
): PrepareTask[] {
	const english = englishTasks(place);
	const found = ticksOf(english, ticks);
	return prepare.map(({ when, what }, at) => {
		const tick = found[at] ?? null;
		const done = tick && { by: tick.tickedBy?.name ?? null, at: tick.tickedAt };
		return { key: keyOf(english[at] ?? what), when, what, done };
	});
}

/** Whatever language its readers have, a task is one task. */
function englishTasks({ module, variant }: CohortGuidePlace): string[] {
	return (guideIn(module.id, variant, 'en')?.prepare ?? []).map(({ what }) => what);
}

function keyOf(task: string): string {
	return createHash('sha256').update(task).digest('base64url').slice(0, 16);
}

function bearingOn(
	agenda: readonly AgendaBlock[],
	shared: readonly SharedPrompt[]
): SharedPrompt[] {
	const named = new Set(
		agenda.flatMap(({ prompts, captures }) => [...prompts, ...captures.map(({ prompt }) => prompt)])
	);
	return shared.filter(({ blockId }) => named.has(blockId));
}
