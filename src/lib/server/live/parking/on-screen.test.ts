import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { askVideo, comeIn, key, makeMeeting } from '../fixture.ts';
import {
	ask,
	askAgain,
	backToPlanned,
	callBack,
	closeAsk,
	countParkedHands,
	end,
	goTo,
	openBreakout,
	park,
	parkFor,
	playVideo,
	readRoom,
	reveal,
	setLook,
	shareNotes,
	showParked,
	vote
} from '../index.ts';
import { findMeeting } from '../meeting.ts';
import { readMessage } from '../room.ts';

let network: SmallNetwork;
let denise: Viewer;
let meetingId: string;
let ana: Awaited<ReturnType<typeof comeIn>>;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	meetingId = await makeMeeting(network.cohort.id, denise);
	ana = await comeIn(meetingId, network.viewers['Ana Reyes']);
});

type Surface = 'console' | 'projector' | 'phone';

async function room(surface: Surface, id = meetingId) {
	const meeting = await findMeeting(id);
	if (meeting === null) throw new Error('There is no such meeting.');
	return readRoom(meeting, { surface, language: 'en' });
}

const show = (shown: 'yes' | 'no' = 'yes', id = meetingId) =>
	showParked(denise, id, { key: key(), shown });
const isShown = async (id = meetingId) => (await room('projector', id)).screen.hasParked;

const question = (text: string) =>
	ask(denise, meetingId, { key: key(), block: '', question: text, capture: 'wall', named: 'no' });
async function askedNow(): Promise<string> {
	return (await room('console')).asked.now?.id ?? '';
}

describe('The parking lot on the screen', () => {
	test('is put there by one facilitator, seen by every other, and taken off by either', async () => {
		const before = (await room('console')).number;
		await show();
		for (const surface of ['console', 'projector'] as const) {
			const look = { surface, language: 'en' as const };
			expect(await readMessage(meetingId, look, before)).toMatchObject({
				number: before + 1,
				screen: { hasParked: true }
			});
		}
		await show();
		expect((await room('console')).number).toBe(before + 1);
		await show('no');
		expect(await isShown()).toBe(false);
		const events = await prisma().liveEvent.findMany({
			where: { kind: 'park-screen' },
			orderBy: { number: 'asc' },
			select: { data: true }
		});
		expect(events.map(({ data }) => data)).toEqual([{ shown: 'yes' }, { shown: 'no' }]);
	});

	test('goes when the room goes on, or something else is to be seen', async () => {
		await question('Who is missing?');
		const first = await askedNow();
		const moves = [
			() => goTo(denise, meetingId, { key: key(), block: 'norms', from: '' }),
			() => question('Who else?'),
			async () => reveal(denise, meetingId, { key: key(), ask: await askedNow() }),
			async () => setLook(denise, meetingId, { key: key(), ask: await askedNow(), look: 'words' }),
			async () => closeAsk(denise, meetingId, { key: key(), ask: await askedNow() }),
			() => askAgain(denise, meetingId, { key: key(), ask: first })
		];
		for (const move of moves) {
			await show();
			const { number } = await room('projector');
			await move();
			const told = await readMessage(meetingId, { surface: 'projector', language: 'en' }, number);
			expect(told?.screen, move.toString()).toMatchObject({ hasParked: false });
		}
	});

	test('makes place for groups, for the call back and for what they wrote', async () => {
		await show();
		const seat = [{ attendeeId: ana.attendee.id, number: 1 }];
		await openBreakout(denise, meetingId, { key: key(), task: 'List them', minutes: 5, seat });
		expect(await isShown()).toBe(false);
		const breakout = (await room('console')).breakout?.id ?? '';
		await show();
		await callBack(denise, meetingId, { key: key(), breakout, seconds: 60 });
		expect(await isShown()).toBe(false);
		await show();
		await shareNotes(denise, meetingId, { key: key(), breakout });
		expect(await isShown()).toBe(false);
	});

	test('stops a video that plays behind it, and makes place when it plays on', async () => {
		const video = {
			ask: await askVideo(denise, meetingId),
			position: 1,
			playing: 'yes' as const
		};
		await playVideo(denise, meetingId, { key: key(), ...video });
		await show();
		expect(await room('phone')).toMatchObject({
			asked: { now: { video: { isPlaying: false } } },
			screen: { hasParked: true }
		});
		await playVideo(denise, meetingId, { key: key(), ...video });
		expect(await isShown()).toBe(false);
	});

	test('is neither before a meeting nor after it, nor left for one that was started by mistake', async () => {
		const later = await makeMeeting(network.cohort.id, null, new Date(Date.now() + 60 * 60 * 1000));
		await expect(show('yes', later)).rejects.toMatchObject({ status: 403 });
		await show();
		await backToPlanned(denise, meetingId, { key: key() });
		expect(await isShown()).toBe(false);
		const next = await makeMeeting(network.cohort.id, denise);
		await show('yes', next);
		await end(denise, next, { key: key() });
		expect(await isShown(next)).toBe(false);
		await expect(show('yes', next)).rejects.toMatchObject({ status: 403 });
	});

	test('is in the hands of the cohort’s own facilitators alone', async () => {
		const marcus = network.viewers['Marcus Lindqvist'];
		const shown = { key: key(), shown: 'yes' as const };
		await expect(showParked(marcus, meetingId, shown)).rejects.toMatchObject({ status: 404 });
		const [jonah] = [network.viewers['Jonah Bell']];
		await expect(showParked(jonah, meetingId, shown)).rejects.toMatchObject({ status: 404 });
		expect(await isShown()).toBe(false);
	});
});

describe('Hands for a parked question', () => {
	const texts = async (surface: Surface = 'projector') =>
		(await room(surface)).parked.items.map(({ text }) => text);
	async function idOf(text: string): Promise<string> {
		return (await room('console')).parked.items.find((item) => item.text === text)?.id ?? '';
	}
	const count = async (text: string, hands: number) =>
		countParkedHands(denise, meetingId, { key: key(), parked: await idOf(text), hands });

	beforeEach(async () => {
		await park(null, ana, { key: key(), text: 'Who pays?' });
		await parkFor(denise, meetingId, { key: key(), text: 'Who drives?', entry: '' });
		await parkFor(denise, meetingId, { key: key(), text: 'Who decides?', entry: '' });
	});

	test('stand beside its votes, and never in them', async () => {
		await vote(null, ana, { key: key(), subject: await idOf('Who drives?'), vote: 'yes' });
		await count('Who drives?', 7);
		for (const surface of ['console', 'projector', 'phone'] as const) {
			expect((await room(surface)).parked.items[0]).toMatchObject({ votes: 1, hands: 7 });
		}
		await count('Who drives?', 0);
		expect((await room('projector')).parked.items[0]).toMatchObject({ votes: 1, hands: null });
	});

	test('bring it up as far as as many votes would', async () => {
		expect(await texts()).toEqual(['Who pays?', 'Who drives?', 'Who decides?']);
		await count('Who decides?', 2);
		await vote(null, ana, { key: key(), subject: await idOf('Who drives?'), vote: 'yes' });
		expect(await texts()).toEqual(['Who decides?', 'Who drives?', 'Who pays?']);
		await count('Who pays?', 1);
		// As many want either; of the one the votes are known.
		expect(await texts('phone')).toEqual(['Who decides?', 'Who drives?', 'Who pays?']);
	});

	test('are counted by the cohort’s own facilitators, for a question of theirs', async () => {
		const parked = await idOf('Who pays?');
		const marcus = network.viewers['Marcus Lindqvist'];
		const other = await makeMeeting(network.otherCohort.id, marcus);
		const hands = { key: key(), parked, hands: 3 };
		await expect(countParkedHands(marcus, other, hands)).rejects.toMatchObject({ status: 404 });
		await expect(countParkedHands(marcus, meetingId, hands)).rejects.toMatchObject({ status: 404 });
	});
});
