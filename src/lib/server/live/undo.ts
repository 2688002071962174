import * as v from 'valibot';
import { Conflict } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { actionKey, change, requireRunning, type Held } from './change.ts';
import { getFacilitated } from './meeting.ts';
import { readBlocks, writeMinutes, type ChangedMinutes } from './run.ts';

/** `undoes` is the step that the page said it takes back: two who press at once take back one. */
export const undoInput = v.object({
	key: actionKey,
	undoes: v.pipe(
		v.string('Please reload the page.'),
		v.regex(/^[1-9]\d{0,8}$/, 'Please reload the page.'),
		v.transform(Number)
	)
});

/** Takes back a change of minutes, if it is the last that nobody has taken back. */
export async function undo(
	viewer: Viewer,
	meetingId: string,
	{ key, undoes }: v.InferOutput<typeof undoInput>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		const last = await readUndoable(held.client, meetingId);
		if (last?.number !== undoes) throw await tooLate(held, undoes);
		const blocks = await readBlocks(held);
		const current = blocks.find(({ enteredAt }) => enteredAt !== null)?.blockId;
		for (const { block, from } of last.changes) {
			// It was taken up, and the room has gone into it since: it is not taken from under them.
			if (from > 0 || block !== current) await writeMinutes(held, block, from);
		}
		return { kind: 'undo', parts: ['run'], data: { undoes } };
	});
}

async function tooLate({ client, meetingId }: Held, undoes: number): Promise<Conflict> {
	const { rowCount } = await client.query(
		`select from live_event where live_session_id = $1 and kind = 'undo'
			and (data ->> 'undoes')::int = $2`,
		[meetingId, undoes]
	);
	return new Conflict(
		(rowCount ?? 0) > 0
			? 'This was taken back already.'
			: 'Something else was changed since. Look before you undo.'
	);
}

type Undoable = { number: number; changes: ChangedMinutes[] };

/** The last change of minutes since it began that nobody has taken back. */
export async function readUndoable(
	client: Pick<Held['client'], 'query'>,
	meetingId: string
): Promise<Undoable | null> {
	const { rows } = await client.query<Undoable>(
		`select number, data -> 'changes' as changes from live_event changed
		where live_session_id = $1 and kind = 'minutes' and not exists (
			select from live_event undone where undone.live_session_id = $1 and undone.kind = 'undo'
				and (undone.data ->> 'undoes')::int = changed.number
		) and number > (
			select coalesce(max(number), 0) from live_event begun
			where begun.live_session_id = $1 and begun.kind = 'start'
		)
		order by number desc limit 1`,
		[meetingId]
	);
	return rows[0] ?? null;
}
