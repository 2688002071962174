import { at } from '../../src/lib/server/clock.ts';
import { getModule, getSeries } from '../../src/lib/server/curriculum/index.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import { savePlace } from '../../src/lib/server/progress/index.ts';
import { keepSitting } from '../../src/lib/server/teamwork/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { emailOf, seriesId } from '../cast.ts';
import { daysAgo, later } from './calendar.ts';

const BEGAN = daysAgo(90, 8 * 60);
const FINISHED = daysAgo(3, 14 * 60);
const MODULE = 'pa-1';

/**
 * What readers leave: Ana keeps two places of her team's series; and Terrence led a table of Alder Street
 * through the month that school costs, and named her, who has not said yet that she was there.
 */
export async function seedReading(): Promise<void> {
	const series = getSeries(seriesId);
	const [module] = series.modules;
	const ana = await viewerOf('Ana Reyes', seriesId);
	for (const [index, note] of ['The two lists, for the spring plan', ''].entries()) {
		const step = module?.steps[index];
		if (module === undefined || step === undefined) continue;
		await at(daysAgo(6 - index, 900), () =>
			savePlace(ana, series.slug, module.slug, step.slug, { note })
		);
	}
	await seedTable();
}

async function seedTable(): Promise<void> {
	const module = getModule(MODULE);
	const series = getSeries('pa');
	const cohort = await prisma().cohort.findFirstOrThrow({ where: { seriesId: series.id } });
	const school = await prisma().organisation.findFirstOrThrow({
		where: { name: 'Alder Street School' }
	});
	for (const name of ['Terrence Okoye', 'Ana Reyes', 'Amara Diallo']) {
		const person = await prisma().person.findUniqueOrThrow({ where: { email: emailOf(name) } });
		await prisma().enrolment.upsert({
			where: { cohortId_personId: { cohortId: cohort.id, personId: person.id } },
			create: {
				cohortId: cohort.id,
				personId: person.id,
				organisationId: school.id,
				role: 'participant',
				createdAt: BEGAN
			},
			update: {}
		});
	}
	const leader = await viewerOf('Terrence Okoye', series.id);
	const others = [
		await viewerOf('Ana Reyes', series.id),
		await viewerOf('Amara Diallo', series.id)
	];
	const members = others.map(placeOf);
	await at(later(FINISHED, -70), () => keepSitting(leader, series.slug, module.slug, { members }));
	const key = { enrolmentId: placeOf(leader), completedAt: FINISHED };
	await prisma().blockCompletion.createMany({
		data: module.steps.flatMap(({ blocks }) => blocks.map(({ id }) => ({ ...key, blockId: id }))),
		skipDuplicates: true
	});
	await prisma().stepCompletion.createMany({
		data: module.steps.map(({ id }) => ({ ...key, stepId: id })),
		skipDuplicates: true
	});
	await prisma().moduleCompletion.create({ data: { ...key, moduleId: module.id } });
}

function placeOf({ enrolments }: Viewer): string {
	const [place] = enrolments;
	if (place === undefined) throw new Error('They have a place in the series.');
	return place.enrolmentId;
}

/** As they stand in one series. */
async function viewerOf(name: string, of: string): Promise<Viewer> {
	const person = await prisma().person.findUniqueOrThrow({
		where: { email: emailOf(name) },
		include: { enrolments: { where: { cohort: { seriesId: of } } } }
	});
	return {
		personId: person.id,
		name,
		email: person.email,
		videoSpeed: person.videoSpeed,
		language: 'en',
		reading: null,
		enrolments: person.enrolments.map(({ id, cohortId, role }) => ({
			enrolmentId: id,
			cohortId,
			seriesId: of,
			role
		})),
		organisations: []
	};
}
