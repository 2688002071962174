import { randomUUID } from 'node:crypto';
import { postForm } from './ask.ts';
import { makeMeeting } from './live.ts';
import {
	enrol,
	makeParticipant,
	makePerson,
	query,
	startSession,
	type ThrowawayCohort
} from './rows.ts';

/** What six people of a room say, and one of them at length. */
const SAID = [
	'The bus drivers. They see every child before we do, and nobody has ever asked them what they notice on the road.',
	'Families who work nights',
	'The clerk at the front desk',
	'Grandparents who bring the children up',
	'The new teachers in the annex',
	'Students who came this year'
];
const NAMES = ['Ana', 'Bea', 'Cy', 'Dov', 'Eli', 'Fay'];

/**
 * A meeting that was run and ended a week ago with something in it of all that a recap can tell: a wall, what
 * people chose, notes of groups, parked questions, commitments, and a next meeting.
 */
export async function holdFullMeeting(origin: string, cohort: ThrowawayCohort): Promise<string> {
	const { id, code } = await makeMeeting(cohort);
	const send = async (path: string, session: string, fields: Fields) => {
		const key = randomUUID();
		const sent = await postForm(origin, { path, session, fields: { key, ...fields } });
		if (sent.status >= 400) throw new Error(`${path} answers ${sent.status}.`);
	};
	const facilitator = await makePerson('Robin who runs it');
	await enrol(facilitator, cohort, 'facilitator');
	const office = await startSession(facilitator);
	const lead = (action: string, fields: Fields = {}) =>
		send(`/facilitate/sessions/${id}/console?/${action}`, office, fields);
	const phones: string[] = [];
	for (const name of NAMES) {
		phones.push(await startSession(await makeParticipant(`${name} of the room`, cohort)));
	}
	const all = async (action: string, fieldsOf: (at: number) => Fields | null) => {
		for (const [at, session] of phones.entries()) {
			const fields = fieldsOf(at);
			if (fields !== null) await send(`/live/${code}?/${action}`, session, fields);
		}
	};
	const askedNow = async () =>
		oneOf('select id from live_ask where live_session_id = $1 order by asked_at desc limit 1', id);

	await all('enter', () => ({ mode: 'room' }));
	await lead('start');
	await lead('ask', { question: 'Who is missing when we decide?' });
	const wall = await askedNow();
	await all('respond', (at) => ({ ask: wall, text: SAID[at] ?? '' }));
	await lead('reveal', { ask: wall });
	await lead('ask', { block: 'lae-1-how-families-heard' });
	const poll = await askedNow();
	await all('respond', (at) => ({ ask: poll, choices: at < 4 ? 'told-after' : 'asked-before' }));
	await lead('reveal', { ask: poll });

	const people = await query<{ id: string }>(
		'select id from live_attendee where live_session_id = $1 order by arrived_at',
		[id]
	);
	const seat = people.map((one, at) => `${one.id}:${at < 3 ? 1 : 2}`);
	await lead('breakout', { task: 'List who could be asked', minutes: '5', seat });
	for (const [at, text] of [
		'We ask the drivers first,\nthen the night shift.',
		'Two lists are short. The third is nobody’s job.'
	].entries()) {
		const group = await oneOf(
			`select live_group.id from live_group join live_breakout on live_breakout.id = breakout_id
			where live_session_id = $1 and live_group.number = ${at + 1}`,
			id
		);
		await lead('groupNote', { group, text });
	}
	const breakout = await oneOf('select id from live_breakout where live_session_id = $1', id);
	await lead('shareNotes', { breakout });

	await lead('parkFor', { text: 'Who pays for the bus?' });
	await lead('parkFor', { text: 'Can families see the three lists?' });
	const parked = await oneOf(
		'select id from live_parked where live_session_id = $1 order by parked_at limit 1',
		id
	);
	await lead('answerParked', { parked, answer: 'The district does, until June.' });

	await lead('ask', { question: 'What will you do?', capture: 'commitment' });
	const promise = await askedNow();
	const promises: Fields[] = [
		{ kind: 'will', text: 'ask the drivers', sharing: 'named', due: '2030-01-09' },
		{ kind: 'stop', text: 'meeting at 3:15', sharing: 'cohort' },
		{ kind: 'will', text: 'sit at the front desk for a morning', sharing: 'cohort' }
	];
	await all('commit', (at) => (promises[at] ? { ask: promise, ...promises[at] } : null));
	await lead('end');

	await query(
		`update live_session set starts_at = starts_at - interval '7 days',
			started_at = started_at - interval '7 days 1 hour', ended_at = ended_at - interval '7 days'
		where id = $1`,
		[id]
	);
	await query(
		`update live_attendee set arrived_at = arrived_at - interval '7 days 1 hour',
			left_at = left_at - interval '7 days' where live_session_id = $1`,
		[id]
	);
	await query(
		`update live_block set spent_seconds = 60 * planned where live_session_id = $1 and minutes > 0`,
		[id]
	);
	const next = await makeMeeting(cohort);
	await query(
		`update live_session set starts_at = now() + interval '7 days', place = 'Library, room 4'
		where id = $1`,
		[next.id]
	);
	return id;
}

type Fields = Record<string, string | readonly string[]>;

async function oneOf(sql: string, meeting: string): Promise<string> {
	const [row] = await query<{ id: string }>(sql, [meeting]);
	if (row === undefined) throw new Error(`The meeting has nothing for: ${sql}`);
	return row.id;
}
