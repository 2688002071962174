import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { listJournal } from '../answers/index.ts';
import { prisma } from '../db/index.ts';
import { readInput } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { ask } from './asking/ask.ts';
import { respond } from './asking/respond.ts';
import { respondInput } from './asking/response.ts';
import { addSaid } from './asking/say.ts';
import { comeIn, key, makeMeeting } from './fixture.ts';
import { findMeeting } from './meeting.ts';
import { park } from './parking/park.ts';
import { readPhone } from './phone.ts';
import { readRoom } from './room.ts';
import { addTheme } from './wall/moderate.ts';

const PROMPT = 'lae-1-last-decision';

let network: SmallNetwork;
let ana: Viewer;
let denise: Viewer;
let meetingId: string;
let door: Awaited<ReturnType<typeof comeIn>>;
let asked: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	denise = network.viewers['Denise Whitfield'];
	meetingId = await makeMeeting(network.cohort.id, denise);
	door = await comeIn(meetingId, ana);
	const input = { key: key(), block: PROMPT, question: '', capture: 'wall', named: 'no' } as const;
	await ask(denise, meetingId, input);
	asked = (await prisma().liveAsk.findFirstOrThrow()).id;
});

const answer = (fields: Record<string, string>) =>
	respond(ana, door, readInput({ ask: asked, ...fields }, respondInput));

async function parkedNow() {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new Error('The meeting was just made.');
	const { parked } = await readRoom(meeting, { surface: 'console', language: 'en' });
	return parked.items.map(({ text }) => text);
}

describe('Sent again under the key of a page that the browser went back to', () => {
	test('an answer in other words is the newer answer, in the room and in the journal', async () => {
		const sent = { key: key(), text: 'The first words' };
		const first = await answer(sent);
		expect((await answer(sent)).number).toBe(first.number);
		const second = await answer({ ...sent, text: 'Other words' });
		expect(second.number).toBeGreaterThan(first.number);
		expect((await answer({ ...sent, text: 'Other words' })).number).toBe(second.number);
		expect((await readPhone(ana, door, 'en')).own?.sent[asked]?.text).toBe('Other words');
		expect((await listJournal(ana)).map(({ text }) => text)).toEqual(['Other words']);
	});

	test('a question in other words is parked beside the first', async () => {
		const sent = { key: key(), text: 'Who pays for the bus?' };
		await park(ana, door, sent);
		await park(ana, door, sent);
		await park(ana, door, { ...sent, text: 'Who drives it?' });
		expect((await parkedNow()).toSorted()).toEqual(['Who drives it?', 'Who pays for the bus?']);
	});

	test('what the room said, and a theme, stand beside the first', async () => {
		const said = { key: key(), ask: asked, text: 'The night shift' };
		await addSaid(denise, meetingId, said);
		await addSaid(denise, meetingId, said);
		await addSaid(denise, meetingId, { ...said, text: 'The drivers' });
		expect(await prisma().liveResponse.count()).toBe(2);
		const theme = { key: key(), ask: asked, name: 'Nights' };
		await addTheme(denise, meetingId, theme);
		await addTheme(denise, meetingId, theme);
		await addTheme(denise, meetingId, { ...theme, name: 'Roads' });
		const themes = await prisma().liveTheme.findMany({ orderBy: { position: 'asc' } });
		expect(themes.map(({ name }) => name)).toEqual(['Nights', 'Roads']);
	});

	test('nothing in the record of the meeting tells which words were sent', async () => {
		await answer({ key: key(), text: 'yes' });
		const { key: kept } = await prisma().liveEvent.findFirstOrThrow({ where: { kind: 'respond' } });
		expect(kept).toMatch(/^[\w-]{36}\.[\w-]{22}$/);
	});
});
