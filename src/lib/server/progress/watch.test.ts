import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { getSeries } from '../curriculum/index.ts';
import { stampOpening } from './opening-stamp.ts';
import { keepWatch, type WatchReport } from './watch.ts';

const series = getSeries('lae');
const module = series.modules[0];
const video = module?.steps.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'video');
if (module === undefined || video?.kind !== 'video') throw new Error('Module 1 has a video.');

const OPENED = new Date('2026-11-22T12:00:00Z');
const later = (seconds: number) => new Date(OPENED.getTime() + seconds * 1000);

let network: SmallNetwork;
beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
});

function report(seconds: number, played: [number, number][], changes: Partial<WatchReport> = {}) {
	const ana = network.viewers['Ana Reyes'];
	const enrolmentId = ana.enrolments[0]?.enrolmentId ?? '';
	const full = {
		blockId: video?.id ?? '',
		opened: stampOpening(enrolmentId, OPENED),
		played,
		position: played.at(-1)?.[1] ?? 0,
		speed: 1,
		...changes
	};
	return at(later(seconds), () => keepWatch(ana, series.slug, module?.slug ?? '', full));
}

describe('Ana, who watches the video', () => {
	test('is credited each second once, however often she sees it', async () => {
		expect((await report(10, [[0, 10]])).seen).toBe(10);
		expect((await report(20, [[0, 10]])).seen).toBe(10);
		expect((await report(25, [[8, 13]])).seen).toBe(13);
	});

	test('completes it when she has seen nine tenths', async () => {
		const { seconds } = video;
		const early = await report(seconds, [[0, seconds * 0.85]]);
		expect(early.completed).toEqual({ step: false, module: false });
		const enough = await report(seconds * 2, [[seconds * 0.85, seconds * 0.95]]);
		expect(enough.seen).toBeGreaterThanOrEqual(enough.enough);
	});

	test('earns nothing by seeking to the end', async () => {
		const { seconds } = video;
		expect((await report(60, [[seconds - 1, seconds]])).seen).toBeLessThanOrEqual(1);
	});

	test('cannot claim more than the time since she opened the page', async () => {
		expect((await report(5, [[0, 90]])).seen).toBeCloseTo(10.5);
	});

	test('cannot claim the same minute again and again with many reports', async () => {
		await report(10, [[0, 21]]);
		await Promise.all([report(10, [[30, 60]]), report(10, [[60, 90]])]);
		expect((await report(10, [])).seen).toBeCloseTo(21);
	});

	test('loses nothing when the answer to a report gets lost and it is sent again', async () => {
		await report(10, [[0, 20]]);
		expect((await report(11, [[0, 22]])).seen).toBe(22);
	});

	test('cannot claim with a stamp that is not hers', async () => {
		const jonah = network.viewers['Jonah Bell'].enrolments[0]?.enrolmentId ?? '';
		await expect(
			report(60, [[0, 30]], { opened: stampOpening(jonah, OPENED) })
		).rejects.toMatchObject({ status: 400 });
		await expect(report(60, [[0, 30]], { opened: '0.forged' })).rejects.toMatchObject({
			status: 400
		});
	});
});
