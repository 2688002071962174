import { randomUUID } from 'node:crypto';
import { at } from '../../src/lib/server/clock.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import { indexKept } from '../../src/lib/server/library/index.ts';
import {
	answerRequest,
	askForHelp,
	keepTheory,
	replyToFeedback,
	sendEntryFeedback,
	sendModuleFeedback,
	takeRequest,
	writeOn
} from '../../src/lib/server/support/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { daysAgo } from './calendar.ts';
import { viewerOf } from './practices.ts';
import { requests, told, type DemoFeedback, type DemoRequest } from './support-words.ts';

/** Help that was asked for and given, what people told the authors, and what two offices believe. */

export async function seedSupport(): Promise<void> {
	await indexKept();
	await writeTheories();
	for (const request of requests) await play(request);
	for (const one of told) await tell(one);
}

async function play({ by, kind, about, text, daysAgo: ago, taken, then }: DemoRequest) {
	const asker = await viewerOf(by);
	const asked = daysAgo(ago, 560);
	const id = await at(asked, () =>
		askForHelp(asker, { kind, text, about, key: randomUUID(), sender: undefined })
	);
	if (taken !== undefined) {
		const staff = await viewerOf(taken);
		await at(hoursAfter(asked, 5), () => takeRequest(staff, id));
	}
	for (const message of then) {
		const writer = message.by === by ? asker : await viewerOf(message.by);
		const input = { text: message.text, key: randomUUID(), sender: undefined };
		await at(hoursAfter(asked, message.hours), async () => {
			if (message.by === by) return writeOn(writer, id, input);
			return answerRequest(writer, id, { ...input, cohort: await cohortOf(message.group) });
		});
	}
}

async function cohortOf(name: string | undefined): Promise<string> {
	if (name === undefined) return '';
	const found = await prisma().cohort.findFirst({
		where: { name, openToId: { not: null } },
		select: { id: true }
	});
	return found?.id ?? '';
}

async function tell({ by, about, rating, text, name, daysAgo: ago, answer }: DemoFeedback) {
	const viewer = await viewerOf(by);
	const input = {
		rating,
		text,
		name: name ? ('with' as const) : ('without' as const),
		base: 0,
		sender: undefined
	};
	await at(daysAgo(ago, 950), () =>
		about === 'module'
			? sendModuleFeedback(
					viewer,
					'leading-with-access-and-equity',
					'start-with-who-is-missing',
					input
				)
			: sendEntryFeedback(viewer, about, input)
	);
	if (answer === undefined) return;
	const { id } = await prisma().feedback.findFirstOrThrow({
		where: { personId: viewer.personId },
		select: { id: true }
	});
	const staff = await viewerOf(answer.by);
	const reply = { feedback: id, text: answer.text, key: undefined };
	await at(daysAgo(ago - 3, 600), () => replyToFeedback(staff, reply));
}

async function writeTheories(): Promise<void> {
	const priya = await viewerOf('Priya Raman');
	const samuel = await viewerOf('Samuel Oyelaran');
	const first = {
		if: 'answer every request for help with a person, within two working days',
		then: 'schools will ask while the trouble is still small',
		soThat: 'students lose fewer days to one conflict',
		seen: 'How old the trouble is when somebody first calls. In the fall it was eleven weeks.'
	};
	const listen = {
		if: 'read what people tell us about the modules each month, and say what we changed',
		then: 'they will go on telling us, and not only what we like to hear',
		soThat: 'what we publish fits the rooms in which it is used',
		seen: 'How many pieces of feedback have an answer, and how many ask for the same thing twice.'
	};
	await keep(priya, 100, [first]);
	await keep(priya, 40, [
		first,
		listen,
		{
			if: 'pay family partners for the hours in which they plan with us',
			then: 'those will come who cannot afford to come for free',
			soThat: 'plans are made with the families whom they touch most',
			seen: 'Who sits in the planning meetings, by zip code, and who has come three times.'
		}
	]);
	await keep(samuel, 60, [
		{
			if: 'send one coach to one school for a whole year, and not six to six for a day',
			then: 'teachers will show the lesson that did not work',
			soThat: 'students meet fewer lessons that nobody has looked at',
			seen: 'Who invites the coach. In a good year it is not the principal.'
		}
	]);
}

async function keep(
	lead: Viewer,
	ago: number,
	rows: Parameters<typeof keepTheory>[1]['rows']
): Promise<void> {
	const [own] = lead.organisations;
	if (own === undefined) return;
	const base = await prisma().theoryRevision.count({
		where: { organisationId: own.organisationId }
	});
	await at(daysAgo(ago, 540), () =>
		keepTheory(lead, { organisation: own.organisationId, base, rows })
	);
}

function hoursAfter(date: Date, hours: number): Date {
	return new Date(date.getTime() + hours * 60 * 60 * 1000);
}
