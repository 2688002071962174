import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { EVERYTHING } from '../../library.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import {
	keepPractice,
	offerPractice,
	readSharePage,
	withdrawPractice,
	type PracticeInput
} from './practice.ts';
import { readEntry } from './read-entry.ts';
import { readReviews, reviewPractice } from './review.ts';
import { searchLibrary } from './search.ts';

let network: SmallNetwork;
let ana: Viewer;
let priya: Viewer;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	priya = network.viewers['Priya Raman'];
});

function written(change: Partial<PracticeInput> = {}): PracticeInput {
	return {
		practice: '',
		base: 0,
		organisationId: network.school,
		title: 'Toast before the bell',
		did: 'The library opens at ten past seven.',
		changed: 'Late arrivals went from fifteen to nine.',
		advice: 'Have two adults from the first day.',
		greatFor: ['teacher'],
		level: 'start',
		module: 'lae-1',
		creditNames: '',
		...change
	};
}

const found = async (words: string) =>
	(await searchLibrary({ ...EVERYTHING, words, kind: ['practice'] }, 'en')).entries;

describe('Ana writes down what worked', () => {
	test('as a draft that only she sees, with whatever is still missing', async () => {
		const kept = await keepPractice(ana, written({ title: '', advice: '', greatFor: [] }));
		await keepPractice(ana, written({ practice: kept.practice, base: 1, title: 'Toast' }));
		const { open } = await readSharePage(ana, kept.practice);
		expect(open).toMatchObject({ state: 'draft', title: 'Toast', revision: 2 });
		const jonah = network.viewers['Jonah Bell'];
		await expect(readSharePage(jonah, kept.practice)).rejects.toMatchObject({ status: 404 });
		await expect(
			keepPractice(jonah, written({ practice: kept.practice, base: 2 }))
		).rejects.toMatchObject({ status: 404 });
		expect((await readReviews(priya)).waiting).toEqual([]);
	});

	test('in two windows, and neither writes over the other', async () => {
		const { practice } = await keepPractice(ana, written());
		const both = await Promise.allSettled([
			keepPractice(ana, written({ practice, base: 1, did: 'One window' })),
			keepPractice(ana, written({ practice, base: 1, did: 'The other window' }))
		]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { status: 409 }
		});
	});

	test('and offers it only whole, for a school of hers', async () => {
		await expect(offerPractice(ana, written({ changed: ' \n' }))).rejects.toMatchObject({
			status: 400,
			fields: { changed: 'Say what changed.' }
		});
		await expect(
			offerPractice(ana, written({ organisationId: network.county }))
		).rejects.toMatchObject({ status: 400 });
		await expect(offerPractice(ana, written({ module: 'nothing' }))).rejects.toMatchObject({
			status: 400
		});
		expect(await prisma().practice.count()).toBe(0);
	});
});

describe('What Ana offers', () => {
	test('is published by the staff above, as it stands, with its credit', async () => {
		const { practice } = await offerPractice(ana, written());
		expect(await found('toast')).toEqual([]);
		const { waiting } = await readReviews(priya);
		expect(waiting).toMatchObject([{ title: 'Toast before the bell', isOwn: false }]);
		expect(JSON.stringify(waiting)).not.toContain('Ana');
		await reviewPractice(priya, { practice, decision: 'publish', note: '' });
		const [entry] = await found('toest bell');
		expect(entry).toMatchObject({ credit: 'Alder Street School', kind: 'practice' });
		const page = await readEntry(null, entry?.id ?? '', 'en');
		expect(page.body).toMatchObject({ is: 'practice', advice: written().advice });
		expect(page.body).toHaveProperty('module.series');
		expect((await readEntry(null, entry?.id ?? '', 'es')).title).toBe('Toast before the bell');
	});

	test('leaves the library when she withdraws it', async () => {
		const { practice } = await offerPractice(ana, written());
		await reviewPractice(priya, { practice, decision: 'publish', note: '' });
		const [entry] = await found('toast');
		await withdrawPractice(ana, { practice });
		expect(await found('toast')).toEqual([]);
		await expect(readEntry(null, entry?.id ?? '', 'en')).rejects.toMatchObject({ status: 404 });
		const { open } = await readSharePage(ana, practice);
		expect(open).toMatchObject({ state: 'withdrawn', href: null });
	});

	test('comes back with a note, is mended and offered again', async () => {
		const { practice } = await offerPractice(ana, written());
		await expect(
			reviewPractice(priya, { practice, decision: 'return', note: ' ' })
		).rejects.toMatchObject({ status: 400 });
		await reviewPractice(priya, { practice, decision: 'return', note: 'For how long?' });
		const { open } = await readSharePage(ana, practice);
		expect(open).toMatchObject({ state: 'returned', note: 'For how long?' });
		await offerPractice(ana, written({ practice, base: open?.revision ?? 0, did: 'For an hour.' }));
		expect((await readReviews(priya)).waiting).toMatchObject([{ did: 'For an hour.' }]);
	});

	test('is not changed while it is being read, nor decided twice', async () => {
		const { practice } = await offerPractice(ana, written());
		await expect(keepPractice(ana, written({ practice, base: 1 }))).rejects.toMatchObject({
			status: 403
		});
		const decide = () => reviewPractice(priya, { practice, decision: 'publish', note: '' });
		const both = await Promise.allSettled([decide(), decide()]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(await prisma().practiceReview.count()).toBe(1);
	});

	test.each(['Denise Whitfield', 'Marcus Lindqvist', 'Jonah Bell'] as const)(
		'is not for %s to decide on',
		async (name) => {
			const { practice } = await offerPractice(ana, written());
			const decided = reviewPractice(network.viewers[name], {
				practice,
				decision: 'publish',
				note: ''
			});
			await expect(decided).rejects.toMatchObject({ status: 404 });
		}
	);

	test('is not for herself to decide on, though she be staff', async () => {
		const { practice } = await offerPractice(ana, written());
		const both: Viewer = { ...ana, organisations: priya.organisations };
		await expect(
			reviewPractice(both, { practice, decision: 'publish', note: '' })
		).rejects.toMatchObject({ status: 403 });
	});
});

test('Who takes part in nothing has no school to speak for', async () => {
	await expect(readSharePage(priya, null)).rejects.toMatchObject({ status: 404 });
	await expect(offerPractice(priya, written())).rejects.toMatchObject({ status: 404 });
});
