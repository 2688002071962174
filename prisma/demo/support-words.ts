/** What people of the demo ask the network for, and tell the authors. */

export type DemoRequest = {
	by: string;
	kind: 'tool' | 'topicGroup' | 'consultation';
	about: string;
	text: string;
	daysAgo: number;
	/** Who took it, and what was written then, each so many hours after the request. */
	taken?: string;
	then: { by: string; hours: number; text: string; group?: string }[];
};

const LAE = '/learn/leading-with-access-and-equity';

export const requests: readonly DemoRequest[] = [
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

export type DemoFeedback = {
	by: string;
	about: string;
	rating: number;
	text: string;
	name: boolean;
	daysAgo: number;
	answer?: { by: string; text: string };
};

export const told: readonly DemoFeedback[] = [
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
