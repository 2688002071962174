/** How long somebody was at a meeting: for attendance, and for the ledger of hours. */

const MINUTE = 60_000;

/** Whole minutes of their stay that lie within the meeting. Who has not left was there until its end. */
export function minutesAttended(
	meeting: { startedAt: Date; endedAt: Date },
	stay: { arrivedAt: Date; leftAt: Date | null }
): number {
	const from = Math.max(meeting.startedAt.getTime(), stay.arrivedAt.getTime());
	const until = Math.min(meeting.endedAt.getTime(), (stay.leftAt ?? meeting.endedAt).getTime());
	return Math.max(0, Math.round((until - from) / MINUTE));
}

/** Whether somebody may say that they were there: for half of it or more. */
export function wasThere(
	meeting: { startedAt: Date; endedAt: Date },
	stay: { arrivedAt: Date; leftAt: Date | null } | null
): boolean {
	if (stay === null) return false;
	const whole = minutesAttended(meeting, { arrivedAt: meeting.startedAt, leftAt: null });
	const own = minutesAttended(meeting, stay);
	return own > 0 && own * 2 >= whole;
}
