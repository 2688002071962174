import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import { inLanguage } from '../../language.ts';
import type { Viewer } from '../../viewer.ts';
import { askIn, attend, makeHeld, newKey, say, sayOtherwise } from '../fixture.ts';
import {
	keepCommitment,
	keepRecap,
	listRecaps,
	readDebrief,
	readRecap,
	readRecapDraft,
	recapInput,
	takeRecapBack,
	type RecapDraft
} from '../index.ts';

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let denise: Viewer;
let meeting: string;
let anaThere: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	denise = network.viewers['Denise Whitfield'];
	meeting = await makeHeld(network.cohort.id);
	anaThere = await attend(meeting, ana);
});

/** What the page sends when nothing on it was touched, but for what is given. */
function sent(draft: RecapDraft, change: Record<string, string | string[]> = {}) {
	return readInput(
		{
			base: String(draft.revision),
			section: draft.sections.map(({ id }) => id),
			on: draft.sections.filter(({ isOn }) => isOn).map(({ id }) => id),
			item: draft.sections.flatMap(({ items }) => items.map(({ id }) => id)),
			in: draft.sections.flatMap(({ items }) =>
				items.filter(({ isIn }) => isIn).map(({ id }) => id)
			),
			...change
		},
		recapInput
	);
}

async function send(change: Record<string, string | string[]> = {}): Promise<void> {
	await keepRecap(denise, meeting, sent(await readRecapDraft(denise, meeting), change), true);
}

const wordsOf = async (viewer: Viewer) =>
	(await readRecap(viewer, meeting)).sections.flatMap(({ items }) => items.map(({ text }) => text));

describe('A recap', () => {
	test('holds what the room saw, and no name, nothing hidden, nothing kept off the wall', async () => {
		const guest = await attend(meeting, 'Wren of the bus');
		const third = await attend(meeting, jonah);
		const wall = await askIn(meeting, { blockId: 'lae-1-arrive', named: true });
		await say(wall, anaThere, 'We could ask the driver');
		await say(wall, guest, 'A rude word', { hidden: true });
		await say(wall, third, 'Only for me', { onWall: false });
		const unseen = await askIn(meeting, { question: 'What was hard?', revealed: false });
		await say(unseen, anaThere, 'The room never saw this');
		const exit = await askIn(meeting, { question: 'What now?', capture: 'exit' });
		await say(exit, anaThere, 'For the facilitators');
		const journal = await askIn(meeting, { blockId: 'lae-1-last-decision', capture: 'journal' });
		await say(journal, anaThere, 'In my journal');
		await send();
		const page = await readRecap(jonah, meeting);
		const all = JSON.stringify(page);
		expect(all).toContain('We could ask the driver');
		for (const word of [
			'Ana',
			'Jonah',
			'Wren',
			'rude',
			'Only for me',
			'never saw',
			'facilitators',
			'journal'
		]) {
			expect(all).not.toContain(word);
		}
		expect(page.sections.find(({ kind }) => kind === 'people')?.people).toBe(3);
		expect(page.sections[0]?.items).toMatchObject([
			{ text: 'Opening circle', minutes: 9 },
			{ text: 'Your own three lists', minutes: 7 }
		]);
	});

	test('shows choices from five answers on', async () => {
		const few = await askIn(meeting, { kind: 'poll', blockId: 'lae-1-present-not-heard' });
		await say(few, anaThere, null, { choices: ['absent'] });
		for (let more = 0; more < 3; more += 1) {
			await say(few, await attend(meeting, `Guest ${more}`), null, { choices: ['absent'] });
		}
		expect(JSON.stringify(await readRecapDraft(denise, meeting))).not.toContain('bars":[{');
		await say(few, await attend(meeting, 'Guest 5'), null, { choices: ['absent'] });
		await prisma().liveResponse.updateMany({
			data: { answeredAt: new Date('2026-11-18T19:59:00Z') }
		});
		const { sections } = await readRecapDraft(denise, meeting);
		const [chart] = sections.find(({ kind }) => kind === 'asked')?.charts ?? [];
		expect(Math.max(...(chart?.bars.map(({ value }) => value) ?? []))).toBe(5);
	});

	test('shows what was chosen of the facilitators’ own answers, and no words', async () => {
		const choices = {
			multiple: false,
			choices: [
				{ id: '1', text: 'The night shift' },
				{ id: '2', text: 'The drivers' }
			]
		};
		const poll = await askIn(meeting, { kind: 'poll', question: 'Whom first?', choices });
		for (let more = 0; more < 5; more += 1) {
			await say(poll, await attend(meeting, `Guest ${more}`), null, { choices: ['2'] });
		}
		await prisma().liveAsk.update({ where: { id: poll }, data: { hands: { '1': 3 } } });
		const { sections } = await readRecapDraft(denise, meeting);
		const asked = sections.find(({ kind }) => kind === 'asked');
		expect(asked?.promptHtml).toContain('Whom first?');
		expect(asked?.items).toEqual([]);
		expect(asked?.charts).toMatchObject([
			{ isHands: false, bars: [{ value: 0 }, { label: 'The drivers', value: 5 }] },
			{ isHands: true, bars: [{ label: 'The night shift', value: 3 }, { value: 0 }] }
		]);
	});

	test('shows what was counted in the room, apart from what phones answered', async () => {
		const poll = await askIn(meeting, { kind: 'poll', blockId: 'lae-1-present-not-heard' });
		const lines = await askIn(meeting, { kind: 'continuum', blockId: 'lae-5-ways' });
		const keep = (id: string, hands: object) =>
			prisma().liveAsk.update({ where: { id }, data: { hands } });
		await keep(poll, { absent: 6 });
		await keep(lines, { asking: [0, 2, 0, 0, 1, 0, 0] });
		const { sections } = await readRecapDraft(denise, meeting);
		const charts = sections.flatMap((section) => section.charts);
		expect(charts).toHaveLength(2);
		expect(charts.every(({ isHands }) => isHands)).toBe(true);
		expect(charts[0]?.bars.find(({ value }) => value === 6)).toBeDefined();
		expect(charts[1]?.label).toContain('Help and places go to those who ask');
		expect(charts[1]?.bars.map(({ value }) => value)).toEqual([0, 2, 0, 0, 1, 0, 0]);
	});

	test('is read by nobody until it is sent, and by nobody of another cohort after', async () => {
		await expect(readRecap(jonah, meeting)).rejects.toMatchObject({ status: 403 });
		await send();
		expect((await readRecap(jonah, meeting)).sections.length).toBeGreaterThan(0);
		expect(await listRecaps(jonah)).toMatchObject([
			{ meetingId: meeting, moduleTitle: 'Start with who is missing' }
		]);
		for (const other of ['Sofia Marchetti', 'Marcus Lindqvist', 'Priya Raman'] as const) {
			const viewer = network.viewers[other];
			expect(await listRecaps(viewer)).toEqual([]);
			await expect(readRecap(viewer, meeting)).rejects.toMatchObject({ status: 404 });
			await expect(readRecapDraft(viewer, meeting)).rejects.toMatchObject({ status: 404 });
		}
		await expect(readRecapDraft(ana, meeting)).rejects.toMatchObject({ status: 404 });
		await takeRecapBack(denise, meeting);
		await expect(readRecap(jonah, meeting)).rejects.toMatchObject({
			status: 403,
			message: 'The recap of this session is not out.'
		});
		const sofia = network.viewers['Sofia Marchetti'];
		await expect(readRecap(sofia, meeting)).rejects.toMatchObject({ status: 404 });
	});

	test('lists no block that the debrief calls left out, also when the room passed by it', async () => {
		await prisma().liveBlock.updateMany({
			where: { liveSessionId: meeting, blockId: 'three-lists' },
			data: { spentSeconds: 12 }
		});
		const { sections } = await readRecapDraft(denise, meeting);
		const { run } = await readDebrief(denise, meeting);
		const done = run.blocks.filter(({ actual }) => actual !== null).map(({ title }) => title);
		const listed = sections.find(({ kind }) => kind === 'blocks')?.items ?? [];
		expect(listed.map(({ text }) => text)).toEqual(done);
		expect(done).toHaveLength(1);
	});

	test('keeps out what was taken out, at once, and other words where they were changed', async () => {
		const wall = await askIn(meeting, { blockId: 'lae-1-arrive' });
		const guest = await attend(meeting, 'Wren');
		const first = await say(wall, anaThere, 'Ask Ms. Calder');
		const second = await say(wall, guest, 'Ask the driver');
		await send({ [`text:entry:${first}`]: 'Ask a teacher', 'added:top': 'Thank you all.' });
		expect(await wordsOf(jonah)).toContain('Ask a teacher');
		expect(await wordsOf(jonah)).not.toContain('Ask Ms. Calder');
		const draft = await readRecapDraft(denise, meeting);
		const kept = sent(draft).kept.filter((id) => id !== `entry:${second}`);
		await keepRecap(denise, meeting, sent(draft, { in: kept }), false);
		expect(await wordsOf(jonah)).not.toContain('Ask the driver');
		await send();
		expect(await wordsOf(jonah)).not.toContain('Ask the driver');
		const { top, versions } = await readRecapDraft(denise, meeting);
		expect(top).toBe('Thank you all.');
		expect(versions).toHaveLength(3);
	});

	test('tells nothing that came in or was changed after it was sent', async () => {
		const wall = await askIn(meeting, { blockId: 'lae-1-arrive' });
		const response = await say(wall, anaThere, 'Ask the driver');
		await send();
		await say(wall, await attend(meeting, 'Wren'), 'Something late');
		expect(await wordsOf(jonah)).toContain('Ask the driver');
		expect(await wordsOf(jonah)).not.toContain('Something late');
		await prisma().liveResponse.update({ where: { id: response }, data: { hidden: true } });
		expect(await wordsOf(jonah)).not.toContain('Ask the driver');
	});

	test('goes on showing what was approved, when its writer changes it, until it is sent anew', async () => {
		const wall = await askIn(meeting, { blockId: 'lae-1-arrive' });
		const response = await say(wall, anaThere, 'Ask the driver');
		const other = await say(wall, await attend(meeting, 'Wren'), 'Ask the clerk');
		await send();
		await sayOtherwise(response, 'LATE EDIT');
		expect(await wordsOf(jonah)).toContain('Ask the driver');
		expect(await wordsOf(jonah)).toContain('Ask the clerk');
		expect(await wordsOf(jonah)).not.toContain('LATE EDIT');
		await prisma().liveResponse.update({ where: { id: other }, data: { onWall: false } });
		expect(await wordsOf(jonah)).not.toContain('Ask the clerk');
		await send();
		expect(await wordsOf(jonah)).toContain('LATE EDIT');
		expect(await wordsOf(jonah)).not.toContain('Ask the driver');
	});

	test('names the blocks to each in their own language, whichever it was sent in', async () => {
		await send();
		const { sections } = await inLanguage('es', () => readRecap(jonah, meeting));
		expect(sections.find(({ kind }) => kind === 'blocks')?.items).toMatchObject([
			{ text: 'Círculo de apertura', minutes: 9 },
			{ text: 'Sus propias tres listas', minutes: 7 }
		]);
	});

	test('is kept by two at once without losing either', async () => {
		const draft = await readRecapDraft(denise, meeting);
		await keepRecap(denise, meeting, sent(draft, { 'added:top': 'First' }), false);
		await expect(
			keepRecap(denise, meeting, sent(draft, { 'added:top': 'Second' }), false)
		).rejects.toMatchObject({ status: 409 });
		expect((await readRecapDraft(denise, meeting)).top).toBe('First');
	});

	test('holds no words that the database can read', async () => {
		await send({ 'added:top': 'Thank you all.' });
		const rows = await prisma().recapRevision.findMany();
		expect(Buffer.from(rows[0]?.sealed ?? []).toString('utf8')).not.toContain('Thank');
	});

	test('has the commitments of those who share them, until they no longer do', async () => {
		const enrolment = ana.enrolments[0]?.enrolmentId ?? '';
		const input = { enrolment, kind: 'will', due: null } as const;
		const of = { meetingId: meeting };
		await keepCommitment(
			ana,
			{ ...input, key: newKey(), text: 'ask the driver', sharing: 'cohort' },
			of
		);
		await keepCommitment(ana, { ...input, key: newKey(), text: 'sleep more', sharing: 'me' }, of);
		await keepCommitment(
			ana,
			{ ...input, key: newKey(), text: 'call two families', sharing: 'named' },
			of
		);
		await send();
		const page = await readRecap(jonah, meeting);
		const items = page.sections.find(({ kind }) => kind === 'commitments')?.items ?? [];
		expect(items.map(({ text, name }) => [text, name]).sort()).toEqual([
			['ask the driver', null],
			['call two families', 'Ana Reyes']
		]);
		await prisma().commitment.updateMany({ data: { sharing: 'me' } });
		expect(JSON.stringify(await readRecap(jonah, meeting))).not.toContain('driver');
	});

	test('stands for nothing before the end, and a rehearsal has none', async () => {
		await prisma().liveSession.update({ where: { id: meeting }, data: { endedAt: null } });
		await expect(readRecapDraft(denise, meeting)).rejects.toMatchObject({ status: 403 });
		await expect(readRecap(ana, meeting)).rejects.toMatchObject({ status: 404 });
		await prisma().liveSession.update({
			where: { id: meeting },
			data: { endedAt: new Date(), rehearsal: true }
		});
		await expect(readRecapDraft(denise, meeting)).rejects.toMatchObject({ status: 404 });
	});

	test('is read by who joined the cohort after it', async () => {
		await send();
		const late = await makeViewer('Lena Ortiz', {
			cohortId: network.cohort.id,
			organisationId: network.school,
			role: 'participant'
		});
		expect((await readRecap(late, meeting)).meeting.id).toBe(meeting);
	});
});
