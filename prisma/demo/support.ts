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

/** Help that was asked for and given, what people told the authors, and what two offices believe. */

type Kind = 'tool' | 'topicGroup' | 'consultation';

type DemoRequest = {
	by: string;
	kind: Kind;
	about: string;
	text: string;
	daysAgo: number;
	/** Who took it, and what was written then, each so many hours after the request. */
	taken?: string;
	then: { by: string; hours: number; text: string; group?: string }[];
};

const LAE = '/learn/leading-with-access-and-equity';

const requests: readonly DemoRequest[] = [
	{
		by: 'Ana Reyes',
		kind: 'tool',
		about: `${LAE}/start-with-who-is-missing/who-is-missing`,
		text: 'We want to ask families about the new pickup times before we decide. Last year’s survey had eleven answers, all in English. Is there something shorter that works by text message or at the door?',
		daysAgo: 9,
		then: [
			{
				by: 'Denise Whitfield',
				hours: 20,
				text: 'Yes: “Before you send a survey” in the library has three questions that fit on a card. Two schools asked them at the door in the home language, with one of the older students to write. They had sixty answers in a week. I can lend you the cards.'
			},
			{
				by: 'Ana Reyes',
				hours: 44,
				text: 'That is the size we need. We will try it at the side door on Thursday.'
			},
			{
				by: 'Denise Whitfield',
				hours: 50,
				text: 'Good. Count also who walks past, so that you know whom you did not hear. Tell me on Friday how it went.'
			}
		]
	},
	{
		by: 'Nadia Haddad',
		kind: 'consultation',
		about: '',
		text: 'Four students come to my office nearly every day after lunch, and it is not about their health. I would like somebody to look at it with me and the two teachers, without making a case of it.',
		daysAgo: 2,
		then: []
	},
	{
		by: 'Luz Marín',
		kind: 'topicGroup',
		about: '/library/work-with-an-interpreter',
		text: 'I am the only family liaison in our building, and the only one who interprets. Are there others in the county with whom I could compare how we say no to being the translator for everything?',
		daysAgo: 15,
		then: [
			{
				by: 'Samuel Oyelaran',
				hours: 30,
				text: 'You are one of seven in the county, and four of the others have asked the same. They are in the open group on partnerships. Your question fits its first module well.',
				group: 'Partners, not guests, open group'
			}
		]
	},
	{
		by: 'Hollis Trent',
		kind: 'tool',
		about: '',
		text: 'The late slips have one box for the reason. I would like a form that asks two things and can be counted by week.',
		daysAgo: 5,
		taken: 'Denise Whitfield',
		then: []
	},
	{
		by: 'Imani Brooks',
		kind: 'tool',
		about: '/library/three-minutes-that-hold-a-room',
		text: 'Is there a version for a room of twelve-year-olds that does not feel like a game for small children?',
		daysAgo: 22,
		then: [
			{
				by: 'Denise Whitfield',
				hours: 6,
				text: 'Leave out the circle and keep the last question. They answer it on paper, and you read four aloud without names.'
			}
		]
	},
	{
		by: 'Marisol Vega',
		kind: 'consultation',
		about: '',
		text: 'Our schedule for next year loses the common hour of the English learners’ team. I need an hour with somebody who has seen another way.',
		daysAgo: 26,
		then: [
			{
				by: 'Samuel Oyelaran',
				hours: 52,
				text: 'Bring the draft on Tuesday at three. I will ask the scheduler from Harbor to join us by phone: they found twenty-five minutes where nobody looked.'
			}
		]
	},
	{
		by: 'Leah Rosenthal',
		kind: 'tool',
		about: '',
		text: 'Something to give to a parent who says: “Tell me honestly whether she can read.” One page, no jargon.',
		daysAgo: 30,
		then: [
			{
				by: 'Samuel Oyelaran',
				hours: 26,
				text: 'There was none, so two reading specialists and I have written half a page. Use it, and send us what the first three parents asked next.'
			}
		]
	}
];

const told: readonly {
	by: string;
	about: string;
	rating: number;
	text: string;
	name: boolean;
	daysAgo: number;
	answer?: { by: string; text: string };
}[] = [
	{
		by: 'Beatriz Salazar',
		about: 'module',
		rating: 5,
		text: 'The three lists changed our Monday meeting. Keep the second one short: that is where people stop talking about others and begin with themselves.',
		name: true,
		daysAgo: 18,
		answer: {
			by: 'Priya Raman',
			text: 'Thank you. We shortened it by two lines and kept your reason in the guide.'
		}
	},
	{
		by: 'Colin Mackey',
		about: 'module',
		rating: 3,
		text: 'The scene is about a front office. I teach fourth grade and needed ten minutes to see what it has to do with me. One example from a classroom would do.',
		name: false,
		daysAgo: 14
	},
	{ by: 'Andre Toussaint', about: 'module', rating: 4, text: '', name: false, daysAgo: 12 },
	{ by: 'Kiona James', about: 'module', rating: 5, text: '', name: false, daysAgo: 11 },
	{
		by: 'Ron Kessler',
		about: 'module',
		rating: 4,
		text: 'First time somebody asked a bus driver. The captions are too small on the phone that I have.',
		name: false,
		daysAgo: 9
	},
	{ by: 'Imani Brooks', about: 'module', rating: 4, text: '', name: false, daysAgo: 8 },
	{
		by: 'Bernice Tate',
		about: 'before-you-send-a-survey',
		rating: 5,
		text: 'We used the card version at the counter. Please add how to ask somebody who is angry about something else.',
		name: true,
		daysAgo: 6
	},
	{
		by: 'Luz Marín',
		about: 'work-with-an-interpreter',
		rating: 4,
		text: 'Say more clearly that a child is never the interpreter. Some still think it is allowed when it is quick.',
		name: false,
		daysAgo: 4
	}
];

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

async function tell({
	by,
	about,
	rating,
	text,
	name,
	daysAgo: ago,
	answer
}: (typeof told)[number]) {
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
