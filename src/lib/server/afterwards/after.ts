import { guideOf } from '../guides/index.ts';
import type { Viewer } from '../viewer.ts';
import { findMine } from './meeting.ts';
import { tasksOf, type MissedTask } from './missed/tasks.ts';
import { readOwnAttendance, type OwnAttendance } from './attendance/own.ts';
import { isSent } from './recap/recap.ts';

/** Where somebody of the cohort goes on once a meeting is over. */
export type After = {
	/** Null until its facilitators have sent it. */
	recapHref: string | null;
	/** Of who takes part. */
	own: OwnAttendance | null;
	/** What the meeting asked, for who wrote on paper: each is answered in its step, into the journal. */
	prompts: Pick<MissedTask, 'blockId' | 'title' | 'href'>[];
};

/** Null before the end, and for anybody outside the cohort. */
export async function readAfter(
	viewer: Viewer | null,
	{ id: meetingId, endedAt }: { id: string; endedAt: Date | null }
): Promise<After | null> {
	if (viewer === null || endedAt === null) return null;
	const mine = await findMine(viewer, meetingId);
	if (mine === null) return null;
	const [isOut, own, { agenda }] = await Promise.all([
		isSent(meetingId),
		readOwnAttendance(viewer, meetingId),
		guideOf(mine.meeting)
	]);
	return {
		recapHref: isOut ? `/learn/recaps/${meetingId}` : null,
		own,
		prompts:
			own === null ? [] : tasksOf(agenda, () => false, []).filter(({ kind }) => kind === 'prompt')
	};
}
