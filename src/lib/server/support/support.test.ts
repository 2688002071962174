import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import {
	makeSmallNetwork,
	makeViewer,
	type SmallNetwork
} from '../../../../tests/support/small-network.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import {
	answerRequest,
	askForHelp,
	closeHelp,
	handUp,
	keepTheory,
	listHeard,
	listHelp,
	listTheories,
	listTheoriesToWrite,
	readDesk,
	readDeskThread,
	readEntryFeedback,
	readFeedbackDesk,
	readHelp,
	readNewHelp,
	replyToFeedback,
	sendEntryFeedback,
	sendModuleFeedback,
	takeRequest,
	writeOn
} from './index.ts';

const SERIES = 'leading-with-access-and-equity';
const MODULE = 'start-with-who-is-missing';
const ENTRY = 'a-shorter-agenda';

let network: SmallNetwork;
let ana: Viewer;
let priya: Viewer;
let state: string;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	priya = network.viewers['Priya Raman'];
	const above = await prisma().organisation.create({
		data: { name: 'Merrow Department of Education', kind: 'state' }
	});
	state = above.id;
	await prisma().organisation.update({ where: { id: network.county }, data: { parentId: state } });
});

async function staffOf(name: string, organisationId: string, role: 'staff' | 'lead' = 'staff') {
	const { id: personId } = await prisma().person.create({
		data: { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` }
	});
	await prisma().organisationMembership.create({ data: { personId, organisationId, role } });
	return { ...priya, personId, name, organisations: [{ organisationId, role }] } satisfies Viewer;
}

const asked = (change: Partial<Parameters<typeof askForHelp>[1]> = {}) => ({
	kind: 'tool' as const,
	text: 'We look for a form that fits one page.',
	about: '',
	key: randomUUID(),
	sender: ana.personId,
	...change
});

const message = (text: string, from: Viewer) => ({
	text,
	key: randomUUID(),
	sender: from.personId
});

const told = (change: Partial<Parameters<typeof sendEntryFeedback>[2]> = {}) => ({
	rating: 4,
	text: 'The second page is the one we use.',
	name: 'without' as const,
	base: 0,
	sender: undefined,
	...change
});

describe('Ana asks for help', () => {
	test('about a step, and the county has it with her words and her name', async () => {
		const page = await readNewHelp(ana, `/learn/${SERIES}/${MODULE}/who-is-missing`);
		expect(page.goesTo.tool).toBe('Larkspur County Office');
		expect(page.about?.title).toContain('Start with who is missing');
		const id = await askForHelp(ana, asked({ about: page.about?.href ?? '' }));
		const desk = await readDesk(priya, null);
		expect(desk.lines).toMatchObject([{ id, askedBy: 'Ana Reyes', status: 'open' }]);
		const { thread } = await readDeskThread(priya, id);
		expect(thread.about?.href).toBe(`/library/${SERIES}`);
		const [row] = await prisma().helpMessage.findMany();
		expect(Buffer.from(row?.sealed ?? []).toString('utf8')).not.toContain('one page');
	});

	test('twice with one click, and it is one request', async () => {
		const input = asked();
		await Promise.all([askForHelp(ana, input), askForHelp(ana, input)]);
		expect(await listHelp(ana)).toHaveLength(1);
		expect(await prisma().helpMessage.count()).toBe(1);
	});

	test('again under the same key, with other words, and neither is lost', async () => {
		const input = asked();
		await askForHelp(ana, input);
		await askForHelp(ana, { ...input, text: 'Something else' });
		await askForHelp(network.viewers['Jonah Bell'], { ...input, sender: undefined });
		expect(await listHelp(ana)).toHaveLength(2);
		expect(await listHelp(network.viewers['Jonah Bell'])).toHaveLength(1);
	});

	test('and a page that another person had opened sends nothing', async () => {
		const jonah = network.viewers['Jonah Bell'];
		await expect(askForHelp(jonah, asked())).rejects.toMatchObject({ status: 403 });
		expect(await prisma().helpRequest.count()).toBe(0);
	});

	test('about something that is not hers to see, and it is about nothing', async () => {
		const id = await askForHelp(ana, asked({ about: '/learn/tiered-support' }));
		expect((await readHelp(ana, id)).about).toBeNull();
	});

	test.each(['Jonah Bell', 'Denise Whitfield', 'Marcus Lindqvist'] as const)(
		'and %s finds no such request',
		async (name) => {
			const other = network.viewers[name];
			const id = await askForHelp(ana, asked());
			await expect(readHelp(other, id)).rejects.toMatchObject({ status: 404 });
			await expect(readDeskThread(other, id)).rejects.toMatchObject({ status: 404 });
			await expect(writeOn(other, id, message('Me too', other))).rejects.toMatchObject({
				status: 404
			});
			await expect(closeHelp(other, id)).rejects.toMatchObject({ status: 404 });
		}
	);

	test('and is told when nobody could answer', async () => {
		await prisma().organisationMembership.deleteMany();
		await expect(askForHelp(ana, asked())).rejects.toMatchObject({ status: 403 });
	});
});

describe('A request', () => {
	test('is taken by one, answered, asked on, and closed', async () => {
		const samuel = await staffOf('Samuel Oyelaran', network.county);
		const id = await askForHelp(ana, asked());
		const both = await Promise.allSettled([takeRequest(priya, id), takeRequest(samuel, id)]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		const answer = { ...message('It is in the library.', samuel), cohort: '' as const };
		await answerRequest(samuel, id, answer);
		await answerRequest(samuel, id, answer);
		const seen = await readHelp(ana, id);
		expect(seen.messages.map(({ author }) => author)).toEqual(['Ana Reyes', 'Samuel Oyelaran']);
		expect(seen).toMatchObject({ status: 'answered', waitingSince: null });
		expect(await listHeard(ana)).toMatchObject([{ on: 'help', text: 'It is in the library.' }]);
		await writeOn(ana, id, message('Is there one in Spanish?', ana));
		expect((await readDesk(priya, 'taken')).lines).toMatchObject([{ id }]);
		await closeHelp(ana, id);
		expect((await readHelp(ana, id)).status).toBe('closed');
	});

	test('that is handed up is answered there, and read where it was', async () => {
		const grace = await staffOf('Grace Okafor', state);
		const id = await askForHelp(ana, asked());
		await expect(readDeskThread(grace, id)).rejects.toMatchObject({ status: 404 });
		expect((await readDeskThread(priya, id)).above).toBe('Merrow Department of Education');
		await handUp(priya, id);
		await expect(handUp(priya, id)).rejects.toMatchObject({ status: 403 });
		expect((await readDeskThread(priya, id)).mayAct).toBe(false);
		await expect(
			answerRequest(priya, id, { ...message('Still me', priya), cohort: '' })
		).rejects.toMatchObject({ status: 403 });
		await answerRequest(grace, id, { ...message('We have one.', grace), cohort: '' });
		expect(await readHelp(ana, id)).toMatchObject({
			at: 'Merrow Department of Education',
			was: ['Larkspur County Office']
		});
		await expect(handUp(grace, id)).rejects.toMatchObject({ status: 403 });
	});

	test('for a group is answered with an open cohort, and only with one that is open', async () => {
		const id = await askForHelp(ana, asked({ kind: 'topicGroup' }));
		const closed = { ...message('This one', priya), cohort: network.otherCohort.id };
		await expect(answerRequest(priya, id, closed)).rejects.toMatchObject({ status: 400 });
		await prisma().cohort.update({
			where: { id: network.otherCohort.id },
			data: { openToId: network.county }
		});
		await answerRequest(priya, id, { ...closed, key: randomUUID() });
		expect((await readHelp(ana, id)).messages[1]?.cohort).toMatchObject({
			name: 'Harbor team',
			href: `/library/${SERIES}`
		});
	});

	test('counts into the time to answer from five answers on', async () => {
		const jonah = network.viewers['Jonah Bell'];
		const answer = async () => {
			const id = await askForHelp(jonah, asked({ sender: undefined }));
			await answerRequest(priya, id, { ...message('Here', priya), cohort: '' });
		};
		for (let at = 0; at < 4; at += 1) await answer();
		expect((await readDesk(priya, null)).medianSeconds).toBeNull();
		await answer();
		expect((await readDesk(priya, null)).medianSeconds).toBeGreaterThanOrEqual(0);
	});
});

describe('Feedback', () => {
	beforeEach(async () => {
		await prisma().$executeRaw`
			insert into library_entry (scope, id, source, kind, title, summary, text, level, required, great_for,
				topics, href, language, credit, hash)
			values ('library', ${ENTRY}, 'page', 'tool', 'A shorter agenda', '', '', 'start', false, '{}', '{}', '',
				'en', '', 'first')`;
	});

	test('is one for each person and version, and changes as often as they want', async () => {
		await sendEntryFeedback(ana, ENTRY, told());
		await sendEntryFeedback(ana, ENTRY, told());
		await sendEntryFeedback(ana, ENTRY, told({ base: 1, rating: 5 }));
		await expect(
			sendEntryFeedback(ana, ENTRY, told({ base: 1, text: 'In another window' }))
		).rejects.toMatchObject({ status: 409 });
		const { given } = await readEntryFeedback(ana, ENTRY);
		expect(given).toMatchObject({ rating: 5, revision: 2 });
		expect(await prisma().feedback.count()).toBe(1);
	});

	test('of the version before stays, and the new one is told of anew', async () => {
		await sendEntryFeedback(ana, ENTRY, told());
		await prisma().$executeRaw`update library_entry set hash = 'second'`;
		const { given, earlier } = await readEntryFeedback(ana, ENTRY);
		expect(given).toBeNull();
		expect(earlier).toMatchObject([{ text: told().text }]);
		await sendEntryFeedback(ana, ENTRY, told({ text: 'Better now.' }));
		expect((await readFeedbackDesk(priya, `entry:${ENTRY}`)).open?.versions).toHaveLength(2);
	});

	test('is read without a name by the county, and with one when it was given', async () => {
		const jonah = network.viewers['Jonah Bell'];
		await sendModuleFeedback(ana, SERIES, MODULE, told());
		await sendModuleFeedback(jonah, SERIES, MODULE, told({ name: 'with', text: 'Too long.' }));
		const { open } = await readFeedbackDesk(priya, 'module:lae-1');
		const [version] = open?.versions ?? [];
		expect(version).toMatchObject({ isCurrent: true, ratings: null });
		expect(version?.words.map(({ name }) => name).toSorted()).toEqual(['Jonah Bell', null]);
		expect(JSON.stringify(open)).not.toContain('Ana');
	});

	test('is counted from five people on', async () => {
		for (const name of ['A', 'B', 'C', 'D', 'E']) {
			const { open } = await readFeedbackDesk(priya, 'module:lae-1');
			expect(open?.versions[0]?.ratings ?? null).toBeNull();
			const viewer = await makeViewer(name, {
				cohortId: network.cohort.id,
				organisationId: network.school,
				role: 'participant'
			});
			await sendModuleFeedback(viewer, SERIES, MODULE, told({ text: '' }));
		}
		const { open } = await readFeedbackDesk(priya, 'module:lae-1');
		expect(open?.versions[0]?.ratings?.people).toBe(5);
		expect(open?.versions[0]?.words).toEqual([]);
	});

	test('is answered, and who gave it hears it', async () => {
		await sendEntryFeedback(ana, ENTRY, told());
		const row = await prisma().feedback.findFirstOrThrow();
		const input = { feedback: row.id, text: 'We will keep it.', key: randomUUID() };
		await replyToFeedback(priya, input);
		await replyToFeedback(priya, input);
		const { given } = await readEntryFeedback(ana, ENTRY);
		expect(given?.replies).toMatchObject([{ author: 'Priya Raman', text: 'We will keep it.' }]);
		expect(await listHeard(ana)).toMatchObject([
			{ on: 'feedback', href: `/library/${ENTRY}#feedback` }
		]);
	});

	test('is not for the school itself, nor for another county', async () => {
		await sendEntryFeedback(ana, ENTRY, told());
		const row = await prisma().feedback.findFirstOrThrow();
		const other = await prisma().organisation.create({ data: { name: 'Far', kind: 'county' } });
		for (const viewer of [
			await staffOf('The Principal', network.school, 'lead'),
			await staffOf('Somebody Far', other.id, 'lead'),
			network.viewers['Denise Whitfield']
		]) {
			expect((await readFeedbackDesk(viewer, null)).subjects).toEqual([]);
			await expect(
				replyToFeedback(viewer, { feedback: row.id, text: 'Ah', key: undefined })
			).rejects.toMatchObject({ status: 404 });
		}
	});
});

describe('A theory of action', () => {
	const row = { if: 'answer in two days', then: 'schools ask', soThat: 'less is lost', seen: '' };
	const input = (base: number, organisation = network.county) => ({
		organisation,
		base,
		rows: [row]
	});

	test('is written by leads, kept with what it said before, and read below', async () => {
		await keepTheory(priya, input(0));
		await keepTheory(priya, { ...input(1), rows: [{ ...row, then: 'more ask' }] });
		expect(await listTheories(ana)).toMatchObject([
			{ organisation: 'Larkspur County Office', revision: 2, rows: [{ then: 'more ask' }] }
		]);
		const [mine] = await listTheoriesToWrite(priya);
		expect(mine?.earlier).toMatchObject([{ revision: 1, by: 'Priya Raman' }]);
	});

	test('is written by one lead at a time', async () => {
		await keepTheory(priya, input(0));
		await expect(keepTheory(priya, input(0))).rejects.toMatchObject({ status: 409 });
	});

	test('is not for staff to write, nor for another organisation’s lead', async () => {
		const grace = await staffOf('Grace Okafor', state);
		await expect(keepTheory(grace, input(0, state))).rejects.toMatchObject({ status: 404 });
		await expect(keepTheory(priya, input(0, state))).rejects.toMatchObject({ status: 404 });
	});
});
