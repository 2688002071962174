import type { Viewer } from '../../viewer.ts';
import { readCorrections, type Correction } from './history.ts';
import { findStay, standingOf, type Standing } from './attendance.ts';
import { getMine } from '../meeting.ts';
import { listMadeUp } from '../missed/list.ts';

/** What stands about the viewer themselves, and what was corrected. */
export type OwnAttendance = Standing & {
	meetingId: string;
	zone: string;
	madeUpAt: Date | null;
	corrections: Correction[];
};

/** Null for who facilitates: their attendance is not kept. */
export async function readOwnAttendance(
	viewer: Viewer,
	meetingId: string
): Promise<OwnAttendance | null> {
	const { meeting, enrolment } = await getMine(viewer, meetingId);
	if (enrolment.role !== 'participant') return null;
	const [noted, madeUp] = await Promise.all([
		findStay(meetingId, enrolment.enrolmentId),
		listMadeUp(meetingId)
	]);
	const corrections = noted === null ? null : await readCorrections(meetingId, noted.attendeeId);
	return {
		...standingOf(meeting, noted),
		meetingId,
		zone: meeting.zone,
		madeUpAt: madeUp.get(enrolment.enrolmentId) ?? null,
		corrections: corrections?.get(noted?.attendeeId ?? '') ?? []
	};
}
