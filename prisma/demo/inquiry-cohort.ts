import { at } from '../../src/lib/server/clock.ts';
import { findBlock } from '../../src/lib/server/curriculum/index.ts';
import { inquire } from '../../src/lib/server/teamwork/index.ts';
import { daysAgo, later } from './calendar.ts';
import { makeFurtherCohort } from './further-cohort.ts';

/** Denise’s cohort on coherence: Alder Street answers from five chairs, and the district’s stays empty. */

const cohort = {
	name: 'Questions at Alder Street',
	seriesId: 'qc',
	host: 'Larkspur County Office',
	joinCode: 'CHART794',
	zone: 'America/New_York',
	startedDaysAgo: 46,
	facilitators: ['Denise Whitfield'],
	participants: [
		'Ana Reyes',
		'Jonah Bell',
		'Luz Marín',
		'Terrence Okoye',
		'Grace Lindholm',
		'Wei Chen',
		'Bernice Tate',
		'Rosalind Yazzie'
	]
};

type Answered = { by: string; role: string; answers: Record<string, string> };

/** Ana has not begun: whoever enters as her sees what comes before and what after. */
const answered: readonly Answered[] = [
	{
		by: 'Rosalind Yazzie',
		role: 'special',
		answers: {
			whose: 'Mine. The call comes to my room before anybody has sat down with him.',
			expect: 'That they will be “exposed to” a text that the others read.',
			rule: 'The minutes in the plan have to be mine, so I take him out of the lesson that he likes.',
			room: 'Once: the bridge. Nico was the one who could see why it bent.',
			time: 'In the corridor, between two bells. No.'
		}
	},
	{
		by: 'Grace Lindholm',
		role: 'teacher',
		answers: {
			whose:
				'Ours, on paper. When it is loud I look for Rosalind, and I am relieved when she comes.',
			first: 'The schedule. We find out in September who needs something at ten o’clock.',
			time: 'We share a planning period on Thursdays, if there is no meeting. There is one mostly.'
		}
	},
	{
		by: 'Wei Chen',
		role: 'teacher',
		answers: {
			whose: 'I would come. I am not sure anybody would think to call me.',
			expert:
				'The person with the report. A mother said that he reads the bus map for fun, and we went on.',
			plan: 'I have never seen a plan of a student whom I teach for 40 minutes a day.'
		}
	},
	{
		by: 'Terrence Okoye',
		role: 'leader',
		answers: {
			whose: 'All of ours. Everyone here knows to come to the office for support.',
			'good-day': 'No calls, no referrals.',
			first: 'The needs, since two years ago. We build the master schedule around services.',
			money: 'I would put a second adult into every grade, and not ask for whom.',
			time: 'They have common planning time every week.'
		}
	},
	{
		by: 'Luz Marín',
		role: 'family',
		answers: {
			expert: 'Families are thanked. Then the page is turned.',
			door: 'Three letters, one evaluation, one meeting at 1:30 in the afternoon. In my last case, seven months.',
			stop: 'The walk. Every day at 9:40 four children walk past everyone else with an adult in front.'
		}
	},
	{
		by: 'Bernice Tate',
		role: 'staff',
		answers: {
			whose: 'He sits at my desk when it is hard. Nobody wrote that down anywhere.',
			'good-day': 'He tells me what happened at recess, and there is another child in the story.'
		}
	},
	{
		by: 'Jonah Bell',
		role: 'staff',
		answers: {
			plan: 'I make sure of it. I got it read to me once, in August.',
			rule: 'I may not be alone with two of them, so one waits.'
		}
	}
];

export async function seedInquiry(): Promise<void> {
	const found = findBlock('qc-1-inquiry');
	if (found?.block.kind !== 'questions') throw new Error('There are no questions qc-1-inquiry.');
	const { series, module } = found;
	const { participants } = await makeFurtherCohort(cohort);
	for (const [index, { by, role, answers }] of answered.entries()) {
		const viewer = participants.get(by);
		if (viewer === undefined) throw new Error(`${by} takes no part in the questions.`);
		const input = { blockId: found.block.id, owner: undefined, role, answers, bases: {} };
		await at(later(daysAgo(30), index * 1400), () =>
			inquire(viewer, series.slug, module.slug, input)
		);
	}
}
