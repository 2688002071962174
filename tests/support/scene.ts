import { ask, postForm, type Question } from './ask.ts';
import type { Actor, Row } from './authorization-table.ts';
import {
	enrol,
	makeCohort,
	makeLead,
	makeOrganisation,
	makeParticipant,
	makePerson,
	newEmail,
	query,
	startSession,
	type ThrowawayCohort
} from './rows.ts';

/** What the actors of the authorization table act upon: two branches of one state, a cohort in each. */
export type Scene = {
	state: string;
	otherBranch: string;
	school: string;
	cohort: ThrowawayCohort;
	otherCohort: ThrowawayCohort;
	/** Somebody who is in the cohort all along, and what they wrote in it. */
	writer: string;
	shared: string;
	sealed: string;
	words: readonly string[];
	castMember: string;
};

const SERIES = '/learn/leading-with-access-and-equity';
const MODULE = `${SERIES}/start-with-who-is-missing`;
const STEP = `${MODULE}/who-is-missing`;
const WATCH_STEP = `${MODULE}/watch-who-is-in-the-room`;
const LOCKED = `${SERIES}/read-what-the-numbers-leave-out`;
const LOCKED_STEP = `${LOCKED}/the-second-before-the-explanation`;

const SHARED = 'The clerk at the front desk keeps the late slips';
const SEALED = 'I was tired and I did not ask';

export async function setScene(origin: string): Promise<Scene> {
	const state = await makeOrganisation('Cove Department of Education', 'state');
	const branch = await makeOrganisation('Plover County Office', 'county', state);
	const otherBranch = await makeOrganisation('Egret County Office', 'county', state);
	const school = await makeOrganisation('Plover Lane School', 'school', branch);
	const cohort = await makeCohort('Plover Lane team', branch);
	const otherCohort = await makeCohort('Egret team', otherBranch);
	const writer = await makeParticipant('Wren Adeyemi', cohort);
	const [member] = await query<{ id: string }>(
		`select id from person where name = 'Ana Reyes' and demo_title is not null`
	);
	return {
		state,
		otherBranch,
		school,
		cohort,
		otherCohort,
		writer,
		shared: await write(origin, writer, 'lae-1-last-decision', 'facilitators', SHARED),
		sealed: await write(origin, writer, 'lae-1-my-own-seat', 'me', SEALED),
		words: [SHARED, SEALED, 'Wren Adeyemi'],
		castMember: member?.id ?? ''
	};
}

async function write(
	origin: string,
	personId: string,
	blockId: string,
	audience: string,
	text: string
): Promise<string> {
	const saved = await postForm(origin, {
		path: `${STEP}?/answer`,
		session: await startSession(personId),
		fields: { blockId, audience, text, base: '0' }
	});
	if (saved.status !== 200) throw new Error(`The answer was not saved: ${saved.status}`);
	const [row] = await query<{ id: string }>(
		`select answer.id from answer join enrolment on enrolment.id = answer.enrolment_id
		where enrolment.person_id = $1 and block_id = $2`,
		[personId, blockId]
	);
	return row?.id ?? '';
}

/** A person of this kind who has done nothing yet; null for the stranger. */
export async function makeActor(scene: Scene, actor: Actor): Promise<string | null> {
	if (actor === 'stranger') return null;
	const personId = await makePerson(`Robin ${actor}`);
	if (actor === 'participant') await enrol(personId, scene.cohort, 'participant', scene.school);
	if (actor === 'other participant') await enrol(personId, scene.otherCohort, 'participant');
	if (actor === 'facilitator') await enrol(personId, scene.cohort, 'facilitator');
	if (actor === 'other facilitator') await enrol(personId, scene.otherCohort, 'facilitator');
	if (actor === 'lead') await makeLead(personId, scene.state);
	if (actor === 'other lead') await makeLead(personId, scene.otherBranch);
	return personId;
}

/** Where each route of the table is tried. */
function pathOf({ route, inCase }: Row, { cohort, otherCohort }: Scene): string {
	const [, address = ''] = route.split(' ');
	const id = inCase === 'on the other’s page' ? otherCohort.id : cohort.id;
	const step = route.endsWith('?/watch') ? WATCH_STEP : STEP;
	return address
		.replace('/learn/[series]/[module]/[step]', inCase === 'locked' ? LOCKED_STEP : step)
		.replace('/learn/[series]/[module]', inCase === 'locked' ? LOCKED : MODULE)
		.replace('/learn/[series]', SERIES)
		.replace('[series]/[module]', MODULE.slice('/learn/'.length))
		.replace('[file]', 'rooms.en.vtt')
		.replace('[video]', 'lae-1-rooms')
		.replace('[cohort=uuid]', id)
		.replace('[code]', cohort.joinCode);
}

/** Fields that are in order, so that only who asks decides. */
async function fieldsOf(
	{ route, inCase }: Row,
	scene: Scene,
	session: string | null,
	origin: string
): Promise<Record<string, string>> {
	const [, , action = ''] = route.split(' ');
	switch (action) {
		case '?/signIn':
			return { email: newEmail('Robin'), password: 'nobody has this one' };
		case '?/enterAs':
			return { person: inCase === 'one of the cast' ? scene.castMember : scene.writer };
		case '?/join':
			return { organisationId: scene.school };
		case '?/register':
			return {
				name: 'Robin',
				email: newEmail('Robin'),
				password: 'seven quiet lanterns',
				organisationId: scene.school
			};
		case '?/answer':
			return {
				blockId: inCase === 'locked' ? 'lae-2-my-first-sentence' : 'lae-1-last-decision',
				audience: 'me',
				text: 'Two lists are short',
				base: '0',
				...(inCase === 'as another' && { owner: scene.writer })
			};
		case '?/choose':
			return inCase === 'locked'
				? { blockId: 'lae-2-which-says', choices: 'only' }
				: {
						blockId: 'lae-1-present-not-heard',
						choices: 'absent',
						...(inCase === 'as another' && { owner: scene.writer })
					};
		case '?/watch': {
			const holder = inCase === '' ? session : await startSession(scene.writer);
			return { report: await reportOf(origin, holder) };
		}
		case '?/open':
			return { module: 'lae-3' };
		case '?/date':
			return { module: 'lae-3', opensAt: '' };
		case '?/reply':
			return {
				answerId: inCase === 'to what is sealed' ? scene.sealed : scene.shared,
				text: 'What did the clerk say?'
			};
		default:
			return {};
	}
}

/** A report with the stamp that the page gave the holder of the session, if it gave one. */
async function reportOf(origin: string, session: string | null): Promise<string> {
	const page = await ask(origin, { path: `${WATCH_STEP}/__data.json`, session });
	const opened = /\d{13}\.[\w-]{43}/.exec(page.text)?.[0] ?? 'none';
	return JSON.stringify({
		blockId: 'lae-1-rooms',
		opened,
		played: [[0, 1]],
		position: 1,
		speed: 1
	});
}

/** The request of a row, as this person. */
export async function requestOf(
	row: Row,
	scene: Scene,
	personId: string | null,
	origin: string
): Promise<Question> {
	const [method = 'GET', , action] = row.route.split(' ');
	const session = personId === null ? null : await startSession(personId);
	const path = pathOf(row, scene);
	if (method !== 'POST') return { method, path, session };
	const fields = await fieldsOf(row, scene, session, origin);
	return {
		method,
		path: action === '?/default' ? path : `${path}${action ?? ''}`,
		session,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(fields).toString()
	};
}
