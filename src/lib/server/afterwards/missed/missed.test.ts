import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { at } from '../../clock.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import { comeIn, comeInAsGuest, makeMeeting } from '../../live/fixture.ts';
import { ask, claim, end, respond, respondInput, reveal, type Door } from '../../live/index.ts';
import type { Viewer } from '../../viewer.ts';
import { askIn, attend, ENDED, makeHeld, newKey, say, STARTED } from '../fixture.ts';
import {
	commitAfter,
	finishMissed,
	keepRecap,
	keepTalk,
	listMadeUp,
	listMissed,
	listMyCommitments,
	minutesAttended,
	readMissed,
	readRecapDraft,
	talkInput,
	wasThere
} from '../index.ts';

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let meeting: string;
let anaThere: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	meeting = await makeHeld(network.cohort.id);
	anaThere = await attend(meeting, ana);
	await prisma().enrolment.updateMany({ data: { createdAt: new Date('2026-09-01T12:00:00Z') } });
});

const enrolmentOf = ({ enrolments }: Viewer) => enrolments[0]?.enrolmentId ?? '';

async function complete(viewer: Viewer, ids: readonly string[]): Promise<void> {
	await prisma().blockCompletion.createMany({
		data: ids.map((blockId) => ({
			enrolmentId: enrolmentOf(viewer),
			blockId,
			completedAt: new Date()
		})),
		skipDuplicates: true
	});
}

const commitment = (viewer: Viewer) => ({
	key: newKey(),
	enrolment: enrolmentOf(viewer),
	kind: 'will' as const,
	text: 'ask the driver',
	due: null,
	sharing: 'me' as const
});

test('Jonah, who was absent, does what the others did and has the credit, marked as made up', async () => {
	const missed = await at(new Date('2026-11-20T12:00:00Z'), () => listMissed(jonah));
	expect(missed).toMatchObject([{ meetingId: meeting }]);
	const { tasks } = await readMissed(jonah, meeting);
	expect(tasks.map(({ kind }) => kind)).toContain('video');
	await expect(finishMissed(jonah, meeting)).rejects.toMatchObject({ status: 403 });
	await complete(
		jonah,
		tasks.map(({ blockId }) => blockId)
	);
	await keepTalk(jonah, meeting, { partner: enrolmentOf(ana), note: 'The driver knew.' });
	await expect(finishMissed(jonah, meeting)).rejects.toMatchObject({ status: 403 });
	await commitAfter(jonah, meeting, commitment(jonah));
	await finishMissed(jonah, meeting);
	expect([...(await listMadeUp(meeting)).keys()]).toEqual([enrolmentOf(jonah)]);
	expect(await at(new Date('2026-11-20T12:00:00Z'), () => listMissed(jonah))).toEqual([]);
	expect(await listMyCommitments(jonah)).toMatchObject([{ text: 'ask the driver', sharing: 'me' }]);
	expect((await readMissed(jonah, meeting)).note).toBe('The driver knew.');
	const late = keepTalk(jonah, meeting, { partner: enrolmentOf(ana), note: 'Another' });
	await expect(late).rejects.toMatchObject({ status: 403 });
	expect((await readMissed(jonah, meeting)).note).toBe('The driver knew.');
	const [row] = await prisma().madeUp.findMany();
	expect(Buffer.from(row?.note ?? []).toString('utf8')).not.toContain('driver');
});

test('Who talked with somebody else after all says so, and an older page takes no note away', async () => {
	const denise = network.viewers['Denise Whitfield'];
	await keepTalk(jonah, meeting, { partner: enrolmentOf(ana), note: 'The driver knew.' });
	await keepTalk(jonah, meeting, { partner: enrolmentOf(denise), note: '' });
	expect(await readMissed(jonah, meeting)).toMatchObject({
		partner: { name: 'Denise Whitfield' },
		note: 'The driver knew.'
	});
	await keepTalk(jonah, meeting, { partner: enrolmentOf(ana), note: '', anew: 'on' });
	expect(await readMissed(jonah, meeting)).toMatchObject({
		partner: { name: 'Ana Reyes' },
		note: ''
	});
	expect(() => readInput({ partner: '', note: 'The driver knew.' }, talkInput)).toThrow(
		'Choose with whom you talked.'
	);
});

test('What the room said comes after one’s own answer, without names, and never what was hidden', async () => {
	const wall = await askIn(meeting, { blockId: 'lae-1-arrive', named: true });
	await say(wall, anaThere, 'Whose day changes');
	await say(wall, await attend(meeting, 'Wren'), 'A rude word', { hidden: true });
	await say(wall, await attend(meeting, 'Robin'), 'Only mine', { onWall: false });
	expect((await readMissed(jonah, meeting)).walls).toEqual([]);
	await complete(jonah, ['lae-1-arrive']);
	const { walls } = await readMissed(jonah, meeting);
	expect(walls.flatMap(({ items }) => items.map(({ text }) => text))).toEqual([
		'Whose day changes'
	]);
	for (const word of ['Ana', 'Wren', 'rude', 'Only mine']) {
		expect(JSON.stringify(walls)).not.toContain(word);
	}
});

test('What a facilitator puts in other words is in those words, before the recap is sent too', async () => {
	const { 'Denise Whitfield': denise } = network.viewers;
	const wall = await askIn(meeting, { blockId: 'lae-1-arrive' });
	const entry = await say(wall, anaThere, 'Mr. Ortiz never asks');
	await complete(jonah, ['lae-1-arrive']);
	const section = `ask:${wall}`;
	const item = `entry:${entry}`;
	const input = {
		base: 0,
		sections: [section],
		items: [item],
		on: [section],
		kept: [item],
		fields: { [`text:${item}`]: 'A colleague never asks' }
	};
	await keepRecap(denise, meeting, input, false);
	const { walls } = await readMissed(jonah, meeting);
	expect(walls.flatMap(({ items }) => items.map(({ text }) => text))).toEqual([
		'A colleague never asks'
	]);
});

describe('What is written after the end', () => {
	const question = 'What would you ask the driver?';
	let room: string;
	let asked: string;

	beforeEach(async () => {
		const denise = network.viewers['Denise Whitfield'];
		room = await makeMeeting(network.cohort.id, denise);
		await ask(denise, room, { key: newKey(), block: '', question, capture: 'wall', named: 'no' });
		asked = (await prisma().liveAsk.findFirstOrThrow({ where: { liveSessionId: room } })).id;
		await reveal(denise, room, { key: newKey(), ask: asked });
	});

	const answer = (viewer: Viewer | null, door: Door, text: string) =>
		respond(viewer, door, readInput({ key: newKey(), ask: asked, text }, respondInput));
	async function endIt(): Promise<void> {
		await end(network.viewers['Denise Whitfield'], room, { key: newKey() });
		const { tasks } = await readMissed(jonah, room);
		await complete(
			jonah,
			tasks.map(({ blockId }) => blockId)
		);
	}

	async function readByJonah(): Promise<string[]> {
		const { walls } = await readMissed(jonah, room);
		return walls.flatMap(({ items }) => items.map(({ text }) => text)).toSorted();
	}

	async function send(base: number, kept: (text: string) => boolean): Promise<void> {
		const denise = network.viewers['Denise Whitfield'];
		const { sections } = await readRecapDraft(denise, room);
		const items = sections.flatMap((section) => section.items);
		const ids = sections.map(({ id }) => id);
		const input = {
			base,
			sections: ids,
			on: ids,
			items: items.map(({ id }) => id),
			kept: items.filter(({ text }) => kept(text)).map(({ id }) => id),
			fields: {}
		};
		await keepRecap(denise, room, input, true);
	}

	test('is not there for who was absent', async () => {
		const [anas, robins] = [await comeIn(room, ana), await comeInAsGuest(room, 'Robin')];
		await answer(ana, anas, 'When the day begins');
		await answer(null, robins, 'Who waits where');
		await endIt();
		expect(await readByJonah()).toEqual(['When the day begins', 'Who waits where']);
		await answer(ana, anas, 'Something rude');
		expect(await readByJonah()).toEqual(['Who waits where']);
	});

	test('is there once a facilitator has sent it with the recap, and only as it was sent', async () => {
		const guest = await comeInAsGuest(room, 'Robin');
		await endIt();
		await answer(null, guest, 'Something rude');
		await send(0, (text) => text !== 'Something rude');
		expect(await readByJonah()).toEqual([]);
		await answer(null, guest, 'Who waits where');
		await send(1, () => true);
		expect(await readByJonah()).toEqual(['Who waits where']);
		await answer(null, guest, 'Something rude');
		expect(await readByJonah()).not.toContain('Something rude');
	});

	test('is told from what a guest had said, who takes it over later', async () => {
		const [robins, anas] = [await comeInAsGuest(room, 'Robin'), await comeInAsGuest(room, 'Ana')];
		await answer(null, robins, 'Who waits where');
		await answer(null, anas, 'When the day begins');
		await endIt();
		await claim(ana, { ...anas, enrolment: ana.enrolments[0] ?? null });
		expect(await readByJonah()).toEqual(['When the day begins', 'Who waits where']);
		await answer(null, robins, 'Something rude');
		expect(await readByJonah()).toEqual(['When the day begins']);
	});

	test('is told also when the guest becomes one with who was there with an account', async () => {
		await comeIn(room, ana);
		const guest = await comeInAsGuest(room, 'Ana');
		await answer(null, guest, 'When the day begins');
		await endIt();
		await answer(null, guest, 'Something rude');
		await claim(ana, { ...guest, enrolment: ana.enrolments[0] ?? null });
		expect(await readByJonah()).toEqual([]);
	});
});

test('There is no such way for who was there, who facilitates, or another cohort', async () => {
	const others = ['Ana Reyes', 'Denise Whitfield', 'Sofia Marchetti', 'Priya Raman'] as const;
	for (const name of others) {
		const viewer = network.viewers[name];
		await expect(readMissed(viewer, meeting)).rejects.toMatchObject({ status: 404 });
		await expect(finishMissed(viewer, meeting)).rejects.toMatchObject({ status: 404 });
	}
	await expect(
		keepTalk(jonah, meeting, {
			partner: enrolmentOf(network.viewers['Sofia Marchetti']),
			note: ''
		})
	).rejects.toMatchObject({ status: 404 });
	await expect(commitAfter(jonah, meeting, commitment(ana))).rejects.toMatchObject({ status: 404 });
});

test('Less than half of a meeting is to have missed it', async () => {
	const held = { startedAt: STARTED, endedAt: ENDED };
	const after = (minutes: number) => new Date(STARTED.getTime() + minutes * 60_000);
	expect(wasThere(held, { arrivedAt: after(30), leftAt: null })).toBe(true);
	expect(wasThere(held, { arrivedAt: after(31), leftAt: null })).toBe(false);
	expect(minutesAttended(held, { arrivedAt: after(-20), leftAt: after(90) })).toBe(60);
	expect(minutesAttended(held, { arrivedAt: after(70), leftAt: after(90) })).toBe(0);
	await attend(meeting, jonah, [after(40), ENDED]);
	const page = await readMissed(jonah, meeting);
	expect(page).toMatchObject({ meeting: { id: meeting }, minutesThere: 20 });
	const [listed] = await at(new Date('2026-11-20T12:00:00Z'), () => listMissed(jonah));
	expect(listed).toMatchObject({ minutesThere: 20, minutes: page.minutes });
});
