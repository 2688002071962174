import { JOIN_CODE_LETTERS } from '../../src/lib/server/cohorts/index.ts';
import { listSeries, type Series } from '../../src/lib/server/curriculum/index.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import { cohorts, seriesId, staff } from '../cast.ts';
import { daysAgo, later } from './calendar.ts';

/**
 * One cohort of each further series, which anybody in the state may join from the library. Whoever is in
 * them joined before their own team began: what they do first stays their team's series.
 */

const HOST = 'Merrow Department of Education';
const FACILITATORS = ['Denise Whitfield', 'Marcus Lindqvist'] as const;
/** In these the two who can be entered as take part; the others they can start from the library. */
const WITH_ANA_AND_NADIA = new Set([
	'tiered-support',
	'building-authentic-partnerships',
	'after-the-grant'
]);
const STARTED = 90;
/** What people can finish without making something with others. */
const ALONE = new Set(['video', 'reflect', 'poll', 'check', 'resources']);

type Placed = { id: string; steps: number; joined: Date };

export async function makeOpenCohorts(): Promise<void> {
	const organisations = await idsOf(
		prisma().organisation.findMany({ select: { id: true, name: true } })
	);
	const people = await idsOf(prisma().person.findMany({ select: { id: true, name: true } }));
	for (const [index, series] of openSeries().entries()) {
		const placed = await makeCohort(series, index, organisations, people);
		await finishSteps(series, placed);
	}
}

function openSeries(): Series[] {
	return listSeries().filter(({ id }) => id !== seriesId);
}

async function makeCohort(
	series: Series,
	index: number,
	organisations: ReadonlyMap<string, string>,
	people: ReadonlyMap<string, string>
): Promise<Placed[]> {
	const host = idIn(organisations, HOST);
	const facilitator = FACILITATORS[index % FACILITATORS.length] ?? FACILITATORS[0];
	const { id: cohortId } = await prisma().cohort.create({
		data: {
			name: `${series.title}, open group`,
			seriesId: series.id,
			organisationId: host,
			openToId: host,
			joinCode: `GATE${inLetters(index)}`,
			zone: 'America/New_York',
			// Everybody goes at their own pace: nobody is behind for months.
			stuckAfterDays: 180,
			createdAt: daysAgo(STARTED + 7, index)
		},
		select: { id: true }
	});
	const office = staff.find(({ name }) => name === facilitator)?.organisation ?? HOST;
	await prisma().enrolment.create({
		data: {
			cohortId,
			personId: idIn(people, facilitator),
			organisationId: idIn(organisations, office),
			role: 'facilitator',
			createdAt: daysAgo(STARTED + 7, index)
		}
	});
	const elsewhere = await prisma().enrolment.findMany({
		where: { cohort: { seriesId: series.id }, cohortId: { not: cohortId } },
		select: { person: { select: { name: true } } }
	});
	const taken = new Set(elsewhere.map(({ person }) => person.name));
	const members = membersOf(series, index).filter(({ name }) => !taken.has(name));
	const joined = (at: number) => later(daysAgo(STARTED, 9 * 60), at * 47 + index);
	const made = await prisma().enrolment.createManyAndReturn({
		data: members.map(({ name, school }, at) => ({
			cohortId,
			personId: idIn(people, name),
			organisationId: idIn(organisations, school),
			role: 'participant' as const,
			createdAt: joined(at)
		})),
		select: { id: true }
	});
	return made.map(({ id }, at) => ({
		id,
		steps: members[at]?.demoTitle === 'participant' ? 0 : 1 + ((at + index) % 3),
		joined: joined(at)
	}));
}

/** Six to nine from several schools: teams of two or three, so that they can work as teams. */
function membersOf(series: Series, index: number) {
	const everybody = cohorts.flatMap(({ participants }) => participants);
	const known = everybody.filter(({ demoTitle }) => demoTitle === 'participant');
	const others = everybody.filter(({ demoTitle }) => demoTitle === undefined);
	const schools = [...Map.groupBy(others, ({ school }) => school).values()];
	const isTheirs = WITH_ANA_AND_NADIA.has(series.slug);
	const own = isTheirs ? known : [];
	const alder = isTheirs ? others.filter(({ school }) => school === known[0]?.school) : [];
	const first = (index * 2) % Math.max(1, schools.length);
	const teams = [0, 1, 2].flatMap((at) => {
		const school = schools[(first + at) % schools.length] ?? [];
		const begin = (index * 3) % Math.max(1, school.length - 2);
		return school.slice(begin, begin + (at === 0 ? 3 : 2));
	});
	return [...new Set([...own, ...alder.slice(index % 4, (index % 4) + 1), ...teams])].slice(0, 9);
}

/** The first steps of the first module, as far as people can go by themselves. */
async function finishSteps(series: Series, placed: readonly Placed[]): Promise<void> {
	const steps = series.modules[0]?.steps ?? [];
	const until = steps.findIndex(({ blocks }) => blocks.some(({ kind }) => !ALONE.has(kind)));
	const open = steps.slice(0, until === -1 ? Math.max(0, steps.length - 1) : until);
	const done = placed.flatMap(({ id, steps: wanted, joined }) =>
		open.slice(0, wanted).map((step, at) => ({
			enrolmentId: id,
			step,
			completedAt: later(joined, (at + 1) * 3 * 24 * 60)
		}))
	);
	await prisma().blockCompletion.createMany({
		data: done.flatMap(({ enrolmentId, step, completedAt }) =>
			step.required.map((blockId) => ({ enrolmentId, blockId, completedAt }))
		)
	});
	await prisma().stepCompletion.createMany({
		data: done.map(({ enrolmentId, step, completedAt }) => ({
			enrolmentId,
			stepId: step.id,
			completedAt
		}))
	});
}

function inLetters(value: number): string {
	const base = JOIN_CODE_LETTERS.length;
	return [3, 2, 1, 0]
		.map((power) => JOIN_CODE_LETTERS[Math.floor(value / base ** power) % base] ?? '')
		.join('');
}

async function idsOf(rows: PromiseLike<{ id: string; name: string }[]>) {
	return new Map((await rows).map(({ id, name }) => [name, id]));
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
	const id = ids.get(name);
	if (id === undefined) throw new Error(`The demo has nothing called ${name}.`);
	return id;
}
