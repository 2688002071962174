import { prisma } from '../../db/index.ts';
import { guideOf } from '../../guides/index.ts';
import type { EndedMeeting } from '../meeting.ts';

/** A meeting as it ran, against how it was planned. */

const MINUTE = 60_000;

export type RunBlock = {
	id: string;
	title: string;
	planned: number;
	/** Null when it was left out. */
	actual: number | null;
};

export type MeetingRun = {
	/** Minutes after (above 0) or before (below) the time it was planned for. */
	beganLate: number;
	endedLate: number;
	minutes: number;
	planned: number;
	blocks: RunBlock[];
};

export async function readRunOf(meeting: EndedMeeting): Promise<MeetingRun> {
	const [rows, { agenda }] = await Promise.all([
		prisma().liveBlock.findMany({
			where: { liveSessionId: meeting.id },
			orderBy: { position: 'asc' },
			select: { blockId: true, title: true, planned: true, spentSeconds: true }
		}),
		guideOf(meeting)
	]);
	const { startsAt, startedAt, endedAt, minutes } = meeting;
	const plannedEnd = startsAt.getTime() + minutes * MINUTE;
	return {
		beganLate: inMinutes(startedAt.getTime() - startsAt.getTime()),
		endedLate: inMinutes(endedAt.getTime() - plannedEnd),
		minutes: inMinutes(endedAt.getTime() - startedAt.getTime()),
		planned: minutes,
		blocks: rows.map(({ blockId, title, planned, spentSeconds }) => ({
			id: blockId,
			title: agenda.find(({ id }) => id === blockId)?.title ?? title,
			planned,
			actual: minutesSpent(spentSeconds)
		}))
	};
}

/** Whole minutes; null for a block that the room only passed by. */
export function minutesSpent(seconds: number): number | null {
	const minutes = Math.round(seconds / 60);
	return minutes === 0 ? null : minutes;
}

function inMinutes(milliseconds: number): number {
	return Math.round(milliseconds / MINUTE);
}
