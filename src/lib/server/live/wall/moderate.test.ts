import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import type { Surface } from '../../../live/room.ts';
import { prisma } from '../../db/index.ts';
import { ask, reveal, takeNamesOff } from '../asking/ask.ts';
import { enterAsGuest, getInside } from '../entering/enter.ts';
import { findMeeting, type Meeting } from '../meeting.ts';
import {
	addTheme,
	deleteTheme,
	hideEntry,
	highlightEntry,
	placeEntry,
	renameTheme
} from './moderate.ts';
import { respond } from '../asking/respond.ts';
import { readMessage, readRoom } from '../room.ts';
import { start } from '../start.ts';

const CODE = 'ACDEFG';
let network: SmallNetwork;
let meeting: Meeting;
let askId: string;

const key = () => randomUUID();
const denise = () => network.viewers['Denise Whitfield'];

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
	await start(denise(), id, { key: key() });
	askId = await askQuestion('no');
	await answerAs('Bea', 'The bus driver');
	await answerAs('Cal', 'The clerk');
});

async function askQuestion(named: 'yes' | 'no'): Promise<string> {
	const question = 'Who was missing?';
	await ask(denise(), meeting.id, { key: key(), block: '', question, capture: 'wall', named });
	const row = await prisma().liveAsk.findFirstOrThrow({
		where: { liveSessionId: meeting.id, closedAt: null }
	});
	return row.id;
}

async function answerAs(name: string, text: string, wall: 'yes' | 'no' = 'yes'): Promise<void> {
	const secret = await enterAsGuest(meeting, { name, mode: 'room', work: '' }, '192.0.2.1');
	const inside = await getInside(CODE, null, () => secret, '192.0.2.1');
	const input = { key: key(), ask: askId, text, choices: [], positions: '{}', wall };
	await respond(null, inside, { ...input, audience: 'me' });
}

const look = (surface: Surface) => ({ surface, language: 'en' as const });

async function wallOf(surface: Surface) {
	return (await readRoom(meeting, look(surface))).wall;
}

async function entryOf(text: string): Promise<string> {
	const found = (await wallOf('console')).entries.find((entry) => entry.text === text);
	if (found === undefined) throw new Error(`Nothing on the wall says: ${text}`);
	return found.id;
}

const show = () => reveal(denise(), meeting.id, { key: key(), ask: askId });
const theme = (name: string) => addTheme(denise(), meeting.id, { key: key(), ask: askId, name });

describe('The wall', () => {
	it('is the console’s alone until it is revealed, and has no names then', async () => {
		expect((await wallOf('console')).entries).toHaveLength(2);
		for (const surface of ['projector', 'phone'] as const) {
			expect((await wallOf(surface)).entries).toEqual([]);
		}
		await show();
		for (const surface of ['console', 'projector', 'phone'] as const) {
			const { entries } = await wallOf(surface);
			expect(entries.map(({ text }) => text).sort()).toEqual(['The bus driver', 'The clerk']);
			expect(JSON.stringify(entries)).not.toMatch(/Bea|Cal/);
		}
	});

	it('shows names only where they were announced, and not once they are taken off', async () => {
		askId = await askQuestion('yes');
		await answerAs('Dot', 'The night shift');
		await show();
		// A guest typed the name: it may be a colleague's.
		expect((await wallOf('projector')).entries).toMatchObject([{ name: 'Dot (guest)' }]);
		await takeNamesOff(denise(), meeting.id, { key: key(), ask: askId });
		for (const surface of ['console', 'projector', 'phone'] as const) {
			expect(JSON.stringify(await wallOf(surface))).not.toContain('Dot');
		}
	});

	it('loses what is hidden everywhere but on the console, and gets it back', async () => {
		await show();
		const entry = await entryOf('The clerk');
		const { number: before } = await readRoom(meeting, look('projector'));
		await hideEntry(denise(), meeting.id, { key: key(), entry, hidden: 'yes' });
		for (const surface of ['projector', 'phone'] as const) {
			expect(JSON.stringify(await readRoom(meeting, look(surface)))).not.toContain('The clerk');
			const told = await readMessage(meeting.id, look(surface), before);
			expect(told?.wall).toMatchObject({ isWhole: false, entries: [{ id: entry, text: '' }] });
		}
		expect(await entryOf('The clerk')).toBe(entry);
		await hideEntry(denise(), meeting.id, { key: key(), entry, hidden: 'no' });
		expect((await wallOf('projector')).entries).toHaveLength(2);
	});

	it('never shows a facilitator what its writer kept off it', async () => {
		await answerAs('Eli', 'Only for me', 'no');
		expect(JSON.stringify(await wallOf('console'))).not.toContain('Only for me');
		const row = await prisma().liveResponse.findFirstOrThrow({ where: { onWall: false } });
		const input = { key: key(), entry: row.id, highlighted: 'yes' } as const;
		await expect(highlightEntry(denise(), meeting.id, input)).rejects.toMatchObject({
			status: 404
		});
	});
});

describe('Themes', () => {
	it('hold answers, are renamed, and let their answers go when they are deleted', async () => {
		await theme('Nights');
		const [nights] = (await wallOf('console')).themes;
		const id = nights?.id ?? '';
		const entry = await entryOf('The clerk');
		const { number: before } = await readRoom(meeting, look('console'));
		await placeEntry(denise(), meeting.id, { key: key(), entry, theme: id });
		const told = await readMessage(meeting.id, look('console'), before);
		expect(told?.wall?.entries).toMatchObject([{ id: entry, themeId: id }]);
		await renameTheme(denise(), meeting.id, { key: key(), theme: id, name: 'Late work' });
		expect((await wallOf('console')).themes).toEqual([{ id, name: 'Late work' }]);
		const gone = { key: key(), theme: id };
		await deleteTheme(denise(), meeting.id, gone);
		await deleteTheme(denise(), meeting.id, gone);
		const wall = await wallOf('console');
		expect(wall.themes).toEqual([]);
		expect(wall.entries.every(({ themeId }) => themeId === null)).toBe(true);
	});

	it('have names of their own, and none of another wall takes an answer', async () => {
		await theme('Nights');
		await expect(theme('nights')).rejects.toMatchObject({ status: 400 });
		const entry = await entryOf('The clerk');
		askId = await askQuestion('no');
		await theme('Elsewhere');
		const [elsewhere] = (await wallOf('console')).themes;
		const input = { key: key(), entry, theme: elsewhere?.id ?? '' };
		await expect(placeEntry(denise(), meeting.id, input)).rejects.toMatchObject({ status: 400 });
	});
});

it('Who does not facilitate the meeting moves nothing on its wall', async () => {
	await theme('Nights');
	const [nights] = (await wallOf('console')).themes;
	const id = nights?.id ?? '';
	const entry = await entryOf('The clerk');
	for (const name of ['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const) {
		const viewer = network.viewers[name];
		const moves = [
			hideEntry(viewer, meeting.id, { key: key(), entry, hidden: 'yes' }),
			highlightEntry(viewer, meeting.id, { key: key(), entry, highlighted: 'yes' }),
			placeEntry(viewer, meeting.id, { key: key(), entry, theme: id }),
			addTheme(viewer, meeting.id, { key: key(), ask: askId, name: 'Mine' }),
			renameTheme(viewer, meeting.id, { key: key(), theme: id, name: 'Mine' }),
			deleteTheme(viewer, meeting.id, { key: key(), theme: id })
		];
		for (const { status, reason } of (await Promise.allSettled(moves)) as {
			status: string;
			reason?: { status: number };
		}[]) {
			expect([status, reason?.status]).toEqual(['rejected', 404]);
		}
	}
});
