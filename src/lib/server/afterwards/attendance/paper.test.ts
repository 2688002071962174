import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { prisma } from '../../db/index.ts';
import { readInput } from '../../forms.ts';
import { slipCodes } from './slips.ts';
import { attend, makeHeld } from '../fixture.ts';
import { keepRecap, readAfter, readAttendance, readPaper, recapInput } from '../index.ts';

let network: SmallNetwork;
let meeting: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	meeting = await makeHeld(network.cohort.id);
});

test('The sheet has a row for each of the cohort, with the code that stands on their slip alone', async () => {
	const denise = network.viewers['Denise Whitfield'];
	const { people, prompts, hasCommitment } = await readPaper(denise, meeting);
	expect(people.map(({ name }) => name)).toEqual(['Ana Reyes', 'Jonah Bell']);
	const { people: attended } = await readAttendance(denise, meeting);
	expect(attended.map(({ slip }) => slip)).toEqual(people.map(({ slip }) => slip));
	expect(prompts.length).toBeGreaterThan(2);
	expect(hasCommitment).toBe(true);
	expect(JSON.stringify(prompts)).not.toContain('feedback');
});

test('It is for who facilitates, before the meeting too, and none of a rehearsal or a cancelled one', async () => {
	for (const name of ['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const) {
		await expect(readPaper(network.viewers[name], meeting)).rejects.toMatchObject({ status: 404 });
	}
	const denise = network.viewers['Denise Whitfield'];
	await prisma().liveSession.updateMany({ data: { startedAt: null, endedAt: null } });
	expect((await readPaper(denise, meeting)).meeting.id).toBe(meeting);
	await prisma().liveSession.updateMany({ data: { cancelledAt: new Date() } });
	await expect(readPaper(denise, meeting)).rejects.toMatchObject({ status: 404 });
});

test('No two of a meeting have the same code, in whatever order they come', () => {
	fc.assert(
		fc.property(
			fc.uuid(),
			fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 300 }),
			(id, all) => {
				const codes = slipCodes(id, all);
				expect(new Set(codes.values()).size).toBe(all.length);
				expect(slipCodes(id, all.toReversed())).toEqual(codes);
				expect([...codes.values()].every((code) => /^[A-Z\d]{4}$/.test(code))).toBe(true);
			}
		),
		{ numRuns: 30 }
	);
});

test('After the end the phone leads to the recap once it is out, and to what was asked', async () => {
	const ana = network.viewers['Ana Reyes'];
	const denise = network.viewers['Denise Whitfield'];
	await attend(meeting, ana);
	const held = { id: meeting, endedAt: new Date() };
	const after = await readAfter(ana, held);
	expect(after).toMatchObject({ recapHref: null, own: { state: 'there' } });
	expect(after?.prompts[0]?.href).toMatch(/^\/learn\/.+#lae-1-/);
	await keepRecap(denise, meeting, readInput({ base: '0' }, recapInput), true);
	expect((await readAfter(ana, held))?.recapHref).toBe(`/learn/recaps/${meeting}`);
	expect((await readAfter(denise, held))?.own).toBeNull();
	expect(await readAfter(null, held)).toBeNull();
	expect(await readAfter(ana, { ...held, endedAt: null })).toBeNull();
	expect(await readAfter(network.viewers['Sofia Marchetti'], held)).toBeNull();
});
