import * as v from 'valibot';
import { Invalid } from '../../errors.ts';
import { clockAt, momentNear } from './times.ts';
import { isAway } from './attended-minutes.ts';
import type { BegunMeeting } from '../meeting.ts';

/** A stay as somebody writes it: two times of day. Nothing written is from the beginning, and to the end. */

export type Written = { from: string; to: string };

type Stay = { arrivedAt: Date; leftAt: Date | null };

/** A time of day, or nothing. */
export const clock = v.pipe(
	v.string('Enter a time, or leave it empty.'),
	v.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'Enter a time, or leave it empty.')
);

/**
 * @param span the meeting as long as it was, until now while it runs.
 * @param before how it stood: a time that is written as it stood keeps its seconds.
 * @throws Invalid where the times make no stay in this meeting.
 */
export function stayFrom(
	{ zone, endedAt }: Pick<BegunMeeting, 'zone' | 'endedAt'>,
	span: { startedAt: Date; endedAt: Date },
	{ from, to }: Written,
	before: Stay | null
): Stay {
	const stood = before === null || isAway(before) ? null : before;
	const read = (clock: string, was: Date | null | undefined) =>
		was && clockAt(zone, was) === clock ? was : momentNear(zone, clock, span);
	const arrivedAt = (from === '' ? null : read(from, stood?.arrivedAt)) ?? span.startedAt;
	// Who is still there while it runs has not left.
	const leftAt = to === '' ? endedAt : read(to, stood?.leftAt);
	const until = leftAt ?? span.endedAt;
	if (arrivedAt >= span.endedAt) {
		throw faultIn('from', endedAt === null ? 'This time is still ahead.' : 'It was over by then.');
	}
	if (until <= span.startedAt) throw faultIn('to', 'It had not begun then.');
	if (until <= arrivedAt)
		throw faultIn('to', 'They cannot have left before they came. Check both times.');
	if (endedAt === null && until > span.endedAt) throw faultIn('to', 'This time is still ahead.');
	return { arrivedAt, leftAt };
}

function faultIn(field: keyof Written, message: string): Invalid {
	return new Invalid(message, { [field]: message });
}
