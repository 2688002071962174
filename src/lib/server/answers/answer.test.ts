import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { at } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { getSeries } from '../curriculum/index.ts';
import { saveAnswer, type AnswerInput } from './answer.ts';
import { listJournal } from './journal.ts';
import { reply } from './reply.ts';
import { choose } from './selection.ts';
import { listCohortAnswers, listSharedAnswers } from './shared.ts';
import { getPlace } from '../progress/index.ts';

const series = getSeries('lae');
const module = series.modules[0];
const prompt = module?.steps.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'reflect');
if (module === undefined || prompt?.kind !== 'reflect') throw new Error('Module 1 has a prompt.');

const MORNING = new Date('2026-11-22T08:00:00Z');
const minutes = (count: number) => new Date(MORNING.getTime() + count * 60_000);

let network: SmallNetwork;
beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
});

function save(name: 'Ana Reyes' | 'Jonah Bell', input: Partial<AnswerInput>, when = MORNING) {
	const full: AnswerInput = {
		blockId: prompt?.id ?? '',
		text: 'Nobody asked the bus drivers.',
		audience: 'facilitators',
		base: 0,
		writer: 'phone',
		sequence: 0,
		...input
	};
	return at(when, () => saveAnswer(network.viewers[name], series.slug, module?.slug ?? '', full));
}

async function textOf(name: 'Ana Reyes' | 'Jonah Bell'): Promise<string | undefined> {
	const [entry] = await listJournal(network.viewers[name]);
	return entry?.text;
}

describe('What Ana writes', () => {
	test('is saved, and saved over as she goes on', async () => {
		expect(await save('Ana Reyes', { sequence: 1 })).toMatchObject({
			status: 'saved',
			revision: 1
		});
		const more = await save('Ana Reyes', {
			text: 'Nor the night custodian.',
			base: 1,
			sequence: 2
		});
		expect(more).toMatchObject({ status: 'saved', revision: 2 });
		expect(await textOf('Ana Reyes')).toBe('Nor the night custodian.');
	});

	test('is not overwritten by another tab that did not know it: the other version is offered', async () => {
		await save('Ana Reyes', { text: 'From the phone.', writer: 'phone', sequence: 1 });
		const second = await save('Ana Reyes', { text: 'From the laptop.', writer: 'laptop' });
		expect(second).toMatchObject({ status: 'conflict', theirs: { text: 'From the phone.' } });
		expect(await textOf('Ana Reyes')).toBe('From the phone.');
	});

	test('survives a save whose answer got lost: the same page may save again and go on', async () => {
		await save('Ana Reyes', { text: 'One', sequence: 1 });
		expect(await save('Ana Reyes', { text: 'One', sequence: 1 })).toMatchObject({ revision: 1 });
		expect(await save('Ana Reyes', { text: 'One two', sequence: 2 })).toMatchObject({
			status: 'saved',
			revision: 2
		});
	});

	test('is not set back by an older save of the same page that arrives late', async () => {
		await save('Ana Reyes', { text: 'newer', sequence: 5 });
		expect(await save('Ana Reyes', { text: 'older', sequence: 4 })).toMatchObject({
			status: 'conflict'
		});
		expect(await textOf('Ana Reyes')).toBe('newer');
	});

	test('fifty saves at once that know the same revision write one', async () => {
		await save('Ana Reyes', { sequence: 1 });
		const all = await Promise.all(
			Array.from({ length: 50 }, (_, index) =>
				save('Ana Reyes', { base: 1, writer: `tab-${index}`, text: `Tab ${index}` })
			)
		);
		expect(all.filter(({ status }) => status === 'saved')).toHaveLength(1);
		expect(await prisma().answer.count()).toBe(1);
	});

	test('is kept as an earlier version after a pause, and when she deletes most of it', async () => {
		const long = 'A long morning of writing. '.repeat(20);
		await save('Ana Reyes', { text: 'First thought.', sequence: 1 });
		await save('Ana Reyes', { text: long, sequence: 2 }, minutes(20));
		await save('Ana Reyes', { text: 'Oh.', sequence: 3 }, minutes(20));
		const [entry] = await listJournal(network.viewers['Ana Reyes']);
		expect(entry?.earlier.map(({ text }) => text)).toEqual([long, 'First thought.']);
	});

	test('is encrypted in the database, also its earlier versions and the replies', async () => {
		await save('Ana Reyes', { text: 'bus drivers', sequence: 1 });
		await save('Ana Reyes', { text: 'bus drivers again', sequence: 2, audience: 'cohort' });
		const answer = await prisma().answer.findFirstOrThrow();
		await reply(network.viewers['Denise Whitfield'], network.cohort.id, {
			answerId: answer.id,
			text: 'bus drivers indeed'
		});
		const stored = [
			answer,
			...(await prisma().answerRevision.findMany()),
			...(await prisma().reply.findMany())
		].map(({ sealed }) => Buffer.from(sealed).toString('latin1'));
		expect(stored).toHaveLength(3);
		for (const bytes of stored) expect(bytes).not.toContain('bus drivers');
	});

	test('completes the prompt; emptied, it opens it again', async () => {
		const done = () => prisma().blockCompletion.count();
		await save('Ana Reyes', { text: '   ', sequence: 1 });
		expect(await done()).toBe(0);
		await save('Ana Reyes', { text: 'We did.', sequence: 2 });
		expect(await done()).toBe(1);
		await save('Ana Reyes', { text: '', sequence: 3 });
		expect(await done()).toBe(0);
	});

	test('keeps the prompt as it stood', async () => {
		await save('Ana Reyes', {});
		expect((await prisma().answer.findFirstOrThrow()).promptText).toBe(prompt.promptText);
	});
});

describe('Who reads what Ana wrote', () => {
	const texts = (prompts: { answers: { text: string }[] }[]) =>
		prompts.flatMap(({ answers }) => answers.map(({ text }) => text));

	async function readers() {
		const { viewers, cohort } = network;
		const jonah = await getPlace(viewers['Jonah Bell'], series.slug);
		const sofia = await getPlace(viewers['Sofia Marchetti'], series.slug);
		const ids = [prompt?.id ?? ''];
		return {
			facilitator: texts(await listSharedAnswers(viewers['Denise Whitfield'], cohort.id)),
			cohort: texts(await listCohortAnswers(jonah, ids)),
			otherCohort: texts(await listCohortAnswers(sofia, ids))
		};
	}

	test.each([
		['me', { facilitator: 0, cohort: 0, otherCohort: 0 }],
		['facilitators', { facilitator: 1, cohort: 0, otherCohort: 0 }],
		['cohort', { facilitator: 1, cohort: 1, otherCohort: 0 }]
	] as const)('is decided by the audience “%s”', async (audience, expected) => {
		await save('Ana Reyes', { audience });
		const read = await readers();
		expect(read.facilitator).toHaveLength(expected.facilitator);
		expect(read.cohort).toHaveLength(expected.cohort);
		expect(read.otherCohort).toHaveLength(expected.otherCohort);
	});

	test('is taken back when she narrows the audience', async () => {
		await save('Ana Reyes', { audience: 'cohort', sequence: 1 });
		await save('Ana Reyes', { audience: 'me', sequence: 2 });
		expect(await readers()).toEqual({ facilitator: [], cohort: [], otherCohort: [] });
	});

	test.each(['Jonah Bell', 'Marcus Lindqvist', 'Sofia Marchetti', 'Priya Raman'] as const)(
		'%s cannot list the answers for facilitators, nor reply',
		async (name) => {
			await save('Ana Reyes', { audience: 'cohort' });
			const { id } = await prisma().answer.findFirstOrThrow();
			const viewer = network.viewers[name];
			await expect(listSharedAnswers(viewer, network.cohort.id)).rejects.toMatchObject({
				status: 404
			});
			await expect(
				reply(viewer, network.cohort.id, { answerId: id, text: 'Hello' })
			).rejects.toMatchObject({ status: 404 });
		}
	);

	test('Denise cannot reply to what is for Ana alone', async () => {
		await save('Ana Reyes', { audience: 'me' });
		const { id } = await prisma().answer.findFirstOrThrow();
		await expect(
			reply(network.viewers['Denise Whitfield'], network.cohort.id, { answerId: id, text: 'Hi' })
		).rejects.toMatchObject({ status: 404 });
	});
});

test('a page that Ana left open gives nothing to a cohort that she has joined since', async () => {
	const { viewers, otherCohort, school } = network;
	const ana = viewers['Ana Reyes'];
	const place = { cohortId: otherCohort.id, organisationId: school, role: 'participant' } as const;
	const { id } = await prisma().enrolment.create({
		data: { ...place, personId: ana.personId },
		select: { id: true }
	});
	const joined = { enrolmentId: id, cohortId: otherCohort.id, seriesId: 'lae', role: place.role };
	const owner = ana.enrolments[0]?.enrolmentId;
	viewers['Ana Reyes'] = { ...ana, enrolments: [joined, ...ana.enrolments] };
	await expect(save('Ana Reyes', { owner })).rejects.toMatchObject({ status: 403 });
	expect(await prisma().answer.count()).toBe(0);
});

test('a reply that is sent twice is one reply', async () => {
	await save('Ana Reyes', {});
	const { id } = await prisma().answer.findFirstOrThrow();
	const sent = { answerId: id, text: 'Say more?', key: '018f3b1e-7a40-7000-8000-000000000001' };
	const send = () => reply(network.viewers['Denise Whitfield'], network.cohort.id, sent);
	await Promise.all([send(), send()]);
	expect(await prisma().reply.count()).toBe(1);
});

test('a page that Ana left open keeps nothing as Jonah’s, who has signed in since', async () => {
	const { viewers } = network;
	const owner = viewers['Ana Reyes'].enrolments[0]?.enrolmentId;
	await expect(save('Jonah Bell', { owner })).rejects.toMatchObject({ status: 403 });
	const poll = module?.steps.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'poll');
	if (poll?.kind !== 'poll') throw new Error('Module 1 has a poll.');
	const chosen = { blockId: poll.id, choices: [poll.choices[0]?.id ?? ''], owner };
	await expect(
		choose(viewers['Jonah Bell'], series.slug, module?.slug ?? '', chosen)
	).rejects.toMatchObject({ status: 403 });
	expect(await prisma().selection.count()).toBe(0);
});
