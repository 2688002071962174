import * as v from 'valibot';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { wholeNumber } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { actionKey, change, requireRunning, type Held } from './change.ts';
import { getFacilitated } from './meeting.ts';
import { putAway } from './put-away.ts';

/** Going from block to block, changing what is still to come, and the end. */

export const keyInput = v.object({ key: actionKey });

const blockId = v.pipe(v.string('Choose a block.'), v.maxLength(200));

/** `from` is where the page thinks the room is: two who press at once go on by one. */
export const goInput = v.object({
	key: actionKey,
	block: blockId,
	from: v.optional(v.pipe(v.string(), v.maxLength(200)), '')
});

/** 0 minutes leaves the block out. */
export const minutesInput = v.object({
	key: actionKey,
	block: blockId,
	minutes: wholeNumber(0, 600, 'the minutes')
});

const MOST_AT_ONCE = 40;

/** Several blocks in one tap, each as `block=minutes`. */
const minutesOf = v.pipe(
	v.string('Please reload the page.'),
	v.regex(/^[\w-]{1,200}=\d{1,3}$/, 'Please reload the page.'),
	v.transform((text) => {
		const at = text.indexOf('=');
		return { block: text.slice(0, at), minutes: Number(text.slice(at + 1)) };
	})
);

export const minutesOfManyInput = v.object({
	key: actionKey,
	change: v.pipe(
		v.union([v.array(v.string()), v.string()], 'Please reload the page.'),
		v.transform((texts) => [texts].flat()),
		v.maxLength(MOST_AT_ONCE, 'Please reload the page.'),
		v.array(minutesOf),
		v.check(
			(changes) => new Set(changes.map(({ block }) => block)).size === changes.length,
			'Please reload the page.'
		)
	)
});

export type ChangedMinutes = { block: string; from: number; to: number };

type BlockRow = {
	blockId: string;
	min: number;
	max: number;
	minutes: number;
	priority: string;
	spentSeconds: number;
	enteredAt: Date | null;
};

/** Brings the room to a block. What was asked in the block before is no longer in front of everybody. */
export async function goTo(
	viewer: Viewer,
	meetingId: string,
	{ key, block, from }: v.InferOutput<typeof goInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const blocks = await readBlocks(held);
		const target = blocks.find((each) => each.blockId === block);
		const current = blocks.find(({ enteredAt }) => enteredAt !== null);
		if (target === undefined) throw new NotFound();
		if (target === current) return null;
		if (from !== '' && from !== (current?.blockId ?? '')) {
			throw new Conflict('Somebody else has moved the session on.');
		}
		await leaveBlock(held);
		await held.client.query(
			`update live_block set entered_at = $3, minutes = case when minutes = 0 then planned else minutes end
			where live_session_id = $1 and block_id = $2`,
			[meetingId, block, held.at]
		);
		await putAway(held);
		const data = { block, from: current?.blockId ?? null };
		return { kind: 'go', parts: ['run', 'asked', 'wall', 'screen'], data };
	});
}

/** Gives a block other minutes, takes up one that was left out, or leaves one out. */
export async function setMinutes(
	viewer: Viewer,
	meetingId: string,
	{ key, block, minutes }: v.InferOutput<typeof minutesInput>
): Promise<void> {
	await setMinutesOfMany(viewer, meetingId, { key, change: [{ block, minutes }] });
}

/** The same for several blocks in one step, which is taken back in one step too. */
export async function setMinutesOfMany(
	viewer: Viewer,
	meetingId: string,
	{ key, change: asked }: v.InferOutput<typeof minutesOfManyInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const blocks = await readBlocks(held);
		const changes: ChangedMinutes[] = [];
		for (const { block, minutes } of asked) {
			const found = blocks.find((each) => each.blockId === block);
			if (found === undefined) throw new NotFound();
			requireMinutes(found, minutes);
			if (found.minutes === minutes) continue;
			changes.push({ block, from: found.minutes, to: minutes });
		}
		if (changes.length === 0) return null;
		for (const { block, to } of changes) await writeMinutes(held, block, to);
		return { kind: 'minutes', parts: ['run'], data: { changes } };
	});
}

export async function writeMinutes(
	{ client, meetingId }: Held,
	block: string,
	minutes: number
): Promise<void> {
	await client.query(
		'update live_block set minutes = $3 where live_session_id = $1 and block_id = $2',
		[meetingId, block, minutes]
	);
}

function requireMinutes({ max, priority, enteredAt }: BlockRow, minutes: number): void {
	if (minutes === 0 && priority === 'must') {
		throw new Invalid('This block is needed, so it cannot be left out. Make it shorter instead.');
	}
	if (minutes === 0 && enteredAt !== null) throw new Invalid('The room is in this block now.');
	// People are free to take longer than the guide thought, but not to lose a minute to a slip of the finger.
	if (minutes > Math.max(max, 120)) throw new Invalid('That is longer than the block can be.');
}

/** Ends the meeting: the clock stops, and everybody who is still here was here until now. */
export async function end(
	viewer: Viewer,
	meetingId: string,
	{ key }: v.InferOutput<typeof keyInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		const { client, at, endedAt } = held;
		if (endedAt !== null) return null;
		requireRunning(held);
		await leaveBlock(held);
		await client.query('update live_session set ended_at = $2 where id = $1', [meetingId, at]);
		await putAway(held);
		await client.query(
			'update live_breakout set closed_at = $2 where live_session_id = $1 and closed_at is null',
			[meetingId, at]
		);
		await client.query(
			'update live_attendee set left_at = $2 where live_session_id = $1 and left_at is null',
			[meetingId, at]
		);
		return { kind: 'end', parts: ['run', 'asked', 'wall', 'people', 'breakout', 'screen'] };
	});
}

async function leaveBlock({ client, meetingId, at }: Held): Promise<void> {
	await client.query(
		`update live_block set entered_at = null,
			spent_seconds = spent_seconds + extract(epoch from $2::timestamptz - entered_at)::int
		where live_session_id = $1 and entered_at is not null`,
		[meetingId, at]
	);
}

export async function readBlocks({ client, meetingId }: Held): Promise<BlockRow[]> {
	const { rows } = await client.query<BlockRow>(
		`select block_id as "blockId", min, max, minutes, priority, spent_seconds as "spentSeconds",
			entered_at as "enteredAt"
		from live_block where live_session_id = $1 order by position`,
		[meetingId]
	);
	return rows;
}
