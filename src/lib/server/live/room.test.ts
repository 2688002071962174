import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { afterMessage, type Room, type Surface } from '../../live/room.ts';
import { prisma } from '../db/index.ts';
import { ask, askAgain, closeAsk, reveal, takeNamesOff } from './asking/ask.ts';
import { enterAsGuest, getInside, guestCookie } from './entering/enter.ts';
import { findMeeting, type Meeting } from './meeting.ts';
import { showParked } from './parking/on-screen.ts';
import { respond } from './asking/respond.ts';
import { readMessage, readRoom } from './room.ts';
import { goTo, setMinutes } from './run.ts';
import { start } from './start.ts';
import { undo } from './undo.ts';

const CODE = 'ACDEFG';
let network: SmallNetwork;
let meeting: Meeting;
let secrets: string[];

const key = () => randomUUID();

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	const { id } = await prisma().liveSession.create({
		data: {
			cohortId: network.cohort.id,
			moduleId: 'lae-1',
			startsAt: new Date(),
			minutes: 60,
			code: CODE
		},
		select: { id: true }
	});
	const found = await findMeeting(id);
	if (found === null) throw new Error('The meeting was just made.');
	meeting = found;
	secrets = [];
	for (const name of ['Bea', 'Cal', 'Dot', 'Eli', 'Fay', 'Gus']) {
		secrets.push(await enterAsGuest(meeting, { name, mode: 'room', work: '' }, '192.0.2.1'));
	}
});

function guest(index: number) {
	const secret = secrets[index];
	return getInside(CODE, null, () => secret, '192.0.2.1');
}

async function answer(index: number, text: string, wall: 'yes' | 'no' = 'yes'): Promise<void> {
	const { id } = await prisma().liveAsk.findFirstOrThrow({
		where: { liveSessionId: meeting.id },
		orderBy: { askedAt: 'desc' }
	});
	const input = { key: key(), ask: id, text, choices: [], positions: '{}', wall } as const;
	await respond(null, await guest(index), { ...input, choices: [], audience: 'me' });
}

async function newestAsk(): Promise<string> {
	const found = await prisma().liveAsk.findFirst({
		where: { liveSessionId: meeting.id },
		orderBy: { askedAt: 'desc' },
		select: { id: true }
	});
	return found?.id ?? randomUUID();
}

async function lastStep(): Promise<number> {
	const { run } = await readRoom(meeting, look('console'));
	return run.undo?.number ?? 1;
}

const look = (surface: Surface) => ({ surface, language: 'en' as const });

async function fresh(surface: Surface): Promise<Room> {
	const { number, run, asked, wall, people, parked, breakout, screen } = await readRoom(
		meeting,
		look(surface)
	);
	return { number, run, asked, wall, people, parked, breakout, screen };
}

describe('A page that was away', () => {
	const moves = [
		() => goTo(denise(), meeting.id, { key: key(), block: 'norms', from: '' }),
		() => goTo(denise(), meeting.id, { key: key(), block: 'map', from: '' }),
		() => setMinutes(denise(), meeting.id, { key: key(), block: 'whole', minutes: 3 }),
		() => setMinutes(denise(), meeting.id, { key: key(), block: 'stretch', minutes: 3 }),
		async () => undo(denise(), meeting.id, { key: key(), undoes: await lastStep() }),
		() => askQuestion('What did you see?'),
		() => askQuestion('Who was missing?'),
		async () => reveal(denise(), meeting.id, { key: key(), ask: await newestAsk() }),
		async () => closeAsk(denise(), meeting.id, { key: key(), ask: await newestAsk() }),
		async () => askAgain(denise(), meeting.id, { key: key(), ask: await newestAsk() }),
		async () => takeNamesOff(denise(), meeting.id, { key: key(), ask: await newestAsk() }),
		() => showParked(denise(), meeting.id, { key: key(), shown: 'yes' }),
		() => showParked(denise(), meeting.id, { key: key(), shown: 'no' }),
		() => answer(0, 'The driver'),
		() => answer(1, 'The clerk'),
		() => answer(0, 'The driver, and her sister'),
		() => answer(2, 'Nobody I know', 'no')
	];
	const denise = () => network.viewers['Denise Whitfield'];
	const askQuestion = (question: string) =>
		ask(denise(), meeting.id, { key: key(), block: '', question, capture: 'wall', named: 'no' });

	it('stands where everybody stands, however often and whenever it hears what it missed', async () => {
		await start(denise(), meeting.id, { key: key() });
		const step = fc.record({
			move: fc.integer({ min: 0, max: moves.length - 1 }),
			hears: fc.boolean()
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
				for (const surface of ['console', 'projector', 'phone'] as const) {
					let room = await fresh(surface);
					for (const { move, hears } of steps) {
						// Some moves are refused where the room stands; that changes nothing.
						await moves[move]?.().catch(() => undefined);
						if (hears) room = await heard(room, surface);
					}
					room = await heard(room, surface);
					expect(inOrder(room)).toEqual(inOrder(await fresh(surface)));
				}
			}),
			{ numRuns: 12 }
		);
	}, 30_000);

	async function heard(room: Room, surface: Surface): Promise<Room> {
		const message = await readMessage(meeting.id, look(surface), room.number);
		return message === null ? room : afterMessage(room, message);
	}

	/** Where entries stand on a wall is for the page to say; what it took away it does not show. */
	function inOrder(room: Room) {
		const entries = room.wall.entries
			.filter(({ text }) => text !== '')
			.toSorted((one, other) => (one.id < other.id ? -1 : 1));
		return { ...room, wall: { ...room.wall, entries, isWhole: true } };
	}
});

describe('What a room tells', () => {
	const denise = () => network.viewers['Denise Whitfield'];

	it('has no name on a wall that was asked without, and no wall on the projector before it is revealed', async () => {
		await start(denise(), meeting.id, { key: key() });
		await ask(denise(), meeting.id, {
			key: key(),
			block: 'lae-1-arrive',
			question: '',
			capture: 'wall',
			named: 'no'
		});
		await answer(3, 'Why we meet at 3:15');
		expect((await fresh('console')).wall.entries).toMatchObject([
			{ text: 'Why we meet at 3:15', name: null }
		]);
		for (const surface of ['projector', 'phone'] as const) {
			const hidden = JSON.stringify(await fresh(surface));
			expect(hidden).not.toContain('3:15');
			expect(hidden).not.toContain('Eli');
		}
		await reveal(denise(), meeting.id, { key: key(), ask: await newestAsk() });
		const { wall, people } = await fresh('projector');
		expect(wall.entries).toMatchObject([{ text: 'Why we meet at 3:15', name: null }]);
		expect(people).toEqual({ here: 6, list: [], missing: [] });
	});

	it('keeps in its events who changed what, and no word that anybody wrote', async () => {
		await start(denise(), meeting.id, { key: key() });
		await ask(denise(), meeting.id, {
			key: key(),
			block: '',
			question: 'Who knew?',
			capture: 'wall',
			named: 'no'
		});
		await answer(1, 'The clerk with the late slips');
		const events = await prisma().liveEvent.findMany({ where: { liveSessionId: meeting.id } });
		const rows = await prisma().liveResponse.findMany();
		const kept = JSON.stringify([
			events,
			rows.map(({ sealed }) => Buffer.from(sealed ?? []).toString('latin1'))
		]);
		expect(kept).not.toContain('late slips');
		expect(events.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
			events.map((_, index) => index + 1)
		);
	});

	it('knows a guest by their cookie alone, in this meeting alone', async () => {
		expect(guestCookie(CODE)).toBe('throughline_guest_ACDEFG');
		await expect(getInside(CODE, null, () => 'another', '192.0.2.1')).rejects.toMatchObject({
			status: 401
		});
		await expect(guest(0)).resolves.toMatchObject({ attendee: { guestName: 'Bea' } });
	});
});
