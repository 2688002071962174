import { momentIn } from '../cohorts/index.ts';
import { laterOnClock, minutesBetween } from './dates.ts';

/** Where meetings of a set go when one of them is moved and takes the others along. */

/** One of a set: when it is, and what clocks show where the set has it. */
export type InSet = { id: string; startsAt: Date; zone: string; setTime: string };

export type Moved = InSet & {
	/** It was moved alone before, and does not go with the others. */
	isApart: boolean;
};

/** A time as clocks of a zone show it, `2026-12-10T16:00`. */
export type ClockTime = { written: string; zone: string };

/**
 * The meeting in front of the facilitator goes where they say, and the others by the same days and the same
 * time of the clock: from Wednesday 15:30 to Thursday 16:00 each is a day and half an hour later, also where
 * clocks change in between.
 *
 * A meeting that was moved alone before stays where it was put. Somebody chose that day for a reason of its own,
 * and a day later it would be on one that nobody chose. If it is itself the one in front of the facilitator, it
 * goes where they say and is with the others again: these go by the way from where the set had it.
 *
 * Only what is said to be different is: with the same day, time and zone as before nothing moves, and a meeting
 * keeps its own zone unless a new one is chosen.
 * @returns null where a time is none.
 */
export function moveSet(
	meetings: readonly InSet[],
	front: InSet,
	from: ClockTime,
	to: ClockTime
): Moved[] | null {
	const isSame = from.written === to.written && from.zone === to.zone;
	if (isSame) return meetings.map((meeting) => ({ ...meeting, isApart: false }));
	const way = minutesBetween(front.setTime, to.written);
	const moved: Moved[] = [];
	for (const meeting of meetings) {
		const isFront = meeting.id === front.id;
		const setTime = laterOnClock(meeting.setTime, way);
		if (!isFront && isApart(meeting)) {
			moved.push({ ...meeting, setTime, isApart: true });
			continue;
		}
		const zone = isFront || from.zone !== to.zone ? to.zone : meeting.zone;
		const startsAt = momentIn(zone, setTime);
		if (startsAt === null) return null;
		moved.push({ id: meeting.id, startsAt, zone, setTime, isApart: false });
	}
	return moved;
}

/** Whether it is at another time than its set has it. A time that a clock leaves out is the one after it. */
function isApart({ startsAt, zone, setTime }: InSet): boolean {
	return momentIn(zone, setTime)?.getTime() !== startsAt.getTime();
}

/** A meeting as it would be, on the line of time. */
export type Span = { id: string; startsAt: Date; minutes: number };

/** Those of the others that are at the same time for a while. */
export function clashing<Other extends Span>(span: Span, others: readonly Other[]): Other[] {
	return others.filter(
		(other) =>
			other.id !== span.id &&
			other.startsAt.getTime() < endOf(span) &&
			span.startsAt.getTime() < endOf(other)
	);
}

function endOf({ startsAt, minutes }: Span): number {
	return startsAt.getTime() + minutes * 60_000;
}
