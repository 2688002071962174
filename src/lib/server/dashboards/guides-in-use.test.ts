import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { prisma } from '../db/index.ts';
import { figuresOf, type Spent } from './guide-figures.ts';
import { exportGuidesInUse, readGuidesInUse } from './guides-in-use.ts';

const seconds = fc.option(fc.nat(7200), { nil: null });
const meetings = fc
	.array(seconds, { maxLength: 40 })
	.map((all) => all.map((one): Spent => new Map(one === null ? [] : [['open', one]])));

describe('Figures of a block', () => {
	test('are never of fewer than five meetings', () => {
		fc.assert(
			fc.property(meetings, (all) => {
				const figures = figuresOf('open', all);
				expect(figures === null).toBe(all.length < 5);
				const ran = all.filter((spent) => (spent.get('open') ?? 0) >= 30);
				if (figures !== null) expect(figures.actual === null).toBe(ran.length < 5);
			})
		);
	});

	test('lie between the shortest and the longest, in order', () => {
		fc.assert(
			fc.property(meetings, (all) => {
				const actual = figuresOf('open', all)?.actual;
				if (!actual) return;
				const ran = all.map((spent) => spent.get('open') ?? 0).filter((one) => one >= 30);
				expect(actual.from).toBeGreaterThanOrEqual(Math.round(Math.min(...ran) / 60));
				expect(actual.median).toBeGreaterThanOrEqual(actual.from);
				expect(actual.to).toBeGreaterThanOrEqual(actual.median);
				expect(actual.to).toBeLessThanOrEqual(Math.round(Math.max(...ran) / 60));
			})
		);
	});

	test('say how many left it out as a share, and do not hang on the order', () => {
		fc.assert(
			fc.property(meetings, (all) => {
				const figures = figuresOf('open', all);
				expect(figuresOf('open', all.toReversed())).toEqual(figures);
				if (figures === null) return;
				expect(figures.leftOut).toBeGreaterThanOrEqual(0);
				expect(figures.leftOut).toBeLessThanOrEqual(100);
			})
		);
	});
});

describe('Guides in use', () => {
	let network: SmallNetwork;

	beforeEach(async () => {
		await resetDatabase();
		network = await makeSmallNetwork();
	});

	async function hold(cohortId: string, minutes: number, rest: object = {}): Promise<void> {
		const count = await prisma().liveSession.count();
		const startedAt = new Date(Date.UTC(2026, 9, 1 + count));
		const block = { kind: 'welcome', priority: 'must', min: 2, max: 20, minutes: 6, planned: 6 };
		await prisma().liveSession.create({
			data: {
				cohortId,
				moduleId: 'lae-1',
				startsAt: startedAt,
				minutes: 60,
				code: `USED${count}`,
				startedAt,
				endedAt: new Date(startedAt.getTime() + 3_600_000),
				blocks: {
					create: [
						{
							...block,
							blockId: 'open',
							position: 0,
							title: 'What Harbor calls it',
							spentSeconds: minutes * 60
						},
						{
							...block,
							blockId: 'own-block',
							position: 1,
							title: 'A walk of Harbor’s own',
							spentSeconds: 60
						}
					]
				},
				...rest
			}
		});
	}

	test('are told from five meetings on, over all cohorts, without anything of a cohort’s own', async () => {
		const priya = network.viewers['Priya Raman'];
		const { cohort, otherCohort } = network;
		for (const minutes of [4, 6, 8, 20]) await hold(cohort.id, minutes);
		await hold(otherCohort.id, 90, { rehearsal: true });
		await hold(otherCohort.id, 90, { endedAt: null });
		const [few] = await readGuidesInUse(priya);
		expect(few?.meetings).toBeNull();
		expect(few?.blocks.every(({ figures }) => figures === null)).toBe(true);
		expect(await exportGuidesInUse(priya)).not.toMatch(/\b(20|90)\b/);
		await hold(otherCohort.id, 7);
		const [guide, more] = await readGuidesInUse(priya);
		expect(more).toBeUndefined();
		expect(guide).toMatchObject({ meetings: 5, variant: 'in-person' });
		expect(guide?.blocks[0]).toMatchObject({
			id: 'open',
			figures: { leftOut: 0, actual: { median: 7, from: 6, to: 8 } }
		});
		const told = JSON.stringify(guide) + (await exportGuidesInUse(priya));
		expect(told).not.toMatch(/Harbor|Alder|own-block/);
	});

	test('of another branch are not told, nor to who leads nothing', async () => {
		const elsewhere = await prisma().organisation.create({
			data: { name: 'Plover County Office', kind: 'county' }
		});
		await prisma().cohort.update({
			where: { id: network.otherCohort.id },
			data: { organisationId: elsewhere.id }
		});
		for (let made = 0; made < 5; made += 1) await hold(network.otherCohort.id, 6);
		expect(await readGuidesInUse(network.viewers['Priya Raman'])).toEqual([]);
		expect(await readGuidesInUse(network.viewers['Ana Reyes'])).toEqual([]);
	});
});
