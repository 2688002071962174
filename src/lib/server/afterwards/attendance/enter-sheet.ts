import * as v from 'valibot';
import { Invalid } from '../../errors.ts';
import { line, readInput, wholeNumber } from '../../forms.ts';
import { actionKey, type Held } from '../../live/index.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { clock } from './stay.ts';
import { readAttendance, type AttendanceLine } from './attendance.ts';
import { addGuest, apply, correcting, type Noting } from './correct.ts';
import type { BegunMeeting } from '../meeting.ts';

/** What stands on the paper sheet, entered in one go: a row for each person, and a few for guests. */

/** How many guests fit on the sheet. */
export const GUEST_ROWS = 6;

const cell = v.pipe(v.string('Enter the sheet row by row.'), v.maxLength(100, 'This is too long.'));

export const sheetInput = v.pipe(
	v.objectWithRest({ key: actionKey, reason: line(300, () => 'why you change it') }, cell),
	v.transform(({ key, reason, ...rows }) => ({ key, reason, rows }))
);

type Rows = v.InferOutput<typeof sheetInput>['rows'];

const hours = { from: v.optional(clock, ''), to: v.optional(clock, '') };

const rowInput = v.object({ base: wholeNumber(0, 2_000_000_000, 'the version'), ...hours });
const guestInput = v.object({ name: line(60, () => 'their name'), ...hours });

/** Only what differs from what stands is a correction. All of it is kept, or nothing. */
export async function enterSheet(
	viewer: Viewer,
	meetingId: string,
	{ key, reason, rows }: v.InferOutput<typeof sheetInput>
): Promise<void> {
	const { people, guests } = await readAttendance(viewer, meetingId);
	const noting: Noting = { reason, noted: 'paper' };
	await correcting(viewer, meetingId, sendingOf({ key, reason, rows }), async (held, meeting) => {
		let changed = 0;
		for (const person of [...people, ...guests]) {
			if (await enterRow(held, viewer, meeting, person, rows, noting)) changed += 1;
		}
		changed += await enterGuests(held, viewer, meeting, rows, noting);
		if (changed === 0) throw new Invalid('Nothing on this sheet differs from what stands here.');
	});
}

async function enterRow(
	held: Held,
	viewer: Viewer,
	meeting: BegunMeeting,
	person: AttendanceLine,
	rows: Rows,
	noting: Noting
): Promise<boolean> {
	const { who, name, stay } = person;
	// Who came into the cohort since the form was opened is not on it.
	if (rows[`base-${who}`] === undefined) return false;
	return inRow(name, `-${who}`, async () => {
		const { base, from, to } = readInput(
			{ base: rows[`base-${who}`], from: rows[`from-${who}`], to: rows[`to-${who}`] },
			rowInput
		);
		const was = rows[`here-${who}`] === 'yes' ? 'there' : 'away';
		const wanted = { who, was, mode: stay?.mode ?? 'room', from, to } as const;
		return apply(held, viewer, meeting, wanted, base, noting);
	});
}

async function enterGuests(
	held: Held,
	viewer: Viewer,
	meeting: BegunMeeting,
	rows: Rows,
	noting: Noting
): Promise<number> {
	let added = 0;
	for (let row = 1; row <= GUEST_ROWS; row += 1) {
		const name = rows[`guest-${row}`]?.trim() ?? '';
		if (name === '') continue;
		await inRow(name, `-guest-${row}`, async () => {
			const guest = readInput(
				{ name, from: rows[`from-guest-${row}`], to: rows[`to-guest-${row}`] },
				guestInput
			);
			await addGuest(held, viewer, meeting, { ...guest, mode: 'room' }, noting);
		});
		added += 1;
	}
	return added;
}

/** What is wrong in a row names it: the form has many. */
async function inRow<T>(name: string, suffix: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof Invalid)) throw thrown;
		const fields = Object.entries(thrown.fields).map(
			([field, message]) => [`${field}${suffix}`, message] as const
		);
		throw new Invalid(`${name}: ${thrown.message}`, Object.fromEntries(fields));
	}
}
