import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { at } from '../../clock.ts';
import { prisma } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { comeIn, comeInAsGuest, key, makeMeeting } from '../fixture.ts';
import { ask, closeAsk, getRoomMedia, noteLeft, playVideo, readRoom } from '../index.ts';
import { findMeeting } from '../meeting.ts';

const VIDEO = 'lae-1-rooms';
const BEGAN = new Date('2026-11-27T14:00:00Z');
let network: SmallNetwork;
let denise: Viewer;
let meetingId: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	meetingId = await after(0, () => makeMeeting(network.cohort.id, denise, BEGAN));
});

/** So many seconds into the meeting. */
function after<Result>(seconds: number, work: () => Promise<Result>): Promise<Result> {
	return at(new Date(BEGAN.getTime() + seconds * 1000), work);
}

async function video() {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new Error('There is no such meeting.');
	const { asked } = await readRoom(meeting, { surface: 'phone', language: 'es' });
	return { id: asked.now?.id ?? '', shown: asked.now?.video ?? null };
}

async function bring(from?: number, to?: number, block = VIDEO): Promise<string> {
	const stretch = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
	const input = { key: key(), block, question: '', capture: 'wall', named: 'no' } as const;
	await ask(denise, meetingId, { ...input, ...stretch });
	return (await video()).id;
}

const press = (id: string, position: number, playing: 'yes' | 'no' | 'keep') =>
	playVideo(denise, meetingId, { key: key(), ask: id, position, playing });

/** What of the video somebody has seen, as stretches in tenths of seconds. */
async function seenBy(name: 'Ana Reyes' | 'Jonah Bell'): Promise<string | null> {
	const rows = await prisma().$queryRaw<{ played: string }[]>`
		select played::text from watch join enrolment on enrolment.id = enrolment_id
		where person_id = ${network.viewers[name].personId}::uuid and block_id = ${VIDEO}`;
	return rows[0]?.played ?? null;
}

describe('A video for the room', () => {
	test('stands at the beginning of the stretch that the guide plays, with captions in two languages', async () => {
		await bring(72, 129);
		const { shown } = await video();
		expect(shown).toMatchObject({ from: 72, position: 72, isPlaying: false });
		expect(shown?.captions.map(({ language }) => language)).toEqual(['en', 'es']);
	});

	test('is asked whole without one, and not for a stretch that it does not have', async () => {
		await bring();
		expect((await video()).shown).toMatchObject({ from: 0, position: 0 });
		for (const [from, to] of [
			[72, 72],
			[90, 10],
			[50_000, 60_000]
		] as const) {
			await expect(bring(from, to)).rejects.toMatchObject({ status: 400 });
		}
		expect((await video()).shown).toMatchObject({ from: 0 });
	});

	test('counts as seen by who was there while it played, and by nobody else', async () => {
		await after(1, () => comeIn(meetingId, network.viewers['Ana Reyes']));
		await after(1, () => comeInAsGuest(meetingId, 'Bea'));
		const id = await after(10, () => bring(0, 72));
		await after(20, () => press(id, 0, 'yes'));
		await after(50, () => press(id, 30, 'no'));
		expect(await seenBy('Ana Reyes')).toBe('{[0,300)}');
		await after(60, () => press(id, 30, 'yes'));
		// It has ended by itself meanwhile.
		await after(200, () => closeAsk(denise, meetingId, { key: key(), ask: id }));
		expect(await seenBy('Ana Reyes')).toBe('{[0,720)}');
		expect(await prisma().watch.count()).toBe(1);
	});

	test('completes its block for who saw both stretches of it in the room', async () => {
		await after(1, () => comeIn(meetingId, network.viewers['Ana Reyes']));
		const done = () => prisma().blockCompletion.count({ where: { blockId: VIDEO } });
		const first = await after(10, () => bring(0, 72));
		await after(20, () => press(first, 0, 'yes'));
		// The next question puts it away.
		const second = await after(100, () => bring(72, 129));
		expect(await done()).toBe(0);
		await after(110, () => press(second, 72, 'yes'));
		await after(200, () => closeAsk(denise, meetingId, { key: key(), ask: second }));
		expect(await done()).toBe(1);
	});

	test('counts for who left once it had ended, and not for who left before', async () => {
		const ana = await after(1, () => comeIn(meetingId, network.viewers['Ana Reyes']));
		const id = await after(10, () => bring(0, 72));
		await after(20, () => press(id, 0, 'yes'));
		await after(95, () => noteLeft(denise, meetingId, { key: key(), attendee: ana.attendee.id }));
		await after(300, () => closeAsk(denise, meetingId, { key: key(), ask: id }));
		expect(await seenBy('Ana Reyes')).toBe('{[0,720)}');
		await prisma().watch.deleteMany();
		await prisma().liveAttendee.updateMany({
			data: { leftAt: new Date(BEGAN.getTime() + 330_000) }
		});
		const again = await after(310, () => bring(0, 72));
		await after(320, () => press(again, 0, 'yes'));
		await after(500, () => closeAsk(denise, meetingId, { key: key(), ask: again }));
		expect(await seenBy('Ana Reyes')).toBeNull();
	});
});

describe('Moved by one facilitator', () => {
	test('it plays on as it played, and what was seen before counts', async () => {
		await after(1, () => comeIn(meetingId, network.viewers['Ana Reyes']));
		const id = await after(10, () => bring(0, 72));
		await after(20, () => press(id, 10, 'keep'));
		expect((await video()).shown).toMatchObject({ position: 10, isPlaying: false });
		await after(30, () => press(id, 10, 'yes'));
		await after(40, () => press(id, 30, 'keep'));
		expect((await video()).shown).toMatchObject({ position: 30, isPlaying: true });
		expect(await seenBy('Ana Reyes')).toBe('{[100,200)}');
	});

	test('while another pauses it, it stands still, whoever comes first', async () => {
		const id = await after(10, () => bring(0, 72));
		const pause = () => press(id, 10, 'no');
		const move = () => press(id, 20, 'keep');
		for (const [first, second, position] of [
			[pause, move, 20],
			[move, pause, 10]
		] as const) {
			await after(20, () => press(id, 0, 'yes'));
			await after(30, first);
			await after(30, second);
			expect((await video()).shown).toMatchObject({ position, isPlaying: false });
		}
		await after(40, () => press(id, 0, 'yes'));
		await after(50, () => Promise.all([pause(), move()]));
		expect((await video()).shown).toMatchObject({ isPlaying: false });
	});
});

describe('Its files', () => {
	test('are for who is in the room, a guest as well, while the room has it before it', async () => {
		const bea = await comeInAsGuest(meetingId, 'Bea');
		await expect(getRoomMedia(bea, null, 'rooms.mp4')).rejects.toMatchObject({ status: 404 });
		await bring();
		for (const file of ['rooms.mp4', 'rooms.webp', 'rooms.es.vtt']) {
			expect(await getRoomMedia(bea, null, file)).toBeDefined();
		}
		for (const file of ['rooms.script.md', 'mp4', '', '../rooms.mp4', 'number.mp4', 'a\0']) {
			await expect(getRoomMedia(bea, null, file)).rejects.toMatchObject({ status: 404 });
		}
	});

	test('are for nobody who has not come in', async () => {
		const { attendee, ...door } = await comeInAsGuest(meetingId, 'Bea');
		await bring();
		const outside = getRoomMedia({ ...door, attendee: null }, null, 'rooms.mp4');
		await expect(outside).rejects.toBeDefined();
		expect(attendee.id).toBeDefined();
	});
});
