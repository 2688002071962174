import { beforeAll, describe, expect, test } from 'vitest';
import { readJoinCode } from '../src/lib/server/cohorts/index.ts';
import { findBlock, getSeries } from '../src/lib/server/curriculum/index.ts';
import { prisma } from '../src/lib/server/db/index.ts';
import { getPlace, nextStep, seriesProgress } from '../src/lib/server/progress/index.ts';
import type { Viewer } from '../src/lib/server/viewer.ts';
import { cohorts, demoEntrances, emailOf, organisations, seriesId, staff } from './cast.ts';
import { answers } from './demo/answers/index.ts';
import { halfway } from './demo/halfway.ts';
import { seed } from './seed.ts';

const DAY = 24 * 60 * 60 * 1000;
const people = [...cohorts.flatMap(({ participants }) => participants), ...staff];

describe('The cast', () => {
	test('has one state, two counties, four districts and eight schools, each within one above', () => {
		const kinds = (kind: string) => organisations.filter((each) => each.kind === kind).length;
		expect(['state', 'county', 'district', 'school'].map(kinds)).toEqual([1, 2, 4, 8]);
		const names = organisations.map(({ name }) => name);
		for (const [index, { within }] of organisations.entries()) {
			if (within !== null) expect(names.slice(0, index)).toContain(within);
		}
	});

	test('has cohorts of 12, 25 and 40, with codes that can be typed and places that exist', () => {
		expect(cohorts.map(({ participants }) => participants.length)).toEqual([12, 25, 40]);
		const schools = organisations.filter(({ kind }) => kind === 'school').map(({ name }) => name);
		for (const { joinCode, facilitators, participants, zone } of cohorts) {
			expect(readJoinCode(joinCode)).toBe(joinCode);
			expect(Intl.supportedValuesOf('timeZone')).toContain(zone);
			for (const { school } of participants) expect(schools).toContain(school);
			for (const name of facilitators) expect(staff.map((each) => each.name)).toContain(name);
		}
	});

	test('has nobody twice', () => {
		const emails = people.map(({ name }) => emailOf(name));
		expect(new Set(emails).size).toBe(emails.length);
		for (const email of emails) expect(email).toMatch(/^[a-z.-]+@example\.org$/);
	});

	test('writes to prompts that exist, nothing twice, and for every audience', () => {
		for (const { to } of answers) expect(findBlock(to)?.block.kind, to).toBe('reflect');
		for (const { blockId } of halfway) expect(findBlock(blockId), blockId).not.toBeNull();
		expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
		expect(new Set(answers.map(({ by, to }) => `${by} ${to}`)).size).toBe(answers.length);
		expect(new Set(answers.map(({ audience }) => audience))).toEqual(
			new Set(['me', 'facilitators', 'cohort'])
		);
		for (const { audience, reply } of answers) if (reply) expect(audience).not.toBe('me');
	});
});

describe('The demo network', () => {
	beforeAll(async () => {
		const began = performance.now();
		await seed();
		console.log(`The seed took ${((performance.now() - began) / 1000).toFixed(1)} s.`);
	}, 60_000);

	test('has everybody in their place', async () => {
		expect(await prisma().organisation.count()).toBe(15);
		expect(await prisma().person.count()).toBe(people.length);
		expect(
			await prisma().enrolment.count({ where: { role: 'participant', cohort: { seriesId } } })
		).toBe(77);
		for (const cohort of cohorts) {
			const { enrolments } = await prisma().cohort.findUniqueOrThrow({
				where: { joinCode: cohort.joinCode },
				include: { enrolments: true }
			});
			const facilitators = enrolments.filter(({ role }) => role === 'facilitator');
			expect(facilitators).toHaveLength(cohort.facilitators.length);
		}
	});

	test('offers to enter as two participants, two facilitators and two leads', async () => {
		const offered = await prisma().person.findMany({
			where: { demoTitle: { not: null } },
			orderBy: { createdAt: 'asc' }
		});
		expect(offered.map(({ name, demoTitle }) => ({ name, role: demoTitle }))).toEqual(
			demoEntrances
		);
		expect(demoEntrances.map(({ role }) => role)).toEqual([
			...['participant', 'participant', 'facilitator', 'facilitator'],
			...['network lead', 'network lead']
		]);
	});

	test('kept every answer and every reply', async () => {
		expect(await prisma().answer.count()).toBe(answers.length);
		expect(await prisma().reply.count()).toBe(answers.filter(({ reply }) => reply).length);
	});

	test('has everybody as far as the cast says', async () => {
		for (const { participants } of cohorts) {
			for (const { name, steps } of participants) {
				const done = await prisma().stepCompletion.count({
					where: { enrolment: { person: { email: emailOf(name) }, cohort: { seriesId } } }
				});
				expect(done, name).toBe(steps);
			}
		}
	});

	test('holds nothing that has not happened yet', async () => {
		const after = { gt: new Date() };
		expect(await prisma().blockCompletion.count({ where: { completedAt: after } })).toBe(0);
		expect(await prisma().answer.count({ where: { updatedAt: after } })).toBe(0);
		expect(await prisma().reply.count({ where: { createdAt: after } })).toBe(0);
		expect(await prisma().enrolment.count({ where: { createdAt: after } })).toBe(0);
	});

	test('has somebody in the cohort of 12 who has done nothing for twenty days', async () => {
		const enrolments = await prisma().enrolment.findMany({
			where: { cohort: { joinCode: 'PATH3746' }, role: 'participant' },
			include: { blockCompletions: true, person: true }
		});
		const quiet = enrolments.filter(({ blockCompletions }) => {
			const last = Math.max(...blockCompletions.map(({ completedAt }) => completedAt.getTime()));
			return Number.isFinite(last) && last < Date.now() - 20 * DAY;
		});
		expect(quiet.map(({ person }) => person.name)).toEqual(
			expect.arrayContaining(['Dmitri Volkov', 'Patrick Sweeney'])
		);
	});

	test('meets within two weeks, in the afternoon of each cohort’s own zone', async () => {
		const ahead = await prisma().liveSession.findMany({
			where: {
				startsAt: { gt: new Date(Date.now() + 3 * DAY), lt: new Date(Date.now() + 14 * DAY) }
			},
			include: { cohort: true }
		});
		expect(ahead).toHaveLength(3);
		for (const { startsAt, cohort } of ahead) {
			const shown = new Intl.DateTimeFormat('en-US', {
				weekday: 'short',
				hour: 'numeric',
				minute: '2-digit',
				timeZone: cohort.zone
			});
			expect(shown.format(startsAt)).toMatch(/^Wed,? 3:30\sPM$/);
		}
	});

	test('plans the rest of the series of the harbor’s cohort, at the same time of the clock', async () => {
		const set = await prisma().liveSession.findMany({
			where: {
				cohort: { joinCode: 'WHARF964' },
				startsAt: { gt: new Date(Date.now() + 14 * DAY) }
			},
			orderBy: { startsAt: 'asc' },
			include: { roles: true }
		});
		expect(set.map(({ moduleId }) => moduleId)).toEqual(['lae-4', 'lae-5', 'lae-6']);
		const shown = new Intl.DateTimeFormat('en-US', {
			weekday: 'short',
			hour: 'numeric',
			minute: '2-digit',
			timeZone: 'America/Chicago'
		});
		for (const { startsAt, roles } of set) {
			expect(shown.format(startsAt)).toMatch(/^Wed,? 3:30\sPM$/);
			expect(roles).toHaveLength(2);
		}
	});

	test('has ended what is past, and every meeting has somebody who facilitates it', async () => {
		const meetings = await prisma().liveSession.findMany({ include: { roles: true } });
		for (const { startsAt, endedAt, roles } of meetings) {
			expect(endedAt !== null).toBe(startsAt < new Date());
			expect(roles.map(({ role }) => role)).toContain('facilitator');
		}
	});

	test('has Ana in the middle of module 1', async () => {
		const place = await getPlace(await viewerOf('Ana Reyes'), getSeries(seriesId).slug);
		expect(nextStep(place, new Date())).toMatchObject({
			stepTitle: 'Who is missing from the room?',
			started: true
		});
	});

	test('has Nadia at the very beginning', async () => {
		const place = await getPlace(await viewerOf('Nadia Haddad'), getSeries(seriesId).slug);
		expect(nextStep(place, new Date())).toMatchObject({
			stepTitle: 'Arrive with one decision',
			started: false
		});
	});

	test('keeps module 3 closed to the cohort of 40 until its day', async () => {
		const place = await getPlace(await viewerOf('Ron Kessler'), getSeries(seriesId).slug);
		const { modules } = seriesProgress(place, new Date());
		expect(modules.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'done', 'locked']);
		expect(modules[2]?.lock).toMatch(/^Opens on .+ 8:00\sAM C[SD]T\.$/);
	});
});

async function viewerOf(name: string): Promise<Viewer> {
	const person = await prisma().person.findUniqueOrThrow({
		where: { email: emailOf(name) },
		include: { enrolments: { include: { cohort: true } } }
	});
	return {
		personId: person.id,
		name,
		email: person.email,
		videoSpeed: person.videoSpeed,
		language: 'en',
		reading: null,
		enrolments: person.enrolments.map(({ id, cohortId, cohort, role }) => ({
			enrolmentId: id,
			cohortId,
			seriesId: cohort.seriesId,
			role
		})),
		organisations: []
	};
}
