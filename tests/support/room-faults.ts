import { randomUUID } from 'node:crypto';
import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { postForm } from './ask.ts';
import { noIds, noNumbers, SECRET, strange, type Form } from './faults.ts';

/** Input that nobody means, for every form of a room: the console’s and the phone’s. */

/** A room that runs, with something of everything in it. */
export type FaultRoom = {
	id: string;
	code: string;
	attendee: string;
	enrolment: string;
	question: string;
	poll: string;
	video: string;
	entry: string;
	theme: string;
	parked: string;
	breakout: string;
	group: string;
	/** What Ana took on in it. */
	promised: string;
	commitment: string;
	/** A meeting of the same cohort that is over, with a recap that is out; somebody else was there. */
	past: string;
	partner: string;
	cohort: string;
};

type Demo = {
	origin: string;
	cohort: string;
	sessions: { facilitator: string; participant: string };
	/** The one value that a query finds. */
	one: (sql: string, values?: unknown[]) => Promise<string>;
};

export async function makeFaultRoom({ origin, cohort, sessions, one }: Demo): Promise<FaultRoom> {
	const code = makeCode(6);
	const id = await one(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, code)
		values ($1, 'lae-1', now() - interval '1 minute', 60, $2) returning id as value`,
		[cohort, code]
	);
	const send = async (path: string, session: string, fields: Record<string, string>) => {
		const sent = await postForm(origin, {
			path,
			session,
			fields: { key: randomUUID(), ...fields }
		});
		if (sent.status >= 400) throw new Error(`${path} answers ${sent.status}.`);
	};
	const lead = (action: string, fields: Record<string, string> = {}) =>
		send(`/facilitate/sessions/${id}/console?/${action}`, sessions.facilitator, fields);
	const takePart = (action: string, fields: Record<string, string>) =>
		send(`/live/${code}?/${action}`, sessions.participant, fields);
	const askedNow = () =>
		one(
			'select id as value from live_ask where live_session_id = $1 order by asked_at desc limit 1',
			[id]
		);

	await takePart('enter', { mode: 'room' });
	await lead('start');
	await lead('ask', { question: 'Who is missing?' });
	const question = await askedNow();
	await takePart('respond', { ask: question, text: 'The night shift' });
	await lead('addTheme', { ask: question, name: 'Nights' });
	await lead('parkFor', { text: 'Who pays for the bus?' });
	await lead('ask', { block: 'lae-1-how-families-heard' });
	const poll = await askedNow();
	await lead('ask', { question: 'What will you do?', capture: 'commitment' });
	const promised = await askedNow();
	await takePart('commit', { ask: promised, kind: 'will', text: 'Ask the driver' });
	await lead('ask', { block: 'lae-1-rooms' });
	const attendee = await one(
		'select id as value from live_attendee where live_session_id = $1 limit 1',
		[id]
	);
	await lead('breakout', { task: 'List them', minutes: '5', seat: `${attendee}:1` });
	const past = await one(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, code, started_at, ended_at)
		select $1, 'lae-1', began, 60, $2, began, began + interval '1 hour'
		from (select now() - interval '9 days' as began) time returning id as value`,
		[cohort, makeCode(6)]
	);
	const partner = await one(
		`insert into live_attendee (live_session_id, enrolment_id, arrived_at, left_at)
		select live_session.id, enrolment.id, started_at, ended_at
		from live_session join enrolment on enrolment.cohort_id = live_session.cohort_id
		where live_session.id = $1 and role = 'participant'
			and enrolment.id <> (select enrolment_id from live_attendee where id = $2)
		limit 1 returning enrolment_id as value`,
		[past, attendee]
	);
	await send(`/facilitate/sessions/${past}/recap?/sendRecap`, sessions.facilitator, { base: '0' });
	return {
		promised,
		commitment: await one('select id as value from commitment where live_session_id = $1', [id]),
		past,
		partner,
		cohort,
		id,
		code,
		attendee,
		question,
		poll,
		video: await askedNow(),
		enrolment: await one('select enrolment_id as value from live_attendee where id = $1', [
			attendee
		]),
		entry: await one('select id as value from live_response where ask_id = $1', [question]),
		theme: await one('select id as value from live_theme where ask_id = $1', [question]),
		parked: await one('select id as value from live_parked where live_session_id = $1', [id]),
		breakout: await one('select id as value from live_breakout where live_session_id = $1', [id]),
		group: await one(
			`select live_group.id as value from live_group
			join live_breakout on live_breakout.id = breakout_id where live_session_id = $1`,
			[id]
		)
	};
}

const NUL = `${SECRET}\0`;
const LONG = SECRET.repeat(25_000);
const noWords = ['', '  \n ', NUL, LONG];
const noKeys = ['', NUL, LONG, 'short', '../..', `' or 1=1 --`];
const noNames = [...strange, 'YES'];
const noCounts = [...noNumbers, '0', '9999'];
const noHands = [...noNumbers, '1000'];

const noDays = [NUL, LONG, '2030-02-30', '0000-00-00', '9/1/2030', `' or 1=1 --`];
const promise = { kind: 'will', text: SECRET, due: '', sharing: 'me' };
const noPromise = { kind: noNames, text: noWords };
const noPromiseEither = { due: noDays, sharing: noNames.slice(1) };

/** Fewer tries of each: there are many of them, and each answers with the whole page. */
const RUNS = 10;

type Faults = Form['faults'];

/** Only what a form must have is named: whatever is wrong with it is refused. */
export function roomForms(room: FaultRoom): Form[] {
	const ids: Faults[string] = [...noIds, room.id];
	const asConsole = (action: string, fields: Record<string, string> = {}, faults: Faults = {}) => ({
		name: `the console: ${action}`,
		path: `/facilitate/sessions/${room.id}/console?/${action}`,
		as: 'facilitator' as const,
		fields: { key: randomUUID(), ...fields },
		faults: { key: noKeys, ...faults },
		runs: RUNS
	});
	const asPhone = (action: string, fields: Record<string, string>, faults: Faults) => ({
		name: `the phone: ${action}`,
		path: `/live/${room.code}?/${action}`,
		as: 'participant' as const,
		fields: { key: randomUUID(), ...fields },
		faults: { key: noKeys, ...faults },
		runs: RUNS
	});
	const { attendee, breakout, entry, group, parked, question, theme } = room;
	const onAsk = (action: string) => asConsole(action, { ask: question }, { ask: ids });
	const onBreakout = (action: string) => asConsole(action, { breakout }, { breakout: ids });
	const onAttendee = (action: string) => asConsole(action, { attendee }, { attendee: ids });
	return [
		...['start', 'end'].map((action) => asConsole(action)),
		asConsole('undo', { undoes: '1' }, { undoes: [...noNumbers, '0', '01', '999999999'] }),
		asConsole('go', { block: 'norms', from: 'open' }, { block: noIds }),
		asConsole(
			'minutes',
			{ change: 'norms=4' },
			{ change: [...strange, 'norms', 'norms=', 'norms=-1', 'norms=1000', '=4'] }
		),
		{
			...asConsole('ask', { question: SECRET }, { question: noWords }),
			optional: {
				capture: noNames,
				named: noNames,
				choice: [NUL, LONG, 'One alone'],
				several: noNames.slice(1),
				from: noCounts.slice(1, 3),
				to: noCounts.slice(1, 3)
			}
		},
		asConsole('ask', { block: 'lae-1-arrive' }, { block: [...noIds, 'lae-1', 'bap-1-line'] }),
		...['closeAsk', 'askAgain', 'reveal', 'takeNamesOff', 'hands'].map(onAsk),
		asConsole('say', { ask: question, text: SECRET }, { ask: ids, text: noWords }),
		asConsole(
			'video',
			{ ask: room.video, position: '1', playing: 'no' },
			{
				ask: [...ids, question],
				position: ['', NUL, LONG, '-1', '1e3', 'NaN', '0x10', '9999', '1.23456'],
				playing: noNames
			}
		),
		asConsole('look', { ask: question, look: 'cards' }, { ask: ids, look: noNames }),
		asConsole('addTheme', { ask: question, name: SECRET }, { ask: ids, name: noWords }),
		asConsole('renameTheme', { theme, name: SECRET }, { theme: ids, name: noWords }),
		asConsole('deleteTheme', { theme }, { theme: ids }),
		asConsole('hide', { entry, hidden: 'yes' }, { entry: ids, hidden: noNames }),
		asConsole('highlight', { entry, highlighted: 'yes' }, { entry: ids, highlighted: noNames }),
		asConsole('place', { entry, theme }, { entry: ids }),
		// They are only looked at, so nothing tells one try from another.
		{ ...asConsole('groups', { count: '2' }), faults: { count: noCounts } },
		asConsole(
			'breakout',
			{ task: SECRET, minutes: '5', seat: `${attendee}:1` },
			{ minutes: noCounts, seat: [...strange, `${room.id}:1`, attendee, `${attendee}:-1`] }
		),
		asConsole(
			'moveToGroup',
			{ breakout, attendee, group: '1' },
			{ breakout: ids, attendee: ids, group: noCounts }
		),
		asConsole('moreTime', { breakout, minutes: '2' }, { breakout: ids, minutes: noCounts }),
		...['callBack', 'shareNotes', 'closeBreakout'].map(onBreakout),
		asConsole(
			'hideNote',
			{ breakout, group, hidden: 'yes' },
			{ breakout: ids, group: ids, hidden: noNames }
		),
		asConsole('groupNote', { group, text: SECRET }, { group: ids, text: [NUL, LONG] }),
		asConsole('parkFor', { text: SECRET }, { text: noWords }),
		asConsole('parkFor', { entry }, { entry: ids }),
		asConsole('hideParked', { parked, hidden: 'yes' }, { parked: ids, hidden: noNames }),
		asConsole('answerParked', { parked, answer: SECRET }, { parked: ids, answer: [NUL, LONG] }),
		asConsole('parkedHands', { parked, hands: '3' }, { parked: ids, hands: noHands }),
		asConsole('lookFirst', { first: 'yes' }, { first: noNames }),
		asConsole('showParked', { shown: 'yes' }, { shown: noNames }),
		asConsole('here', { enrolment: room.enrolment }, { enrolment: ids }),
		asConsole('guestHere', { name: SECRET }, { name: noWords }),
		...['left', 'back', 'where'].map(onAttendee),

		// No meeting of these is a rehearsal.
		asConsole('invent'),

		{
			name: 'the phone: come in',
			path: `/live/${room.code}?/enter`,
			as: 'participant',
			fields: { mode: 'room' },
			faults: { mode: noNames },
			optional: { work: noNames.slice(1) },
			runs: RUNS
		},
		{
			...asPhone('respond', { ask: question, text: SECRET }, { ask: ids, text: noWords }),
			optional: { as: noIds, wall: noNames.slice(1), audience: noNames.slice(1) }
		},
		asPhone('respond', { ask: room.poll, choices: 'told-after' }, { ask: ids, choices: strange }),
		{
			...asPhone(
				'commit',
				{ ask: room.promised, ...promise },
				{ ask: [...ids, question, room.poll], ...noPromise }
			),
			optional: { as: noIds, ...noPromiseEither }
		},
		{
			name: 'the phone: say what came of a commitment',
			path: `/live/${room.code}?/changeCommitment`,
			as: 'participant',
			fields: { commitment: room.commitment, state: 'kept', note: SECRET },
			faults: { commitment: ids, state: noNames },
			optional: {
				base: [NUL, LONG, '2020-01-01T00:00:00.000Z'],
				note: [NUL, LONG],
				sharing: noNames.slice(1)
			},
			runs: RUNS
		},
		asPhone('note', { group, text: SECRET }, { group: ids, text: [NUL, LONG] }),
		{
			...asPhone('park', { text: SECRET }, { text: noWords }),
			optional: { as: noIds, first: noNames.slice(1) }
		},
		asPhone('vote', { subject: parked, vote: 'yes' }, { subject: ids, vote: noNames }),
		{
			name: 'the phone: come in as a guest',
			path: `/live/${room.code}?/enterAsGuest`,
			as: 'stranger',
			fields: { name: SECRET, mode: 'room' },
			faults: { name: noWords },
			optional: { mode: noNames.slice(1), work: noNames.slice(1) },
			runs: RUNS
		},

		...[`/learn/recaps/${room.past}`, `/learn/missed/${room.past}`].map((page) => ({
			name: `${page.split('/')[2] ?? ''}: take something on`,
			path: `${page}?/commit`,
			as: 'participant' as const,
			fields: { key: randomUUID(), enrolment: room.enrolment, ...promise },
			faults: { key: noKeys, enrolment: ids, ...noPromise },
			optional: noPromiseEither,
			runs: RUNS
		})),
		{
			name: 'a missed meeting: talk it over',
			path: `/learn/missed/${room.past}?/talk`,
			as: 'participant',
			fields: { partner: room.partner, note: SECRET },
			faults: { partner: [...ids, room.enrolment] },
			optional: { note: [NUL, LONG] },
			runs: RUNS
		},
		{
			name: 'parked questions: answer one later',
			path: `/facilitate/cohorts/${room.cohort}/parked?/answerParked`,
			as: 'facilitator',
			fields: { key: randomUUID(), parked, answer: SECRET },
			faults: { key: noKeys, parked: ids, answer: [NUL, LONG] },
			optional: { over: [NUL, LONG] },
			runs: RUNS
		},
		{
			name: 'parked questions: let one through later',
			path: `/facilitate/cohorts/${room.cohort}/parked?/letThrough`,
			as: 'facilitator',
			fields: { key: randomUUID(), parked },
			faults: { key: noKeys, parked: ids },
			runs: RUNS
		}
	];
}
