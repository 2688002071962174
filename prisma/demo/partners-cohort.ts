import { place } from '../../src/lib/server/answers/index.ts';
import { at } from '../../src/lib/server/clock.ts';
import { findBlock, type Step } from '../../src/lib/server/curriculum/index.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { daysAgo, later } from './calendar.ts';
import { makeFurtherCohort } from './further-cohort.ts';

/** Marcus’s cohort on partnerships with families: twelve placed themselves on the nine lines, eleven again. */

const cohort = {
	name: 'Partners of Harbor and North Fork',
	seriesId: 'bap',
	host: 'Tamarack County Office',
	joinCode: 'TRUST379',
	zone: 'America/Chicago',
	startedDaysAgo: 48,
	facilitators: ['Marcus Lindqvist', 'Yvonne Baptiste'],
	participants: [
		'Beatriz Salazar',
		'Andre Toussaint',
		'Margaret Olson',
		'Carmen Ibarra',
		'Shannon Doyle',
		'Paulo Teixeira',
		'Kiona James',
		'Zahra Ahmadi',
		'Javier Montes',
		'Rosa Delgado',
		'Lorena Campos',
		'Tuyet Pham',
		'Kaya Littlefield'
	]
};

/** Where most stood on each of the nine lines, and where they stood two months on. */
const leanings = [
	{ pair: 'time', then: 2, since: 3 },
	{ pair: 'word', then: 2, since: 2 },
	{ pair: 'way', then: 3, since: 5 },
	{ pair: 'expert', then: 3, since: 4 },
	{ pair: 'comfort', then: 2, since: 4 },
	{ pair: 'credit', then: 4, since: 4 },
	{ pair: 'pace', then: 2, since: 3 },
	{ pair: 'mistakes', then: 4, since: 3 },
	{ pair: 'invited', then: 2, since: 4 }
];
/** How far people stand from most of the others; the same at every start. */
const apart = [0, 1, -1, 0, 2, 0, -1, 1, 0, 3, -2, 1];

export async function seedPartners(): Promise<void> {
	const first = continuum('bap-1-line');
	const again = continuum('bap-3-line');
	const { participants } = await makeFurtherCohort(cohort);
	const viewers = [...participants.values()];
	const twelve = viewers.slice(0, 12);
	const eleven = viewers.slice(0, 11);
	await Promise.all(
		twelve.map((viewer, index) =>
			stand(viewer, index, first, 'then', later(daysAgo(40), index * 190))
		)
	);
	const done = first.series.modules.slice(0, 2).flatMap(({ steps }) => steps);
	await finish(eleven, done, daysAgo(21));
	await Promise.all(
		eleven.map((viewer, index) =>
			stand(viewer, index, again, 'since', later(daysAgo(6), index * 230))
		)
	);
}

type Line = ReturnType<typeof continuum>;

function continuum(id: string) {
	const found = findBlock(id);
	if (found?.block.kind !== 'continuum') throw new Error(`There is no continuum ${id}.`);
	return { ...found, block: found.block };
}

async function stand(
	viewer: Viewer,
	index: number,
	{ series, module, block }: Line,
	time: 'then' | 'since',
	when: Date
): Promise<void> {
	const positions = new Map(
		leanings.map((leaning, line) => {
			const other = time === 'since' && index % 3 === 0 ? 1 : 0;
			const far = apart[(index * 5 + line * 3 + other) % apart.length] ?? 0;
			return [leaning.pair, Math.min(7, Math.max(1, leaning[time] + far))];
		})
	);
	const input = { blockId: block.id, owner: undefined, positions };
	await at(when, () => place(viewer, series.slug, module.slug, input));
}

/** They did these steps; what they wrote there is theirs. */
export async function finish(viewers: readonly Viewer[], steps: readonly Step[], when: Date) {
	const ids = viewers.flatMap(({ enrolments }) => enrolments.map((one) => one.enrolmentId));
	const everywhere = <Row>(row: (enrolmentId: string) => Row[]): Row[] => ids.flatMap(row);
	const completedAt = when;
	await prisma().blockCompletion.createMany({
		skipDuplicates: true,
		data: everywhere((enrolmentId) =>
			steps.flatMap(({ required }) =>
				required.map((blockId) => ({ enrolmentId, blockId, completedAt }))
			)
		)
	});
	await prisma().stepCompletion.createMany({
		skipDuplicates: true,
		data: everywhere((enrolmentId) =>
			steps.map(({ id }) => ({ enrolmentId, stepId: id, completedAt }))
		)
	});
	await prisma().moduleCompletion.createMany({
		skipDuplicates: true,
		data: everywhere((enrolmentId) =>
			[...new Set(steps.map(({ moduleId }) => moduleId))].map((moduleId) => ({
				enrolmentId,
				moduleId,
				completedAt
			}))
		)
	});
}
