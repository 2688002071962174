import type { BrowserContext } from '@playwright/test';
import { holdFullMeeting } from './full-meeting.ts';
import { holdMeeting, sendRecap } from './held.ts';
import { makeParticipant, makeTeam, query, signIn, type ThrowawayCohort } from './rows.ts';
import { MODULE, SERIES, steps } from './step.ts';

/** Every page that a person comes by, and who looks at it. */
export type Looked = {
	name: string;
	path: string;
	as: 'stranger' | 'participant' | 'Ana Reyes' | 'Denise Whitfield' | 'Priya Raman';
};

const cohort = '/facilitate/cohorts/COHORT';
const ORIGIN = process.env['BASE_URL'] ?? '';

export const pages: readonly Looked[] = [
	{ name: 'the landing page', path: '/', as: 'stranger' },
	{ name: 'the sign-in page', path: '/sign-in', as: 'stranger' },
	{ name: 'the page for a code', path: '/join', as: 'stranger' },
	{ name: 'the page of a code', path: '/join/PATH3746', as: 'stranger' },
	{ name: 'the offline page', path: '/offline', as: 'stranger' },
	{ name: 'the page for the code of a session', path: '/live', as: 'stranger' },
	{ name: 'the door of a session', path: '/live/CODE', as: 'Ana Reyes' },
	{ name: 'the library', path: '/library?q=familly', as: 'stranger' },
	{ name: 'a series in the library', path: '/library/room-to-decide', as: 'Ana Reyes' },
	{ name: 'sharing a practice', path: '/library/share', as: 'Ana Reyes' },
	{ name: 'an entry of the library', path: '/library/before-you-send-a-survey', as: 'Ana Reyes' },
	{ name: 'help', path: '/help', as: 'Ana Reyes' },
	{ name: 'asking for help', path: `/help/new?about=${steps.arrive}`, as: 'Ana Reyes' },
	{ name: 'the theory of action', path: '/theory', as: 'Ana Reyes' },
	{ name: 'home', path: '/learn', as: 'Ana Reyes' },
	{ name: 'the series', path: SERIES, as: 'Ana Reyes' },
	{ name: 'the series, searched', path: `${SERIES}?find=missng`, as: 'Ana Reyes' },
	{ name: 'the module', path: MODULE, as: 'Ana Reyes' },
	{
		name: 'a module for groups',
		path: '/learn/poverty-and-access/what-a-month-costs',
		as: 'Ana Reyes'
	},
	{ name: 'a step with a poll', path: steps.arrive, as: 'Ana Reyes' },
	{ name: 'a step with a video', path: steps.watch, as: 'participant' },
	{ name: 'a step with a check', path: steps.missing, as: 'Ana Reyes' },
	{ name: 'a step with things to read', path: steps.makeRoom, as: 'participant' },
	{ name: 'a handout', path: `${MODULE}/handouts/three-lists`, as: 'participant' },
	{ name: 'the finish page', path: `${MODULE}/finish`, as: 'Ana Reyes' },
	{ name: 'what a cohort shares', path: `${steps.arrive}/shared`, as: 'Ana Reyes' },
	{ name: 'meetings and calendar', path: '/learn/calendar', as: 'Ana Reyes' },
	{ name: 'a recap', path: '/learn/recaps/SENT', as: 'participant' },
	{ name: 'making a meeting up', path: '/learn/missed/HELD', as: 'participant' },
	{ name: 'the journal', path: '/journal', as: 'Ana Reyes' },
	{ name: 'home of who facilitates', path: '/learn', as: 'Denise Whitfield' },
	{ name: 'the cohorts', path: '/facilitate', as: 'Denise Whitfield' },
	{ name: 'a cohort', path: cohort, as: 'Denise Whitfield' },
	{ name: 'the schedule', path: `${cohort}/schedule`, as: 'Denise Whitfield' },
	{ name: 'parked questions', path: `${cohort}/parked`, as: 'Denise Whitfield' },
	{ name: 'planning meetings', path: `${cohort}/schedule/plan`, as: 'Denise Whitfield' },
	{ name: 'a meeting', path: '/facilitate/sessions/MEETING', as: 'Denise Whitfield' },
	{ name: 'who was there', path: '/facilitate/sessions/HELD/attendance', as: 'Denise Whitfield' },
	{ name: 'a sheet to sign', path: '/facilitate/sessions/MEETING/sheet', as: 'Denise Whitfield' },
	{
		name: 'slips to write on',
		path: '/facilitate/sessions/MEETING/sheet?slips',
		as: 'Denise Whitfield'
	},
	{ name: 'a console', path: '/facilitate/sessions/MEETING/console', as: 'Denise Whitfield' },
	{
		name: 'a recap before it goes out',
		path: '/facilitate/sessions/FULL/recap',
		as: 'Denise Whitfield'
	},
	{ name: 'a debrief', path: '/facilitate/sessions/HELD/debrief', as: 'Denise Whitfield' },
	{ name: 'the projector', path: '/facilitate/sessions/MEETING/projector', as: 'Denise Whitfield' },
	{ name: 'shared answers', path: `${cohort}/answers`, as: 'Denise Whitfield' },
	{ name: 'the work of a cohort', path: `${cohort}/work`, as: 'Denise Whitfield' },
	{
		name: 'a guide',
		path: '/facilitate/guides/leading-with-access-and-equity/start-with-who-is-missing',
		as: 'Denise Whitfield'
	},
	{
		name: 'a guide of a cohort',
		path: `${cohort}/guides/start-with-who-is-missing`,
		as: 'Denise Whitfield'
	},
	{
		name: 'two guides side by side',
		path: `${cohort}/guides/start-with-who-is-missing/compare`,
		as: 'Denise Whitfield'
	},
	{
		name: 'adapting a guide',
		path: `${cohort}/guides/start-with-who-is-missing/adapt?open=open`,
		as: 'Denise Whitfield'
	},
	{ name: 'guides of an organization', path: '/network/guides', as: 'Priya Raman' },
	{ name: 'guides in use', path: '/network/guides-in-use', as: 'Priya Raman' },
	{ name: 'requests for help', path: '/network/requests', as: 'Denise Whitfield' },
	{
		name: 'feedback to the authors',
		path: '/network/feedback?about=module:lae-1',
		as: 'Priya Raman'
	},
	{ name: 'writing a theory', path: '/network/theory', as: 'Priya Raman' },
	{ name: 'outcomes', path: '/network/outcomes', as: 'Priya Raman' },
	{ name: 'home of who leads', path: '/learn', as: 'Priya Raman' },
	{ name: 'the network', path: '/network', as: 'Priya Raman' },
	{ name: 'practices offered', path: '/network/practices', as: 'Priya Raman' }
];

/** What of the team stands in an address, and where its id is. */
const IDS = {
	COHORT: 'select id from cohort where name = $1',
	MEETING: `select live_session.id from live_session join cohort on cohort.id = cohort_id
		where name = $1 and starts_at > now() order by starts_at limit 1`,
	CODE: `select code as id from live_session join cohort on cohort.id = cohort_id
		where name = $1 and starts_at > now() order by starts_at limit 1`
};

/** Signs in who looks, and gives the address of the page. */
export async function enterFor(context: BrowserContext, { path, as }: Looked): Promise<string> {
	if (as === 'participant') {
		const { cohort: own } = await makeTeam('Phalarope team');
		await signIn(context, await makeParticipant('Jonah Bell', own));
		if (!/SENT|HELD/.test(path)) return path;
		if (path.includes('HELD')) return path.replace('HELD', await holdMeeting(own));
		const held = await holdFullMeeting(ORIGIN, own);
		return path.replace('SENT', await sendRecap(ORIGIN, own, held));
	}
	if (path.includes('HELD')) return path.replace('HELD', await enterHeld(context, holdMeeting));
	if (path.includes('FULL')) {
		const hold = (own: ThrowawayCohort) => holdFullMeeting(ORIGIN, own);
		return path.replace('FULL', await enterHeld(context, hold));
	}
	if (as !== 'stranger') {
		await signIn(
			context,
			await idOf('select id from person where demo_title is not null and name = $1', as)
		);
	}
	const [place, sql] = Object.entries(IDS).find(([word]) => path.includes(word)) ?? [];
	if (place === undefined || sql === undefined) return path;
	return path.replace(place, await idOf(sql, 'Alder Street team'));
}

/** A meeting that is over, and who facilitated it. */
async function enterHeld(
	context: BrowserContext,
	hold: (cohort: ThrowawayCohort) => Promise<string>
): Promise<string> {
	const { cohort: own, facilitator } = await makeTeam('Phalarope evening');
	await makeParticipant('Jonah Bell', own);
	await signIn(context, facilitator);
	return hold(own);
}

async function idOf(sql: string, name: string): Promise<string> {
	const [row] = await query<{ id: string }>(sql, [name]);
	if (row === undefined) throw new Error(`The demo has no ${name}.`);
	return row.id;
}
