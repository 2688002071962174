import { randomUUID } from 'node:crypto';
import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { ask, postForm, type Question } from './ask.ts';
import { holdMeeting, sendRecap } from './held.ts';
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
	/** A cohort open to everybody below the state, one open to another state, and what the writer offers. */
	open: ThrowawayCohort;
	openElsewhere: ThrowawayCohort;
	practice: string;
	/** Cohorts of the same people in the series with a rubric and with questions, and a visit of each team. */
	visits: ThrowawayCohort;
	inquiry: ThrowawayCohort;
	/** Of the series with an assessment and a plan. */
	partners: ThrowawayCohort;
	/** One in the series with a continuum. */
	lines: ThrowawayCohort;
	/** One in the series that can be worked through in a group; the writer leads one with somebody. */
	tables: ThrowawayCohort;
	sitting: string;
	visit: string;
	otherVisit: string;
	/** What the writer asked of the state, and told the authors. */
	request: string;
	requestToHandUp: string;
	feedback: string;
	/** Meetings of the cohort, and the secret of the writer’s calendar. */
	meeting: string;
	meetingToCancel: string;
	meetingToBringBack: string;
	/** What people type to come into the meeting. */
	code: string;
	/** Two that run, and what is in the first. */
	room: Room;
	roomToEnd: Room;
	/** What the other cohort made of the guide to the first module, shared with the network. */
	adaptation: string;
	calendar: string;
	/** Meetings that are over; the recap of the first was sent. */
	held: string;
	otherHeld: string;
};

const SERIES = '/learn/leading-with-access-and-equity';
const MODULE = `${SERIES}/start-with-who-is-missing`;
const STEP = `${MODULE}/who-is-missing`;
const WATCH_STEP = `${MODULE}/watch-who-is-in-the-room`;
const LOCKED = `${SERIES}/read-what-the-numbers-leave-out`;
const LOCKED_STEP = `${LOCKED}/the-second-before-the-explanation`;

const VISIT_STEP = '/learn/learning-across-a-district/see-it-together/the-visit';
const INQUIRY_STEP = '/learn/questions-of-coherence/answer-from-where-you-are/twelve-questions';

const LINES_STEP = '/learn/building-authentic-partnerships/whose-habits-are-these/nine-lines';

const PARTNERS = '/learn/partners-from-the-start/before-you-begin';
const ASSESSMENT_STEP = `${PARTNERS}/ten-conditions`;
const PLAN_STEP = `${PARTNERS}/settle-what-is-open`;

const TABLES_MODULE = '/learn/poverty-and-access/what-a-month-costs';

/** As it is planned: changed to this, nobody has to hear of anything. */
const OWN_BLOCK = {
	after: 'open',
	title: 'A walk',
	kind: 'pair',
	group: 'pairs',
	minutes: '5',
	priority: 'trim',
	say: '',
	do: ''
};

const MEETING = {
	module: 'lae-1',
	variant: 'in-person',
	day: '2030-01-09',
	time: '15:30',
	zone: 'America/New_York',
	minutes: '60',
	place: 'Library',
	callLink: ''
};

const SHARED = 'The clerk at the front desk keeps the late slips';
const SEALED = 'I was tired and I did not ask';

export async function setScene(origin: string): Promise<Scene> {
	const states = await makeOrganisation('Cove and Bay Center', 'state');
	await makeLead(await makePerson('Robin of the center'), states);
	const state = await makeOrganisation('Cove Department of Education', 'state', states);
	const branch = await makeOrganisation('Plover County Office', 'county', state);
	const otherBranch = await makeOrganisation('Egret County Office', 'county', state);
	const school = await makeOrganisation('Plover Lane School', 'school', branch);
	const cohort = await makeCohort('Plover Lane team', branch);
	const otherCohort = await makeCohort('Egret team', otherBranch);
	const writer = await makeParticipant('Wren Adeyemi', cohort);
	const visits = await makeCohort('Plover Lane visits', branch, 'lad');
	const inquiry = await makeCohort('Plover Lane questions', branch, 'qc');
	const partners = await makeCohort('Plover Lane partners', branch, 'pfs');
	const lines = await makeCohort('Plover Lane partners', branch, 'bap');
	const tables = await makeCohort('Plover Lane tables', branch, 'pa');
	await enrol(writer, tables, 'participant', school);
	await query(
		`insert into module_opening (cohort_id, module_id, opened_by_id) values ($1, 'lad-2', $2)`,
		[visits.id, writer]
	);
	await makeLead(await makePerson('Robin of the state'), state);
	const [member] = await query<{ id: string }>(
		`select id from person where name = 'Ana Reyes' and demo_title is not null`
	);
	const meeting = await planMeeting(cohort);
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
		castMember: member?.id ?? '',
		open: await openCohort('Cove open group', state),
		openElsewhere: await openCohort('Far open group', await makeOrganisation('Far', 'state')),
		practice: await offerPractice(writer, branch),
		visits,
		inquiry,
		partners,
		lines,
		tables,
		sitting: await leadSitting(tables, writer),
		visit: await openVisit(visits, school),
		otherVisit: await openVisit(visits, otherBranch),
		request: await askForHelp(origin, writer),
		requestToHandUp: await askForHelp(origin, writer),
		feedback: await tellAuthors(origin, writer),
		meeting,
		code: await codeOf(meeting),
		meetingToCancel: await planMeeting(cohort),
		meetingToBringBack: await cancelMeeting(await planMeeting(cohort)),
		room: await openRoom(origin, cohort, writer),
		roomToEnd: await openRoom(origin, cohort, writer),
		calendar: await makeCalendar(origin, writer),
		adaptation: await shareGuide(origin, otherCohort),
		held: await sendRecap(origin, cohort, await holdMeeting(cohort)),
		otherHeld: await holdMeeting(cohort)
	};
}

async function planMeeting(cohort: ThrowawayCohort): Promise<string> {
	const [row] = await query<{ id: string }>(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, zone, place, code)
		values ($1, 'lae-1', '2030-01-09T20:30Z', 60, 'America/New_York', 'Library', $2) returning id`,
		[cohort.id, makeCode(6)]
	);
	return row?.id ?? '';
}

async function cancelMeeting(meeting: string): Promise<string> {
	await query('update live_session set cancelled_at = now() where id = $1', [meeting]);
	return meeting;
}

async function codeOf(meeting: string): Promise<string> {
	const [row] = await query<{ code: string }>('select code from live_session where id = $1', [
		meeting
	]);
	return row?.code ?? '';
}

async function makeCalendar(origin: string, personId: string): Promise<string> {
	const session = await startSession(personId);
	await postForm(origin, { path: '/learn/calendar?/renew', session, fields: {} });
	const page = await ask(origin, { path: '/learn/calendar/__data.json', session });
	return /\/calendar\/([\w-]{32})\.ics/.exec(page.text)?.[1] ?? 'none';
}

type Room = {
	meeting: string;
	enrolment: string;
	attendee: string;
	question: string;
	video: string;
	/** Groups at work, one of them, and a question that somebody parked. */
	breakout: string;
	group: string;
	parked: string;
};

/** A meeting that runs, with somebody in it, a question, a video and a step that can be taken back. */
async function openRoom(origin: string, cohort: ThrowawayCohort, personId: string): Promise<Room> {
	const meeting = await planMeeting(cohort);
	await query('update live_session set started_at = now(), number = 1 where id = $1', [meeting]);
	await query(
		`insert into live_event (live_session_id, number, at, kind, parts, data, key)
		values ($1, 1, now(), 'minutes', '{run}', $2, 'longer-than-planned')`,
		[meeting, JSON.stringify({ changes: [{ block: 'second', from: 4, to: 5 }] })]
	);
	await query(
		`insert into live_block (live_session_id, block_id, position, title, kind, priority, min, max,
			planned, minutes, entered_at)
		values ($1, 'first', 0, 'First', 'welcome', 'trim', 2, 9, 5, 5, now()),
			($1, 'second', 1, 'Second', 'pair', 'trim', 2, 9, 5, 5, null)`,
		[meeting]
	);
	const [enrolment] = await query<{ id: string }>(
		'select id from enrolment where cohort_id = $1 and person_id = $2',
		[cohort.id, personId]
	);
	const [attendee] = await query<{ id: string }>(
		`insert into live_attendee (live_session_id, guest_name, arrived_at)
		values ($1, 'Robin', now()) returning id`,
		[meeting]
	);
	const asked = (kind: string, blockId: string | null, closedAt: Date | null) =>
		query<{ id: string }>(
			`insert into live_ask (live_session_id, kind, block_id, question, asked_at, closed_at)
			values ($1, $2, $3, 'Who is missing?', now(), $4) returning id`,
			[meeting, kind, blockId, closedAt]
		);
	const [question] = await asked('question', null, null);
	const [video] = await asked('video', 'lae-1-rooms', new Date());
	const [group] = await query<{ id: string; breakout: string }>(
		`with breakout as (
			insert into live_breakout (live_session_id, task, opened_at, minutes)
			values ($1, 'List who is missing', now(), 8) returning id
		)
		insert into live_group (breakout_id, number) select id, 1 from breakout
		returning id, breakout_id as breakout`,
		[meeting]
	);
	return {
		meeting,
		enrolment: enrolment?.id ?? '',
		attendee: attendee?.id ?? '',
		question: question?.id ?? '',
		video: video?.id ?? '',
		breakout: group?.breakout ?? '',
		group: group?.id ?? '',
		parked: await parkQuestion(origin, meeting, personId)
	};
}

/** What Undo takes back there. */
async function lastStepOf(meeting: string): Promise<string> {
	const [row] = await query<{ number: number }>(
		`select max(number) as number from live_event where live_session_id = $1 and kind = 'minutes'`,
		[meeting]
	);
	return String(row?.number ?? '');
}

/** Somebody of the cohort comes in and parks a question. */
async function parkQuestion(origin: string, meeting: string, personId: string): Promise<string> {
	const path = `/live/${await codeOf(meeting)}`;
	const session = await startSession(personId);
	const fields = { key: randomUUID(), text: 'Who pays for the bus?', mode: 'room' };
	await postForm(origin, { path: `${path}?/enter`, session, fields });
	const sent = await postForm(origin, { path: `${path}?/park`, session, fields });
	if (sent.status !== 200) throw new Error(`The question was not parked: ${sent.status}`);
	const [row] = await query<{ id: string }>(
		'select id from live_parked where live_session_id = $1',
		[meeting]
	);
	return row?.id ?? '';
}

async function askForHelp(origin: string, personId: string): Promise<string> {
	const sent = await postForm(origin, {
		path: '/help/new?/ask',
		session: await startSession(personId),
		fields: { kind: 'tool', text: SHARED, about: '', key: randomUUID() }
	});
	if (sent.status !== 303) throw new Error(`The request was not sent: ${sent.status}`);
	const [row] = await query<{ id: string }>(
		'select id from help_request where asked_by_id = $1 order by asked_at desc limit 1',
		[personId]
	);
	return row?.id ?? '';
}

async function tellAuthors(origin: string, personId: string): Promise<string> {
	const sent = await postForm(origin, {
		path: `${MODULE}/finish?/feedback`,
		session: await startSession(personId),
		fields: { rating: '4', text: 'Shorter', name: 'without', base: '0' }
	});
	if (sent.status !== 200) throw new Error(`The feedback was not sent: ${sent.status}`);
	const [row] = await query<{ id: string }>('select id from feedback where person_id = $1', [
		personId
	]);
	return row?.id ?? '';
}

/** A facilitator of the cohort moves the first block of a guide, and shares that. */
async function shareGuide(origin: string, cohort: ThrowawayCohort): Promise<string> {
	const facilitator = await makePerson('Robin of the guide');
	await enrol(facilitator, cohort, 'facilitator');
	const session = await startSession(facilitator);
	const adapt = `/facilitate/cohorts/${cohort.id}/guides/start-with-who-is-missing/adapt`;
	const sent = [
		{ path: `${adapt}?/arrange`, fields: { act: 'down', block: 'open', seen: '0' } },
		{ path: `${adapt}?/share`, fields: { share: 'yes' } }
	];
	for (const { path, fields } of sent) {
		const { status } = await postForm(origin, { path, session, fields });
		if (status !== 200) throw new Error(`The guide was not shared: ${status}`);
	}
	const [row] = await query<{ id: string }>(
		'select id from guide_adaptation where cohort_id = $1',
		[cohort.id]
	);
	return row?.id ?? '';
}

/** Which revision of the guide counts by now: choosing asks for it. */
async function seenOf({ cohort, state }: Scene, route: string): Promise<string> {
	const [row] = await query<{ current: number }>(
		`select current from guide_adaptation
		where coalesce(cohort_id, organisation_id) = $1 and variant = 'in-person'`,
		[route.includes('/network/') ? state : cohort.id]
	);
	return String(row?.current ?? 0);
}

async function openVisit(cohort: ThrowawayCohort, organisationId: string): Promise<string> {
	const [row] = await query<{ id: string }>(
		`insert into visit (cohort_id, organisation_id, block_id, place, visited_on, created_at)
		values ($1, $2, 'lad-2-rubric', 'The front hall', '2026-11-17', now()) returning id`,
		[cohort.id, organisationId]
	);
	return row?.id ?? '';
}

/** The writer leads somebody who has finished with them and has not said so. */
async function leadSitting(cohort: ThrowawayCohort, leader: string): Promise<string> {
	const member = await makeParticipant('Kestrel Obi', cohort);
	const [row] = await query<{ id: string }>(
		`insert into sitting (leader_id, module_id, started_at)
		select id, 'pa-1', now() from enrolment where cohort_id = $1 and person_id = $2 returning id`,
		[cohort.id, leader]
	);
	await query(
		`insert into sitting_member (sitting_id, enrolment_id)
		select $1, id from enrolment where cohort_id = $2 and person_id = $3`,
		[row?.id, cohort.id, member]
	);
	return row?.id ?? '';
}

/** The writer's place in the cohort of tables, or in another. */
async function placeOfWriter(scene: Scene, cohort: ThrowawayCohort): Promise<string> {
	const [row] = await query<{ id: string }>(
		'select id from enrolment where cohort_id = $1 and person_id = $2',
		[cohort.id, scene.writer]
	);
	return row?.id ?? '';
}

async function openCohort(name: string, organisationId: string): Promise<ThrowawayCohort> {
	const cohort = await makeCohort(name, organisationId);
	await query('update cohort set open_to_id = $2 where id = $1', [cohort.id, organisationId]);
	return cohort;
}

async function offerPractice(personId: string, organisationId: string): Promise<string> {
	const [row] = await query<{ id: string }>(
		`insert into practice (offered_by_id, organisation_id, state, title, did, changed, advice, great_for,
			level, credit_names, created_at, updated_at, offered_at)
		values ($1, $2, 'offered', 'The slips', 'We read them.', 'Fewer.', 'Ask.', '{teacher}', 'start', '',
			now(), now(), now()) returning id`,
		[personId, organisationId]
	);
	return row?.id ?? '';
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
	if (actor === 'participant') {
		for (const each of [
			scene.cohort,
			scene.visits,
			scene.inquiry,
			scene.lines,
			scene.tables,
			scene.partners
		]) {
			await enrol(personId, each, 'participant', scene.school);
		}
	}
	if (actor === 'other participant') await enrol(personId, scene.otherCohort, 'participant');
	if (actor === 'facilitator') {
		for (const each of [
			scene.cohort,
			scene.visits,
			scene.inquiry,
			scene.lines,
			scene.tables,
			scene.partners
		]) {
			await enrol(personId, each, 'facilitator');
		}
	}
	if (actor === 'other facilitator') await enrol(personId, scene.otherCohort, 'facilitator');
	if (actor === 'lead') await makeLead(personId, scene.state);
	if (actor === 'other lead') await makeLead(personId, scene.otherBranch);
	return personId;
}

/** The step that has a block of the kind that the action is for. */
function stepOf(route: string, inCase: string): string {
	const [, address = '', action = ''] = route.split(' ');
	if (/\/(plan|live)\//.test(address)) return PLAN_STEP;
	switch (action) {
		case '?/assess':
			return ASSESSMENT_STEP;
		case '?/watch':
			return WATCH_STEP;
		case '?/visit':
		case '?/observation':
			return VISIT_STEP;
		case '?/note':
			return inCase === 'to another team’s visit' ? VISIT_STEP : INQUIRY_STEP;
		case '?/inquiry':
			return INQUIRY_STEP;
		case '?/place':
			return LINES_STEP;
		default:
			return STEP;
	}
}

/** What comes after a meeting is tried on one that is over. */
const AFTERWARDS = /\/(recaps|missed)\/|\/(recap|attendance|paper|debrief)( |$)/;

function meetingOf({ route, inCase }: Row, scene: Scene): string {
	if (inCase === 'of another meeting') return scene.otherHeld;
	if (AFTERWARDS.test(route) && !['not over', 'not begun'].includes(inCase)) return scene.held;
	if (route.endsWith('?/cancel')) return scene.meetingToCancel;
	if (/[?][/]bring(Set)?Back$/.test(route)) return scene.meetingToBringBack;
	if (route.endsWith('?/end')) return scene.roomToEnd.meeting;
	// What has not begun is as it was planned.
	if (route.endsWith('?/planned')) return scene.meeting;
	return /\/(console|stream)\b/.test(route) ? scene.room.meeting : scene.meeting;
}

/** Where each route of the table is tried. */
function pathOf(row: Row, scene: Scene): string {
	const { route, inCase } = row;
	const { cohort, otherCohort, lines, request, requestToHandUp, code, calendar } = scene;
	const { adaptation, state } = scene;
	const [, address = ''] = route.split(' ');
	const own = route.endsWith('/work/[block]') ? lines.id : cohort.id;
	const id = inCase === 'on the other’s page' ? otherCohort.id : own;
	const step = stepOf(route, inCase);
	const isTable = route.endsWith('?/together') || route.endsWith('?/alone');
	return address
		.replace('/learn/[series]/[module]/[step]', inCase === 'locked' ? LOCKED_STEP : step)
		.replace(
			'/learn/[series]/[module]',
			isTable ? TABLES_MODULE : inCase === 'locked' ? LOCKED : MODULE
		)
		.replace('/learn/[series]', SERIES)
		.replace('/library/[entry]', SERIES.replace('/learn', '/library'))
		.replace('[series]/[module]', MODULE.slice('/learn/'.length))
		.replace(/(?<=\/(plan|live)\/)\[block\]/, 'pfs-1-open')
		.replace('[format]', inCase === 'of a kind that is none' ? 'exe' : 'csv')
		.replace('[file]', 'rooms.en.vtt')
		.replace('[video]', 'lae-1-rooms')
		.replace('[handout]', inCase === 'locked' ? 'second-explanation' : 'three-lists')
		.replace('[organisation=uuid]', state)
		.replace('[adaptation=uuid]', adaptation)
		.replace('[cohort=uuid]/guides/[module]', `${id}/guides/start-with-who-is-missing`)
		.replace('[cohort=uuid]', id)
		.replace('[meeting=uuid]', meetingOf(row, scene))
		.replace('[secret]', inCase === 'a wrong one' ? 'a'.repeat(32) : calendar)
		.replace('[request=uuid]', route.endsWith('handUp') ? requestToHandUp : request)
		.replace('[block]', 'bap-1-line')
		.replace('/live/[code]', `/live/${inCase === 'of no session' ? 'AAAAAA' : code}`)
		.replace('[code]', cohort.joinCode);
}

/** The same on the console of the room. */
function consoleFields(action: string, room: Room): Record<string, string> {
	const key = randomUUID();
	switch (action) {
		case '?/go':
			return { key, block: 'second', from: '' };
		case '?/minutes':
			return { key, change: 'second=4' };
		case '?/ask':
			return { key, question: 'Who is missing?' };
		case '?/say':
			return { key, ask: room.question, text: 'The night shift' };
		case '?/video':
			return { key, ask: room.video, position: '1', playing: 'no' };
		case '?/hands':
			return { key, ask: randomUUID() };
		case '?/look':
			return { key, ask: room.question, look: 'cards' };
		case '?/addTheme':
			return { key, ask: room.question, name: `Nights ${key.slice(0, 8)}` };
		case '?/hide':
			return { key, entry: randomUUID(), hidden: 'yes' };
		case '?/highlight':
			return { key, entry: randomUUID(), highlighted: 'yes' };
		case '?/place':
			return { key, entry: randomUUID(), theme: '' };
		case '?/renameTheme':
			return { key, theme: randomUUID(), name: 'Mornings' };
		case '?/deleteTheme':
			return { key, theme: randomUUID() };
		case '?/closeAsk':
		case '?/askAgain':
		case '?/reveal':
		case '?/takeNamesOff':
			return { key, ask: room.question };
		case '?/groups':
			return { by: 'number', count: '1' };
		case '?/breakout':
			return { key, task: 'List them', minutes: '5', seat: `${room.attendee}:1` };
		case '?/moveToGroup':
			return { key, breakout: room.breakout, attendee: room.attendee, group: '1' };
		case '?/moreTime':
			return { key, breakout: room.breakout, minutes: '2' };
		case '?/callBack':
		case '?/shareNotes':
		case '?/closeBreakout':
			return { key, breakout: room.breakout };
		case '?/hideNote':
			return { key, breakout: room.breakout, group: room.group, hidden: 'no' };
		case '?/groupNote':
			return { key, group: room.group, text: 'The night shift', base: '0' };
		case '?/parkFor':
			return { key, text: 'Who pays for the bus?' };
		case '?/hideParked':
			return { key, parked: room.parked, hidden: 'no' };
		case '?/answerParked':
			return { key, parked: room.parked, answer: 'The county does.' };
		case '?/parkedHands':
			return { key, parked: room.parked, hands: '7' };
		case '?/lookFirst':
			return { key, first: 'no' };
		case '?/showParked':
			return { key, shown: 'no' };
		case '?/here':
			return { key, enrolment: room.enrolment, mode: 'room' };
		case '?/guestHere':
			return { key, name: 'Robin', mode: 'room' };
		case '?/left':
		case '?/back':
			return { key, attendee: room.attendee };
		case '?/where':
			return { key, attendee: room.attendee, mode: 'remote' };
		default:
			return { key };
	}
}

/** Fields that are in order, so that only who asks decides. */
async function fieldsOf(
	{ route, inCase }: Row,
	scene: Scene,
	session: string | null,
	origin: string
): Promise<Record<string, string>> {
	const [, address = '', action = ''] = route.split(' ');
	const another = inCase === 'as another' ? { owner: scene.writer } : null;
	if (address.endsWith('/console')) {
		const fields = consoleFields(action, scene.room);
		if (action !== '?/undo') return fields;
		return { ...fields, undoes: await lastStepOf(scene.room.meeting) };
	}
	switch (action) {
		case '?/feedback':
			return {
				rating: '4',
				text: 'Shorter',
				name: 'without',
				base: '0',
				...(inCase === 'as another' && { sender: scene.writer })
			};
		case '?/ask':
			return {
				kind: 'tool',
				text: 'A form that fits one page',
				about: '',
				key: randomUUID(),
				...(inCase === 'as another' && { sender: scene.writer })
			};
		case '?/writeOn':
		case '?/answerRequest':
			return { text: 'Here it is', cohort: '', key: randomUUID() };
		case '?/answerFeedback':
			return { feedback: scene.feedback, text: 'Thank you', key: randomUUID() };
		case '?/keepTheory':
			return { organisation: scene.state, base: '0', 'if-0': 'answer in two days' };
		case '?/start':
			return { cohort: (inCase === '' ? scene.open : scene.openElsewhere).id };
		case '?/keep':
		case '?/offer':
			return {
				practice: inCase === '' ? '' : scene.practice,
				base: inCase === '' ? '0' : '1',
				organisationId: '',
				title: 'Two lists',
				did: 'We wrote two lists.',
				changed: 'The second got longer.',
				advice: 'Bring pens.',
				greatFor: 'teacher',
				level: 'start',
				module: '',
				creditNames: '',
				silently: 'yes'
			};
		case '?/withdraw':
			return { practice: scene.practice };
		case '?/decide':
			return { practice: scene.practice, decision: 'publish', note: '' };
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
		case '?/write':
			return {
				blockId: 'pfs-1-open',
				'cell:start-1:what': 'Whose keys',
				'base:start-1:what': '1',
				...another
			};
		case '?/assess':
			return { blockId: 'pfs-1-check', 'cell:why:level': '1', 'base:why:level': '0', ...another };
		case '?/visit':
			return { blockId: 'lad-2-rubric', place: 'The library', day: '2026-11-18', ...another };
		case '?/observation':
			return { blockId: 'lad-2-rubric', visit: scene.visit, 'level-welcome': '2', ...another };
		case '?/place':
			return { blockId: 'bap-1-line', 'at-time': '3', ...another };
		case '?/inquiry':
			return { blockId: 'qc-1-inquiry', role: 'teacher', 'answer-whose': 'Ours', ...another };
		case '?/note':
			if (route.includes('/live/')) {
				return { key: randomUUID(), group: randomUUID(), text: 'The drivers', base: '0' };
			}
			return inCase === 'to another team’s visit'
				? {
						blockId: 'lad-2-rubric',
						part: `${scene.otherVisit}.welcome`,
						text: 'A greeting',
						base: '0'
					}
				: { blockId: 'qc-1-inquiry', part: 'expect', text: 'Much', base: '0', ...another };
		case '?/watch': {
			const holder = inCase === '' ? session : await startSession(scene.writer);
			return { report: await reportOf(origin, holder) };
		}
		case '?/default':
			return {
				language: 'en',
				size: 'large',
				width: 'usual',
				spacing: 'usual',
				motion: 'usual',
				to: '/'
			};
		case '?/keepPlace':
			return { note: 'The two lists' };
		case '?/dropPlace':
			return { step: 'lae-1-who-is-missing' };
		case '?/together':
			return {
				members: await placeOfWriter(scene, inCase === '' ? scene.tables : scene.cohort)
			};
		case '?/attended':
			return { sitting: scene.sitting, answer: 'yes' };
		case '?/preview':
		case '?/plan':
			return { ...MEETING, often: 'once', count: '1', order: 'same', key: randomUUID() };
		case '?/change':
			return { ...MEETING, base: '0', reason: '' };
		case '?/changeSet':
			return { ...MEETING, base: '0', reason: '', scope: 'ahead', seen: 'something else' };
		case '?/cancel':
			return { base: '0', reason: 'The boiler is out' };
		case '?/bringBack':
			return { base: '0', reason: 'The boiler is mended' };
		case '?/cancelSet':
		case '?/bringSetBack':
			return { base: '0', reason: '', scope: 'ahead', seen: 'something else' };
		case '?/roles':
			return { producer: '' };
		case '?/enter':
		case '?/enterAsGuest':
			return { name: 'Robin', mode: 'room' };
		case '?/park':
			return { key: randomUUID(), text: 'Who pays for the bus?' };
		case '?/vote':
			return { key: randomUUID(), subject: scene.room.parked, vote: 'yes' };
		case '?/answerParked':
			return {
				key: randomUUID(),
				parked: inCase === 'of another cohort' ? randomUUID() : scene.room.parked,
				answer: 'The county does.'
			};
		case '?/letThrough':
			return { key: randomUUID(), parked: scene.room.parked };
		case '?/respond':
			return { key: randomUUID(), ask: randomUUID(), text: 'Two lists are short' };
		case '?/talk':
			return { partner: randomUUID() };
		case '?/changeCommitment':
			return { commitment: randomUUID(), state: 'kept', note: '', sharing: 'me' };
		case '?/keepCommitment':
		case '?/commit':
			if (route.includes('/live/')) {
				return { key: randomUUID(), ask: randomUUID(), kind: 'will', text: 'ask the clerk' };
			}
			return {
				key: randomUUID(),
				enrolment: randomUUID(),
				kind: 'will',
				text: 'ask the clerk',
				sharing: 'me'
			};
		case '?/keepRecap':
		case '?/sendRecap':
			return { base: '0' };
		case '?/keepDebrief':
			return { base: '0', worked: 'The chairs', change: '', silently: 'yes' };
		case '?/correct':
			return {
				key: randomUUID(),
				who: randomUUID(),
				base: '0',
				was: 'there',
				from: '',
				to: '',
				mode: 'room',
				reason: 'She told me'
			};
		case '?/addForgotten':
			return { key: randomUUID(), name: 'Robin', from: '', to: '', reason: 'They came with Ana' };
		case '?/enterSheet':
			return { key: randomUUID(), reason: 'From the paper sheet' };
		case '?/seen':
			return { meeting: scene.meeting, sequence: '1' };
		case '?/writeBlock':
			return { block: 'open', title: 'A circle', minutes: '6', priority: 'must', say: 'Welcome' };
		case '?/addBlock':
			return { ...OWN_BLOCK };
		case '?/arrange':
			return { act: 'down', block: 'open', seen: '0' };
		case '?/settle':
			return { block: 'open', field: 'say', choice: 'mine', seen: await seenOf(scene, route) };
		case '?/share':
			return { share: 'yes' };
		case '?/tick':
			return { task: 'none of this guide', done: 'yes' };
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
