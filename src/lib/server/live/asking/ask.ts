import * as v from 'valibot';
import { READY_QUESTIONS, type ReadyQuestion } from '../../../live/exit-questions.ts';
import type { AskKind } from '../../../live/room.ts';
import { findBlock, getModule, type Block } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { Invalid, NotFound, Refused } from '../../errors.ts';
import { line, uuid, words } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning, type Held } from '../change.ts';
import { getFacilitated, type Meeting } from '../meeting.ts';
import { bringAskedForward } from '../screen.ts';
import { putAway } from '../put-away.ts';
import { ownChoices, type OwnChoices } from './options.ts';
import { seconds, standingAt, stretchOf, type Stretch } from '../video/video.ts';

/** Putting something to every device, and what becomes of it. One thing is asked at a time. */

const choiceText = words(200, () => 'each answer');

/**
 * A block of the series by its id, or a question in words of one's own, with answers to choose from if there are
 * any. `named` puts names beside the answers: it is said before anybody writes, and cannot be switched on after.
 */
export const askInput = v.object({
	key: actionKey,
	block: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
	question: v.optional(
		v.pipe(v.string(), v.maxLength(500, 'Keep the question to 500 characters.')),
		''
	),
	/** Answers to choose from, to a question of one’s own; empty ones are left out. */
	choice: v.optional(
		v.pipe(
			v.union([v.array(v.string()), v.string()], 'Write each answer in a field of its own.'),
			v.transform((typed) => [typed].flat()),
			v.array(choiceText)
		)
	),
	several: v.optional(v.picklist(['yes', 'no'])),
	/** One of the exit questions that we have ready. */
	ready: v.optional(v.picklist(READY_QUESTIONS, 'There is no such question.')),
	capture: v.optional(v.picklist(['wall', 'journal', 'commitment', 'exit']), 'wall'),
	named: v.optional(v.picklist(['yes', 'no']), 'no'),
	/** Of a video: the stretch that the guide plays here. Unsaid, it is the whole of it. */
	from: v.optional(seconds),
	to: v.optional(seconds)
});

export const askIdInput = v.object({ key: actionKey, ask: uuid });

export const lookInput = v.object({
	key: actionKey,
	ask: uuid,
	look: v.picklist(['cards', 'themes', 'words'], 'Choose how the wall looks.')
});

const question = line(500, 'your question');

/** Asks everybody, and puts away what was asked before. */
export async function ask(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof askInput>
): Promise<void> {
	const meeting = await getFacilitated(viewer, meetingId);
	const subject = subjectOf(meeting, input);
	await change(meetingId, viewer, sendingOf(input), async (held) => {
		requireRunning(held);
		await putAway(held);
		await bringAskedForward(held);
		const { rows } = await held.client.query<{ id: string }>(
			`insert into live_ask (live_session_id, agenda_block_id, kind, block_id, question, ready, capture,
				named, asked_at, video, choices)
			values ($1, (select block_id from live_block where live_session_id = $1 and entered_at is not null),
				$2, $3, $4, $5, $6, $7, $8, $9, $10)
			returning id`,
			[
				meetingId,
				subject.kind,
				subject.blockId,
				subject.question,
				subject.ready,
				captureOf(input),
				// Only a wall has names, and only one that says so from the start.
				input.named === 'yes' && captureOf(input) === 'wall' && subject.choices === null,
				held.at,
				subject.stretch && JSON.stringify(standingAt(subject.stretch, held.at)),
				subject.choices && JSON.stringify(subject.choices)
			]
		);
		return { kind: 'ask', parts: ['asked', 'wall', 'screen'], data: { ask: rows[0]?.id ?? null } };
	});
}

type Subject = {
	kind: AskKind;
	blockId: string | null;
	question: string | null;
	/** Of a question of one’s own. */
	choices: OwnChoices | null;
	ready: ReadyQuestion | null;
	/** Of a video. */
	stretch: Stretch | null;
};

const nothing = { blockId: null, question: null, choices: null, ready: null, stretch: null };

/** What is asked on the way out is never for the wall. */
function captureOf({ ready, capture }: v.InferOutput<typeof askInput>) {
	return ready === undefined ? capture : 'exit';
}

function subjectOf({ moduleId }: Meeting, input: v.InferOutput<typeof askInput>): Subject {
	const { block: id, question: text, ready, from, to } = input;
	if (ready !== undefined) return { ...nothing, kind: 'question', ready };
	if (id === '') return ownSubject(text, input);
	const found = findBlock(id, 'en');
	if (found === null || found.series.id !== getModule(moduleId, 'en').seriesId)
		throw new NotFound();
	const kind = askKindOf(found.block);
	if (kind === null) throw new Invalid('This cannot be put to phones.');
	const stretch = found.block.kind === 'video' ? stretchOf(found.block, from, to) : null;
	return { ...nothing, kind, blockId: id, stretch };
}

function ownSubject(text: string, input: v.InferOutput<typeof askInput>): Subject {
	const parsed = v.safeParse(question, text);
	if (!parsed.success)
		throw new Invalid(parsed.issues[0].message, { question: parsed.issues[0].message });
	const own = { ...nothing, question: parsed.output };
	const choices = ownChoices(input.choice ?? [], input.several === 'yes');
	if (choices === null) return { ...own, kind: 'question' };
	if (captureOf(input) !== 'wall') throw new Invalid('Here an answer is words.');
	return { ...own, kind: 'poll', choices };
}

/** How a block of the series is asked; null for what is no question to a room. */
export function askKindOf({ kind }: Block): AskKind | null {
	switch (kind) {
		case 'reflect':
		case 'poll':
		case 'check':
		case 'continuum':
		case 'video':
			return kind;
		case 'assessment':
		case 'compare':
		case 'feedback':
		case 'plan':
		case 'questions':
		case 'resources':
		case 'rubric':
			return null;
	}
}

/** Takes away what is before everybody. Who is still writing can finish: the phone keeps it within reach. */
export async function closeAsk(
	viewer: Viewer,
	meetingId: string,
	{ key, ask: askId }: v.InferOutput<typeof askIdInput>
): Promise<void> {
	await onAsk(viewer, meetingId, key, askId, async (held) => {
		await putAway(held);
		return 'close';
	});
}

/** Brings back what was asked before. */
export async function askAgain(
	viewer: Viewer,
	meetingId: string,
	{ key, ask: askId }: v.InferOutput<typeof askIdInput>
): Promise<void> {
	await onAsk(viewer, meetingId, key, askId, async (held) => {
		await putAway(held);
		await bringAskedForward(held);
		await held.client.query('update live_ask set closed_at = null where id = $1', [askId]);
		return 'ask-again';
	});
}

/** Lets the projector and the phones see what came in. It is not taken back: what was seen was seen. */
export async function reveal(
	viewer: Viewer,
	meetingId: string,
	{ key, ask: askId }: v.InferOutput<typeof askIdInput>
): Promise<void> {
	await onAsk(viewer, meetingId, key, askId, async (held, { capture }) => {
		const { client, at } = held;
		if (capture === 'exit') {
			throw new Refused('An exit question was answered for you alone. The debrief shows it.');
		}
		await bringAskedForward(held);
		await client.query(
			'update live_ask set revealed_at = coalesce(revealed_at, $2) where id = $1',
			[askId, at]
		);
		return 'reveal';
	});
}

/** Takes the names off a wall. There is no way to put them on. */
export async function takeNamesOff(
	viewer: Viewer,
	meetingId: string,
	{ key, ask: askId }: v.InferOutput<typeof askIdInput>
): Promise<void> {
	await onAsk(viewer, meetingId, key, askId, async ({ client }) => {
		await client.query('update live_ask set named = false where id = $1', [askId]);
		return 'names-off';
	});
}

export async function setLook(
	viewer: Viewer,
	meetingId: string,
	{ key, ask: askId, look }: v.InferOutput<typeof lookInput>
): Promise<void> {
	await onAsk(viewer, meetingId, key, askId, async (held) => {
		await bringAskedForward(held);
		await held.client.query('update live_ask set look = $2 where id = $1', [askId, look]);
		return 'look';
	});
}

/** Does something with an ask of the meeting; another meeting's is not found. */
async function onAsk(
	viewer: Viewer,
	meetingId: string,
	key: string,
	askId: string,
	work: (held: Held, ask: { capture: string }) => Promise<string>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	const found = await prisma().liveAsk.findFirst({
		where: { id: askId, liveSessionId: meetingId },
		select: { capture: true }
	});
	if (found === null) throw new NotFound();
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const kind = await work(held, found);
		return { kind, parts: ['asked', 'wall', 'parked', 'screen'], data: { ask: askId } };
	});
}
