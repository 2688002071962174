/** How long somebody was at a meeting: for attendance, and for the ledger of hours. */

const MINUTE = 60_000;

/** Who comes within so many minutes is not late. */
const PUNCTUAL = 5;

type Span = { startedAt: Date; endedAt: Date };
type Stay = { arrivedAt: Date; leftAt: Date | null };

/** Whole minutes of their stay that lie within the meeting. Who has not left was there until its end. */
export function minutesAttended(meeting: Span, stay: Stay): number {
	const from = Math.max(meeting.startedAt.getTime(), stay.arrivedAt.getTime());
	const until = Math.min(meeting.endedAt.getTime(), (stay.leftAt ?? meeting.endedAt).getTime());
	return Math.max(0, Math.round((until - from) / MINUTE));
}

/** Whether somebody may say that they were there: for half of it or more. */
export function wasThere(meeting: Span, stay: Stay | null): boolean {
	if (stay === null) return false;
	const whole = minutesAttended(meeting, { arrivedAt: meeting.startedAt, leftAt: null });
	const own = minutesAttended(meeting, stay);
	return own > 0 && own * 2 >= whole;
}

/** Who was noted and was not there after all has a stay without length: what they wrote keeps its place. */
export function isAway({ arrivedAt, leftAt }: Stay): boolean {
	return leftAt !== null && leftAt.getTime() <= arrivedAt.getTime();
}

/** By how many minutes they came late; 0 for who was on time. */
export function minutesLate({ startedAt }: Pick<Span, 'startedAt'>, { arrivedAt }: Stay): number {
	const late = Math.round((arrivedAt.getTime() - startedAt.getTime()) / MINUTE);
	return late > PUNCTUAL ? late : 0;
}
