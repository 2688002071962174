import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { requireFacilitator } from '../../cohorts/index.ts';
import { seal, unseal } from '../../answers/index.ts';
import { Conflict, Invalid, NotFound, Refused } from '../../errors.ts';
import { line, uuid, words } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, type By, type Done, type Held } from '../change.ts';
import { requireInside, type Door } from '../entering/enter.ts';
import { getFacilitated } from '../meeting.ts';
import { IS_WALL } from '../wall/read-wall.ts';
import { requireParked } from './find-parked.ts';
import { looksFirst } from './look-first.ts';
import { parkedPlace } from './parked-row.ts';

/** The parking lot: what waits for an answer, in this meeting or after it. */

const LONGEST_QUESTION = 500;
const LONGEST_PARKED_ANSWER = 2_000;
/** So that one phone does not fill it. */
const MOST_OF_ONE = 30;

export const parkInput = v.object({
	key: actionKey,
	/** The place for which the page was opened. */
	as: v.optional(uuid),
	text: line(LONGEST_QUESTION, () => 'your question'),
	/** The page said that facilitators look at it first: that holds, whatever was switched since. */
	first: v.optional(v.picklist(['yes', 'no'], 'Please reload the page.'), 'no')
});
/** An entry of the wall, or words of one’s own. */
export const parkForInput = v.object({
	key: actionKey,
	text: v.optional(
		words(LONGEST_QUESTION, () => 'the question'),
		''
	),
	entry: v.optional(v.union([uuid, v.literal('')]), '')
});
export const hideParkedInput = v.object({
	key: actionKey,
	parked: uuid,
	hidden: v.picklist(['yes', 'no'])
});
export const letThroughInput = v.object({ key: actionKey, parked: uuid });
/** Left empty, the answer is taken back, and the question waits again. */
export const answerParkedInput = v.object({
	key: actionKey,
	parked: uuid,
	answer: words(LONGEST_PARKED_ANSWER, () => 'the answer'),
	/** The answer that its writer saw, and writes over. */
	over: v.optional(
		words(LONGEST_PARKED_ANSWER, () => 'the answer before'),
		''
	)
});

/** Parks a question. It stands there without a name, at once or when a facilitator has looked at it. */
export async function park(
	viewer: Viewer | null,
	door: Door,
	{ key, as, text, first = 'no' }: v.InferInput<typeof parkInput>
): Promise<void> {
	const { meeting, attendee } = requireInside(door, viewer, as);
	await change(meeting.id, { attendeeId: attendee.id }, sendingOf({ key, text }), async (held) => {
		const { rows } = await held.client.query<{ parked: number }>(
			'select count(*)::int as parked from live_parked where attendee_id = $1',
			[attendee.id]
		);
		if ((rows[0]?.parked ?? 0) >= MOST_OF_ONE) {
			throw new Refused('You have parked as many questions as one person can.');
		}
		const isHeld = first === 'yes' || (await looksFirst(meeting, held.client));
		return put(held, text, { attendeeId: attendee.id, isHeld });
	});
}

/** Parks what the room said, or an entry of the wall. */
export async function parkFor(
	viewer: Viewer,
	meetingId: string,
	{ key, text, entry }: v.InferOutput<typeof parkForInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	if (entry === '' && text.trim() === '') {
		throw new Invalid('Write the question.', { text: 'Write the question.' });
	}
	const sending = sendingOf({ key, text: text.trim(), entry });
	await change(meetingId, viewer, sending, (held) =>
		entry === ''
			? put(held, text.trim(), { attendeeId: null, isHeld: false })
			: putEntry(held, entry)
	);
}

/** An entry is parked once; one whose question was hidden stands there again. */
async function putEntry({ client, meetingId, at }: Held, entry: string): Promise<Done> {
	const { rows } = await client.query<{ id: string }>(
		`insert into live_parked (live_session_id, response_id, parked_at)
		select $1, response.id, $3 from live_response response join live_ask ask on ask.id = response.ask_id
		where response.id = $2 and response.on_wall and response.sealed is not null
			and ask.live_session_id = $1 and ${IS_WALL}
		on conflict (response_id) do update set hidden = false
		returning id`,
		[meetingId, entry, at]
	);
	const [row] = rows;
	if (row === undefined) throw new NotFound();
	return { kind: 'park', parts: ['parked'], data: { parked: row.id }, canWait: true };
}

async function put(
	{ client, meetingId, at }: Held,
	text: string,
	{ attendeeId, isHeld }: { attendeeId: string | null; isHeld: boolean }
): Promise<Done> {
	const id = randomUUID();
	await client.query(
		`insert into live_parked (id, live_session_id, attendee_id, sealed, parked_at, held)
		values ($1, $2, $3, $4, $5, $6)`,
		[id, meetingId, attendeeId, seal(text, parkedPlace(id)), at, isHeld]
	);
	return { kind: 'park', parts: ['parked'], data: { parked: id }, canWait: true };
}

/** Keeps a question from the projector and the phones, or shows it: again, or for the first time. */
export async function hideParked(
	viewer: Viewer,
	meetingId: string,
	{ key, parked, hidden }: v.InferOutput<typeof hideParkedInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	await requireParked(parked, meeting.cohortId, meeting.id);
	await change(meetingId, viewer, key, async ({ client }) => {
		await client.query('update live_parked set hidden = $2, held = held and $2 where id = $1', [
			parked,
			hidden === 'yes'
		]);
		return { kind: 'park-hide', parts: ['parked'], data: { parked, hidden } };
	});
}

/** Answers a question while the meeting is on, also one of an earlier meeting. */
export async function answerParked(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof answerParkedInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	await requireParked(input.parked, meeting.cohortId, meeting.id);
	await answer(meetingId, viewer, input);
}

/** Answers a question after its meeting. */
export async function answerParkedAfter(
	viewer: Viewer,
	cohortId: string,
	input: v.InferOutput<typeof answerParkedInput>
): Promise<void> {
	requireFacilitator(viewer, cohortId);
	const meetingId = await requireParked(input.parked, cohortId, null);
	await answer(meetingId, viewer, input);
}

/** Lets a question through after its meeting, so that the recap and the next meeting have it. */
export async function letThroughAfter(
	viewer: Viewer,
	cohortId: string,
	{ key, parked }: v.InferOutput<typeof letThroughInput>
): Promise<void> {
	requireFacilitator(viewer, cohortId);
	const meetingId = await requireParked(parked, cohortId, null);
	await change(meetingId, viewer, key, async ({ client }) => {
		await client.query('update live_parked set held = false where id = $1', [parked]);
		return { kind: 'park-hide', parts: ['parked'], data: { parked, hidden: 'no' } };
	});
}

async function answer(
	meetingId: string,
	by: By,
	{ key, parked, answer: written, over }: v.InferOutput<typeof answerParkedInput>
): Promise<void> {
	const text = written.trim();
	await change(meetingId, by, sendingOf({ key, parked, text }), async ({ client, at }) => {
		const { rows } = await client.query<{ answer: Buffer | null }>(
			'select answer from live_parked where id = $1 for update',
			[parked]
		);
		const standing = rows[0]?.answer ? unseal(rows[0].answer, parkedPlace(parked)) : '';
		if (standing === text) return null;
		if (standing !== over.trim()) {
			throw new Conflict(
				'Somebody answered this meanwhile. Look at their answer; if you keep yours once more, it takes its place.'
			);
		}
		await client.query('update live_parked set answer = $2, answered_at = $3 where id = $1', [
			parked,
			text === '' ? null : seal(text, parkedPlace(parked)),
			text === '' ? null : at
		]);
		return { kind: 'park-answer', parts: ['parked'], data: { parked } };
	});
}
