import { momentIn, writtenIn } from '../../cohorts/index.ts';

/** Times of day as they are written on an attendance sheet, and the moments that are meant by them. */

type Span = { startedAt: Date; endedAt: Date };

const DAY = 24 * 60 * 60 * 1000;

/** What the clock on the wall shows at a moment: `15:05`. */
export function clockAt(zone: string, moment: Date): string {
	return partOf(zone, moment, 1);
}

/**
 * The moment at which the clock shows this, as near to the meeting as can be: nobody writes the day beside it, and
 * a meeting may go on past midnight.
 */
export function momentNear(zone: string, clock: string, meeting: Span): Date | null {
	const days = [-1, 0, 1].map((days) => {
		const moment = new Date(meeting.startedAt.getTime() + days * DAY);
		return partOf(zone, moment, 0);
	});
	const moments = days.flatMap((day) => momentIn(zone, `${day}T${clock}`) ?? []);
	const [nearest] = moments.sort((one, other) => awayFrom(meeting, one) - awayFrom(meeting, other));
	return nearest ?? null;
}

/** The day, or the time of the day. */
function partOf(zone: string, moment: Date, part: 0 | 1): string {
	return writtenIn(zone, moment).split('T')[part] ?? '';
}

function awayFrom({ startedAt, endedAt }: Span, moment: Date): number {
	return Math.max(0, startedAt.getTime() - moment.getTime(), moment.getTime() - endedAt.getTime());
}
