import { at } from '../../src/lib/server/clock.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import { keepPractice, offerPractice, reviewPractice } from '../../src/lib/server/library/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { emailOf } from '../cast.ts';
import { daysAgo } from './calendar.ts';

/** Practices that people of the demo share: two in the library, one waiting, one sent back. */

type DemoPractice = {
	by: string;
	title: string;
	did: string;
	changed: string;
	advice: string;
	greatFor: ('teacher' | 'school-leader' | 'support-staff' | 'family-partner')[];
	level: 'start' | 'deepen' | 'lead';
	moduleId: string;
	creditNames: string;
	daysAgo: number;
	decision: { by: string; published: boolean; note: string } | null;
};

const practices: readonly DemoPractice[] = [
	{
		by: 'Luz Marín',
		title: 'Toast and an open library at ten past seven',
		did: 'On Tuesdays and Thursdays the library opens at 7:10. There is toast. An aide and a parent are there, and a table with chargers and pencils. Anybody may come and nobody signs in.',
		changed:
			'In October six students came. In March it was between twenty and thirty. Late arrivals on those two days went from about fifteen to about nine. On the other days nothing changed, so it is not the weather.',
		advice:
			'Have two adults from the first day: ours nearly ended when the parent moved away. Ask the cafeteria before you buy a toaster. If your buses come at 7:40, do not bother; do it at lunch.',
		greatFor: ['school-leader', 'support-staff', 'family-partner'],
		level: 'start',
		moduleId: 'lae-3',
		creditNames: 'Luz Marín',
		daysAgo: 19,
		decision: {
			by: 'Samuel Oyelaran',
			published: true,
			note: 'Thank you for the counts, and for saying what did not change.'
		}
	},
	{
		by: 'Thandiwe Nkosi',
		title: 'The front office reads the plan first',
		did: 'Before a decision goes to the leadership team, the two people at the front desk and the bus coordinator read it for ten minutes on Monday. They write what families will ask. We bring that page to the meeting and read it before we talk.',
		changed:
			'In one semester it changed four of eleven decisions, three of them small (a date, a form, a door). Calls in the week after a change went down, by their own count from about forty to about a dozen. Trust in the building is not a thing we can count, but they now come by themselves.',
		advice:
			'Pay for the ten minutes or take something away. Tell them what became of their page, each time. Do not do it for decisions that are made already: they notice.',
		greatFor: ['school-leader'],
		level: 'deepen',
		moduleId: 'lae-1',
		creditNames: '',
		daysAgo: 11,
		decision: { by: 'Priya Raman', published: true, note: '' }
	},
	{
		by: 'Carmen Ibarra',
		title: 'Homework you can begin before the bell',
		did: 'In third and fourth grade the first two lines of every homework are done in class, in the last six minutes, with a partner. Whoever cannot start says so then. The rest is due in a week, not in a day.',
		changed:
			'More of it comes back: of 46 students, 29 handed something in during September and 41 in January. What surprised us is that the six minutes show us what the lesson did not explain. Two families said that evenings are quieter.',
		advice:
			'Do not fill the six minutes with announcements. Begin with one subject. Tell families why it is less, or they ask for more.',
		greatFor: ['teacher'],
		level: 'start',
		moduleId: 'lae-3',
		creditNames: 'Carmen Ibarra and Colin Mackey',
		daysAgo: 3,
		decision: null
	},
	{
		by: 'Grace Lindholm',
		title: 'A walk with the kindergarten map',
		did: 'Kindergartners drew where in the building they feel small. We walked their maps with them.',
		changed: 'We moved the coat hooks and opened the second door at pickup.',
		advice: 'Go with three children at a time.',
		greatFor: ['teacher'],
		level: 'start',
		moduleId: 'lae-2',
		creditNames: '',
		daysAgo: 8,
		decision: {
			by: 'Samuel Oyelaran',
			published: false,
			note: 'This is lovely, and I want others to be able to do it. Could you add how long it takes, what you ask the children, and one thing that went wrong?'
		}
	}
];

export async function sharePractices(): Promise<void> {
	for (const practice of practices) {
		const author = await viewerOf(practice.by);
		const { organisationId } = await prisma().enrolment.findFirstOrThrow({
			where: { personId: author.personId, cohort: { openToId: null } },
			select: { organisationId: true }
		});
		const { title, did, changed, advice, greatFor, level, moduleId, creditNames } = practice;
		const words = { title, did, changed, advice, greatFor, level, creditNames };
		const input = { ...words, organisationId, module: moduleId, base: 0, practice: '' as const };
		const draft = await at(daysAgo(practice.daysAgo + 2, 900), () => keepPractice(author, input));
		await at(daysAgo(practice.daysAgo, 840), () =>
			offerPractice(author, { ...input, practice: draft.practice, base: draft.revision })
		);
		const { decision } = practice;
		if (decision === null) continue;
		const staff = await viewerOf(decision.by);
		await at(daysAgo(practice.daysAgo - 2, 600), () =>
			reviewPractice(staff, {
				practice: draft.practice,
				decision: decision.published ? 'publish' : 'return',
				note: decision.note
			})
		);
	}
}

/** Somebody of the demo as the hooks would know them, with all their places. */
export async function viewerOf(name: string): Promise<Viewer> {
	const person = await prisma().person.findUniqueOrThrow({
		where: { email: emailOf(name) },
		include: { enrolments: { include: { cohort: true } }, organisationMemberships: true }
	});
	return {
		personId: person.id,
		name,
		email: person.email,
		videoSpeed: person.videoSpeed,
		language: 'en',
		reading: null,
		enrolments: person.enrolments.map(({ id, cohortId, cohort, role }) => ({
			enrolmentId: id,
			cohortId,
			seriesId: cohort.seriesId,
			role
		})),
		organisations: person.organisationMemberships.map(({ organisationId, role }) => ({
			organisationId,
			role
		}))
	};
}
