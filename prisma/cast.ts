import { harborTeam } from './demo/harbor-team.ts';
import { riversTeam } from './demo/rivers-team.ts';
import { alderStreetTeam } from './demo/alder-street-team.ts';
import type { CastCohort, CastOrganisation, DemoTitle, Staff } from './demo/types.ts';

/**
 * The demo network: who is in it, where they work and how far they have come. Plain data: seed, tests
 * and docs all read it. The state of Merrow and everybody in it are invented.
 */

export const seriesId = 'lae';

export const organisations: readonly CastOrganisation[] = [
	{ name: 'Merrow Department of Education', kind: 'state', within: null },
	{ name: 'Larkspur County Office', kind: 'county', within: 'Merrow Department of Education' },
	{ name: 'Tamarack County Office', kind: 'county', within: 'Merrow Department of Education' },
	{ name: 'Millbrook School District', kind: 'district', within: 'Larkspur County Office' },
	{ name: 'Two Rivers School District', kind: 'district', within: 'Larkspur County Office' },
	{ name: 'Harbor School District', kind: 'district', within: 'Tamarack County Office' },
	{ name: 'North Fork School District', kind: 'district', within: 'Tamarack County Office' },
	{ name: 'Alder Street School', kind: 'school', within: 'Millbrook School District' },
	{ name: 'Quarry Hill Middle School', kind: 'school', within: 'Millbrook School District' },
	{ name: 'Juniper Elementary School', kind: 'school', within: 'Two Rivers School District' },
	{ name: 'Two Rivers High School', kind: 'school', within: 'Two Rivers School District' },
	{ name: 'Harbor View School', kind: 'school', within: 'Harbor School District' },
	{ name: 'Lighthouse Road Middle School', kind: 'school', within: 'Harbor School District' },
	{ name: 'Cedar Bend High School', kind: 'school', within: 'North Fork School District' },
	{ name: 'North Fork Community School', kind: 'school', within: 'North Fork School District' }
];

export const staff: readonly Staff[] = [
	{
		name: 'Denise Whitfield',
		job: 'instructional coach',
		organisation: 'Larkspur County Office',
		leads: false,
		demoTitle: 'facilitator'
	},
	{
		name: 'Marcus Lindqvist',
		job: 'school improvement coach',
		organisation: 'Tamarack County Office',
		leads: false,
		demoTitle: 'facilitator'
	},
	{
		name: 'Priya Raman',
		job: 'director of school improvement',
		organisation: 'Merrow Department of Education',
		leads: true,
		demoTitle: 'network lead'
	},
	{
		name: 'Samuel Oyelaran',
		job: 'assistant superintendent',
		organisation: 'Larkspur County Office',
		leads: true,
		demoTitle: 'network lead'
	},
	{
		name: 'Henry Castellanos',
		job: 'lead teacher',
		organisation: 'Two Rivers School District',
		leads: false
	},
	{
		name: 'Yvonne Baptiste',
		job: 'family engagement coordinator',
		organisation: 'Harbor School District',
		leads: false
	}
];

export const cohorts: readonly CastCohort[] = [
	{
		name: 'Alder Street team',
		host: 'Larkspur County Office',
		joinCode: 'PATH3746',
		zone: 'America/New_York',
		startedDaysAgo: 34,
		facilitators: ['Denise Whitfield'],
		participants: alderStreetTeam,
		opens: { moduleId: 'lae-2', inDays: 12 },
		meeting: { moduleId: 'lae-1', place: 'Library, Alder Street School', callLink: null },
		timekeeper: 'Grace Lindholm'
	},
	{
		name: 'Two Rivers and Quarry Hill',
		host: 'Larkspur County Office',
		joinCode: 'CREEK479',
		zone: 'America/New_York',
		startedDaysAgo: 52,
		facilitators: ['Denise Whitfield', 'Henry Castellanos'],
		participants: riversTeam,
		opens: { moduleId: 'lae-3', inDays: 20 },
		meeting: {
			moduleId: 'lae-2',
			place: null,
			callLink: 'https://meet.example.org/two-rivers'
		},
		timekeeper: 'Hollis Trent'
	},
	{
		name: 'Harbor team',
		host: 'Tamarack County Office',
		joinCode: 'WHARF964',
		zone: 'America/Chicago',
		startedDaysAgo: 76,
		facilitators: ['Marcus Lindqvist', 'Yvonne Baptiste'],
		participants: harborTeam,
		opens: { moduleId: 'lae-3', inDays: 9 },
		meeting: {
			moduleId: 'lae-3',
			place: 'Room 12, Harbor View School',
			callLink: 'https://meet.example.org/harbor'
		},
		timekeeper: 'Margaret Olson'
	}
];

/** Everybody who can be entered as, in the order of the sign-in page. */
export const demoEntrances: readonly { name: string; role: DemoTitle }[] = [
	...cohorts.flatMap(({ participants }) => participants),
	...staff
].flatMap(({ name, demoTitle }) => (demoTitle ? [{ name, role: demoTitle }] : []));

/** One address for each name: accents and spaces go. */
export function emailOf(name: string): string {
	const plain = name.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
	return `${plain.toLowerCase().replaceAll("'", '').replaceAll(' ', '.')}@example.org`;
}
