import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import { makeMeeting } from '../../live/fixture.ts';
import type { Viewer } from '../../viewer.ts';
import { askIn, attend, makeHeld, say } from '../fixture.ts';
import {
	changeCommitment,
	commitmentChangeInput,
	commitmentInput,
	keepCommitment,
	listMyCommitments,
	listMyOpening
} from './commitments.ts';
import { readOpeningCommitments } from './shown.ts';

const OCTOBER = new Date('2026-10-21T20:00:00Z');
const NOVEMBER = new Date('2026-11-04T21:00:00Z');
const NEXT = new Date('2026-11-25T21:00:00Z');

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let denise: Viewer;
/** Two that were held, and the one that opens. */
let first: string;
let last: string;
let next: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	denise = network.viewers['Denise Whitfield'];
	first = await makeHeld(network.cohort.id, OCTOBER);
	last = await makeHeld(network.cohort.id, NOVEMBER);
	next = await makeMeeting(network.cohort.id, null, NEXT);
});

async function takeOn(who: Viewer, meetingId: string, text: string, sharing = 'cohort') {
	const enrolment = who.enrolments[0]?.enrolmentId ?? '';
	const input = { key: randomUUID(), enrolment, kind: 'will', text, sharing };
	await keepCommitment(who, readInput(input, commitmentInput), { meetingId });
}

async function own(who: Viewer) {
	const ahead = await prisma().liveSession.findUniqueOrThrow({ where: { id: next } });
	const { commitments, earlier } = await listMyOpening(who, ahead);
	return { texts: commitments.map(({ text }) => text), earlier };
}

async function shared() {
	const { commitments, earlier } = await readOpeningCommitments(denise, next);
	return { texts: commitments.map(({ text }) => text), earlier };
}

const october = { at: OCTOBER, zone: 'America/New_York' };

describe('A session opens', () => {
	test('with what was taken on at the last one, and needs not say when that was', async () => {
		await takeOn(ana, first, 'ask the driver');
		await takeOn(ana, last, 'ask the nurse');
		expect(await shared()).toEqual({ texts: ['ask the nurse'], earlier: null });
		expect(await own(ana)).toEqual({ texts: ['ask the nurse'], earlier: null });
	});

	test('with that of the one before where the last has none to show, and says its day', async () => {
		await takeOn(ana, first, 'ask the driver');
		await takeOn(jonah, last, 'go home at five', 'me');
		expect(await shared()).toEqual({ texts: ['ask the driver'], earlier: october });
		expect(await own(ana)).toEqual({ texts: ['ask the driver'], earlier: october });
		expect(await own(jonah)).toEqual({ texts: ['go home at five'], earlier: null });
	});

	test('with no word that was let go or hidden, also where it is all that there was', async () => {
		await takeOn(ana, first, 'ask the driver');
		await takeOn(jonah, last, 'ask the nurse');
		await prisma().commitment.updateMany({
			where: { liveSessionId: last },
			data: { state: 'dropped' }
		});
		const askId = await askIn(last, { capture: 'commitment' });
		const hidden = await say(askId, await attend(last, 'Wren'), 'ask the clerk', { hidden: true });
		const promised = { kind: 'will', due: '', sharing: 'cohort' };
		await prisma().liveResponse.update({ where: { id: hidden }, data: { promised } });
		expect(await shared()).toEqual({ texts: ['ask the driver'], earlier: october });
		// What a guest shares counts, once it may be seen.
		await prisma().liveResponse.update({ where: { id: hidden }, data: { hidden: false } });
		expect(await shared()).toEqual({ texts: ['ask the clerk'], earlier: null });
	});

	test('without what is of a meeting that was cancelled, rehearsed, is not over or comes later', async () => {
		await takeOn(ana, first, 'ask the driver');
		await takeOn(ana, last, 'ask the nurse');
		const odd = [
			{ cancelledAt: NOVEMBER },
			{ rehearsal: true },
			{ endedAt: null },
			{ startsAt: new Date('2026-12-02T21:00:00Z') }
		];
		const as = await prisma().liveSession.findUniqueOrThrow({ where: { id: last } });
		const { cancelledAt, rehearsal, endedAt, startsAt } = as;
		for (const data of odd) {
			await prisma().liveSession.update({
				where: { id: last },
				data: { cancelledAt, rehearsal, endedAt, startsAt, ...data }
			});
			// The one before is then the cohort’s last.
			expect(await shared()).toEqual({ texts: ['ask the driver'], earlier: null });
			expect(await own(ana)).toEqual({ texts: ['ask the driver'], earlier: null });
		}
	});

	test('without older ones of Ana once she has said of the last what came of them', async () => {
		await takeOn(ana, first, 'ask the driver');
		await takeOn(ana, last, 'ask the nurse');
		const mine = await listMyCommitments(ana);
		const commitment = mine.find(({ text }) => text === 'ask the nurse')?.id;
		const kept = { commitment, state: 'kept', sharing: 'cohort' };
		await changeCommitment(ana, readInput(kept, commitmentChangeInput));
		expect((await own(ana)).texts).toEqual([]);
	});

	test('with nothing where nobody took anything on, and in a rehearsal', async () => {
		expect(await shared()).toEqual({ texts: [], earlier: null });
		await takeOn(ana, first, 'ask the driver');
		await prisma().liveSession.update({ where: { id: next }, data: { rehearsal: true } });
		expect(await shared()).toEqual({ texts: [], earlier: null });
	});

	test('with nothing of another cohort', async () => {
		const held = await makeHeld(network.otherCohort.id, NOVEMBER);
		const sofia = network.viewers['Sofia Marchetti'];
		await takeOn(sofia, held, 'call the harbor office');
		expect((await shared()).texts).toEqual([]);
		expect((await own(sofia)).texts).toEqual([]);
	});
});
