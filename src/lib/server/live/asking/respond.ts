import { isPromise, type Promised, type Sent } from '../../../live/phone.ts';
import { promiseInWords } from '../../../live/promise-words.ts';
import type { Asked, AskKind } from '../../../live/room.ts';
import { judge, keepAnswer, keepChoice, keepPlacement, seal, unseal } from '../../answers/index.ts';
import { findBlock, type BlockPath } from '../../curriculum/index.ts';
import { now } from '../../clock.ts';
import { prisma, statement } from '../../db/index.ts';
import { Conflict, NotFound, Refused } from '../../errors.ts';
import { placeIn } from '../../progress/index.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { change, type Held } from '../change.ts';
import { requireInside, type Door } from '../entering/enter.ts';
import type { Meeting } from '../meeting.ts';
import { asAsked, positionsIn, requireAnswer, type Response } from './response.ts';

/**
 * One answer, in two places: on the wall without a name, and in the journal of who has an account. What comes
 * late, because somebody was offline or still thinking, is kept all the same.
 */

type AskRow = {
	id: string;
	kind: AskKind;
	blockId: string | null;
	choices: unknown;
	capture: Asked['capture'];
	closedAt: Date | null;
};

/** For how long after the end a meeting takes what comes late. */
const LATE = 24 * 60 * 60 * 1000;

/** `number` is of the change that kept it; the rest is what a check teaches of what was chosen. */
export type Responded = Pick<Sent, 'number' | 'correct' | 'feedback'> & {
	/** What was asked is not before everybody any more. */
	isLate: boolean;
};

/** What makes an answer a commitment. */
export type AsPromise = Promised & {
	/** Keeps it as one, in the same go; for who has a place in the cohort. */
	keep: (held: Held, responseId: string, enrolmentId: string) => Promise<void>;
};

/** Keeps what somebody in the room answered. Answering again is changing one's answer. */
export async function respond(
	viewer: Viewer | null,
	door: Door,
	sent: Response,
	promise: AsPromise | null = null
): Promise<Responded> {
	const { meeting, attendee, enrolment } = requireInside(door, viewer, sent.as);
	const asked = await findAsk(meeting, sent.ask);
	if (promise !== null && !isPromise(asked)) throw new NotFound();
	const found = asked.blockId === null ? null : findBlock(asked.blockId);
	const { base, ...input } = asAsked(asked.kind, sent);
	const positions = positionsIn(input.positions);
	requireAnswer(asked, input, positions);
	const judged = found?.block.kind === 'check' ? judge(found.block, input.choices) : null;
	const taught = {
		correct: judged?.correct ?? null,
		feedback: judged?.feedback ?? [],
		isLate: asked.closedAt !== null
	};
	// A retry that comes late must not put old words over newer ones.
	const sending = sendingOf({ ...input, promise: promise && promisedOf(promise) });
	const { seen, standing } = await readBefore(meeting.id, sending, attendee.id, asked.id);
	if (seen !== null) return { number: seen, ...taught };
	if (base !== undefined && standing > base) throw newer();
	const isMine = enrolment !== null && attendee.enrolmentId === enrolment.enrolmentId;
	if (viewer !== null && isMine && found !== null) {
		const text = promise === null ? input.text : promiseInWords(promise.kind, input.text);
		await keepInJournal(viewer, enrolment.enrolmentId, found, { ...input, text }, positions);
	}
	const number = await change(meeting.id, { attendeeId: attendee.id }, sending, async (held) => {
		const { id, isParked } = await keep(held, attendee.id, { ...input, base }, positions, promise);
		if (isMine) await promise?.keep(held, id, enrolment.enrolmentId);
		return {
			kind: 'respond',
			parts: isParked ? ['count', 'wall', 'parked'] : ['count', 'wall'],
			data: { ask: input.ask },
			canWait: true
		};
	});
	return { number, ...taught };
}

async function keep(
	{ client, at, number }: Held,
	attendeeId: string,
	{
		ask,
		text,
		choices,
		wall,
		base = null
	}: Omit<Response, 'base'> & { base: number | null | undefined },
	positions: ReadonlyMap<string, number>,
	promise: AsPromise | null
): Promise<{ id: string; isParked: boolean }> {
	const { rows } = await client.query<{ id: string; isParked: boolean }>({
		name: 'live-respond',
		text: `insert into live_response
			(ask_id, attendee_id, sealed, choices, positions, on_wall, answered_at, number, sent_number, promised)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
		on conflict (ask_id, attendee_id) do update set
			sealed = excluded.sealed, choices = excluded.choices, positions = excluded.positions,
			on_wall = excluded.on_wall, number = excluded.number, sent_number = excluded.sent_number,
			promised = excluded.promised
		where $10::int is null or live_response.sent_number <= $10
		returning id,
			exists (select from live_parked where response_id = live_response.id) as "isParked"`,
		values: [
			ask,
			attendeeId,
			text.trim() === '' ? null : seal(text, responsePlace(ask, attendeeId)),
			choices,
			JSON.stringify(Object.fromEntries(positions)),
			wall === 'yes',
			at,
			number,
			promise && promisedOf(promise),
			base
		]
	});
	const [row] = rows;
	if (row === undefined) throw newer();
	return row;
}

function promisedOf({ kind, due, sharing }: Promised): Promised {
	return { kind, due, sharing };
}

/** @throws NotFound for what was not asked in this meeting. */
async function findAsk({ id: liveSessionId, endedAt }: Meeting, ask: string): Promise<AskRow> {
	const row = await prisma().liveAsk.findFirst({
		where: { id: ask, liveSessionId },
		select: { id: true, kind: true, blockId: true, choices: true, capture: true, closedAt: true }
	});
	if (row === null) throw new NotFound();
	if (endedAt !== null && now().getTime() - endedAt.getTime() > LATE) {
		throw new Refused('This session ended more than a day ago, so it takes no more answers.');
	}
	// The kinds are written by `ask` alone.
	return row as AskRow;
}

/** The event of this very sending, if it arrived before, and what stands as the answer. */
async function readBefore(
	liveSessionId: string,
	key: string,
	attendeeId: string,
	askId: string
): Promise<{ seen: number | null; standing: number }> {
	const [row] = await statement<{ seen: number | null; standing: number | null }>(
		'live-respond-before',
		`select (select number from live_event where live_session_id = $1 and key = $2) as seen,
			(select sent_number from live_response where attendee_id = $3 and ask_id = $4) as standing`,
		[liveSessionId, key, attendeeId, askId]
	);
	return { seen: row?.seen ?? null, standing: row?.standing ?? 0 };
}

/**
 * What waited on one device while its writer answered on another does not go over the newer answer: that may have been
 * written to take the older one back. Who does not say what they knew means what they send.
 */
function newer(): Conflict {
	return new Conflict(
		'You sent another answer meanwhile, and that one stands. To put this in its place, send it again.'
	);
}

/** What a response's words are sealed to; without an attendee it was said in the room and written down there. */
export function responsePlace(askId: string, attendeeId: string | null): string {
	return `live:${askId}:${attendeeId ?? 'room'}`;
}

export function openResponse(askId: string, attendeeId: string | null, sealed: Uint8Array): string {
	return unseal(sealed, responsePlace(askId, attendeeId));
}

/** The meeting opened the module for everybody, so no lock is asked here. */
export async function keepInJournal(
	viewer: Viewer,
	enrolmentId: string,
	found: BlockPath,
	input: Pick<Response, 'ask' | 'text' | 'audience' | 'choices'>,
	positions: ReadonlyMap<string, number>
): Promise<void> {
	const place = await placeIn(viewer, enrolmentId, found.module.id);
	const { block } = found;
	if (block.kind === 'reflect') {
		await keepAnswer(place, { ...found, block }, input.text, input.audience, input.ask);
	} else if (block.kind === 'poll' || block.kind === 'check') {
		await keepChoice(place, { ...found, block }, input.choices);
	} else if (block.kind === 'continuum') {
		await keepPlacement(place, { ...found, block }, positions);
	}
}
