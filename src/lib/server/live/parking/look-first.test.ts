import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { comeIn, comeInAsGuest, key, makeMeeting } from '../fixture.ts';
import {
	answerParked,
	end,
	hideParked,
	letThroughAfter,
	listParkedForAll,
	lookFirst,
	park,
	parkFor,
	readParkedDesk,
	readRoom,
	startRehearsal,
	start,
	vote
} from '../index.ts';
import { findMeeting } from '../meeting.ts';
import { readMessage } from '../room.ts';
import { listHeld } from './own-held.ts';

const BUS = 'Who pays for the bus?';
let network: SmallNetwork;
let denise: Viewer;
let marcus: Viewer;
let meetingId: string;
let ana: Awaited<ReturnType<typeof comeIn>>;
let jonah: Awaited<ReturnType<typeof comeIn>>;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	meetingId = await makeMeeting(network.cohort.id, denise);
	ana = await comeIn(meetingId, network.viewers['Ana Reyes']);
	jonah = await comeIn(meetingId, network.viewers['Jonah Bell']);
});

type Surface = 'console' | 'projector' | 'phone';

async function room(surface: Surface, id = meetingId) {
	const meeting = await findMeeting(id);
	if (meeting === null) throw new Error('There is no such meeting.');
	return readRoom(meeting, { surface, language: 'en' });
}

const first = (wanted: 'yes' | 'no' = 'yes', id = meetingId) =>
	lookFirst(denise, id, { key: key(), first: wanted });
const anaParks = (said: 'yes' | 'no' = 'yes') =>
	park(network.viewers['Ana Reyes'], ana, { key: key(), text: BUS, first: said });
const heldOfAna = () => listHeld(network.viewers['Ana Reyes'], ana);
async function onConsole(id = meetingId) {
	const [item] = (await room('console', id)).parked.items;
	if (item === undefined) throw new Error('Nothing is parked.');
	return item;
}
/** What everybody but the facilitators has of it: pages as they open, the stream, the recap. */
async function everywhereElse(since: number): Promise<string> {
	const told = await Promise.all(
		(['projector', 'phone'] as const).flatMap((surface) => [
			room(surface),
			readMessage(meetingId, { surface, language: 'en' }, since)
		])
	);
	const events = await prisma().liveEvent.findMany({ where: { liveSessionId: meetingId } });
	return JSON.stringify([told, events, await listParkedForAll(meetingId)]);
}

describe('A question that facilitators look at first', () => {
	test('is its writer’s and theirs alone until one of them lets it through', async () => {
		expect((await room('phone')).parked.looksFirst).toBe(false);
		await first();
		// It is said before anybody writes.
		expect((await room('phone')).parked.looksFirst).toBe(true);
		const { number } = await room('phone');
		await anaParks();
		expect(await everywhereElse(number)).not.toContain('bus');
		expect(await onConsole()).toMatchObject({ text: BUS, isHeld: true });
		expect(await heldOfAna()).toMatchObject([{ text: BUS, answer: null }]);
		expect(await listHeld(network.viewers['Jonah Bell'], jonah)).toEqual([]);
		const rosa = await comeInAsGuest(meetingId, 'Rosa');
		expect(await listHeld(null, rosa)).toEqual([]);

		const { id: parked } = await onConsole();
		const cast = { key: key(), subject: parked, vote: 'yes' as const };
		await expect(vote(null, jonah, cast)).rejects.toMatchObject({ status: 404 });
		await expect(vote(null, ana, cast)).rejects.toMatchObject({ status: 404 });

		await hideParked(denise, meetingId, { key: key(), parked, hidden: 'no' });
		expect((await room('phone')).parked.items).toMatchObject([{ text: BUS, isHeld: false }]);
		expect((await room('projector')).parked.items).toHaveLength(1);
		expect(await listParkedForAll(meetingId)).toHaveLength(1);
		expect(await heldOfAna()).toEqual([]);
		await vote(null, jonah, { ...cast, key: key() });
	});

	test('stays so when they hide it or answer it, and its writer reads the answer', async () => {
		await first();
		const { number } = await room('phone');
		await anaParks();
		const { id: parked } = await onConsole();
		await hideParked(denise, meetingId, { key: key(), parked, hidden: 'yes' });
		const answer = 'Let us talk about it after.';
		await answerParked(denise, meetingId, { key: key(), parked, answer, over: '' });
		expect(await heldOfAna()).toMatchObject([{ text: BUS, answer }]);
		const told = await everywhereElse(number);
		expect(told).not.toContain('bus');
		expect(told).not.toContain('talk about');
	});

	test('is held as the page had said, though it was switched off meanwhile', async () => {
		await first();
		const { number } = await room('phone');
		await anaParks('no');
		await first('no');
		await anaParks('yes');
		expect(await everywhereElse(number)).not.toContain('bus');
		expect(await heldOfAna()).toHaveLength(2);
		await anaParks('no');
		expect((await room('phone')).parked.items).toHaveLength(1);
		expect(await heldOfAna()).toHaveLength(2);
	});

	test('is a participant’s: what a facilitator parks stands there at once', async () => {
		await first();
		await parkFor(denise, meetingId, { key: key(), text: BUS, entry: '' });
		expect((await room('phone')).parked.items).toMatchObject([{ text: BUS }]);
	});

	test('of a guest is theirs on their own device alone', async () => {
		await first();
		const rosa = await comeInAsGuest(meetingId, 'Rosa');
		const mo = await comeInAsGuest(meetingId, 'Mo');
		await park(null, rosa, { key: key(), text: BUS });
		expect(await listHeld(null, rosa)).toMatchObject([{ text: BUS }]);
		expect(await listHeld(null, mo)).toEqual([]);
	});

	test('waits for the next meeting, or is let through after its own, for the recap', async () => {
		await first();
		await anaParks();
		await end(denise, meetingId, { key: key() });
		expect(await listParkedForAll(meetingId)).toEqual([]);
		const next = await makeMeeting(network.cohort.id, denise, new Date('2026-12-04T14:00:00Z'));
		expect(await onConsole(next)).toMatchObject({ text: BUS, isHeld: true, isEarlier: true });
		expect((await room('phone', next)).parked.items).toEqual([]);
		const again = await comeIn(next, network.viewers['Ana Reyes']);
		expect(await listHeld(network.viewers['Ana Reyes'], again)).toMatchObject([{ text: BUS }]);

		const { waiting } = await readParkedDesk(denise, network.cohort.id);
		expect(waiting).toMatchObject([{ text: BUS, isHeld: true }]);
		const through = { key: key(), parked: waiting[0]?.id ?? '' };
		for (const cohortId of [network.cohort.id, network.otherCohort.id]) {
			await expect(letThroughAfter(marcus, cohortId, through)).rejects.toMatchObject({
				status: 404
			});
		}
		await letThroughAfter(denise, network.cohort.id, through);
		expect(await listParkedForAll(meetingId)).toMatchObject([{ text: BUS }]);
		expect((await room('phone', next)).parked.items).toMatchObject([{ text: BUS }]);
	});
});

describe('Looking at questions first', () => {
	const isFirst = async (id: string) => (await room('phone', id)).parked.looksFirst;

	test('holds for the cohort’s next meetings until one says otherwise, and for no others', async () => {
		await first();
		const second = await makeMeeting(network.cohort.id, denise, new Date('2026-12-04T14:00:00Z'));
		const third = await makeMeeting(network.cohort.id, null, new Date('2026-12-11T14:00:00Z'));
		const earlier = await makeMeeting(network.cohort.id, null, new Date('2026-11-20T14:00:00Z'));
		const others = await makeMeeting(network.otherCohort.id, marcus);
		expect([await isFirst(second), await isFirst(third)]).toEqual([true, true]);
		expect([await isFirst(earlier), await isFirst(others)]).toEqual([false, false]);
		await first('no', second);
		expect([await isFirst(meetingId), await isFirst(third)]).toEqual([true, false]);
	});

	test('in a rehearsal is as it would be, and leaves the real ones as they are', async () => {
		await prisma().liveSession.update({
			where: { id: meetingId },
			data: { startsAt: new Date('2026-01-05T14:00:00Z') }
		});
		await first();
		const rehearsal = await startRehearsal(denise, meetingId);
		await start(denise, rehearsal, { key: key() });
		expect(await isFirst(rehearsal)).toBe(true);
		await first('no', rehearsal);
		expect(await isFirst(rehearsal)).toBe(false);
		expect(await isFirst(meetingId)).toBe(true);
		const next = await makeMeeting(network.cohort.id, null, new Date('2030-12-04T14:00:00Z'));
		expect(await isFirst(next)).toBe(true);
	});

	test('is one numbered change, made by the cohort’s own facilitators', async () => {
		const { number } = await room('console');
		await expect(lookFirst(marcus, meetingId, { key: key(), first: 'yes' })).rejects.toMatchObject({
			status: 404
		});
		await first('no');
		expect((await room('console')).number).toBe(number);
		await first();
		await first();
		expect((await room('console')).number).toBe(number + 1);
	});
});
