export { keepRecap, listRecaps, readRecap, readRecapDraft, takeRecapBack } from './recap/recap.ts';
export type { RecapDraft, RecapLink, RecapPage } from './recap/recap.ts';
export { recapInput } from './recap/edits.ts';
export {
	changeCommitment,
	commitmentChangeInput,
	commitmentInput,
	keepCommitment,
	listMyCommitments,
	listMyOpening,
	listNudges,
	type MyCommitment
} from './commitments/commitments.ts';
export type { Opening } from './commitments/opening.ts';
export { readOpeningCommitments, type SharedCommitment } from './commitments/shown.ts';
export { listMadeUp, listMissed, type MissedMeeting } from './missed/list.ts';
export {
	commitAfter,
	finishMissed,
	keepTalk,
	readMissed,
	talkInput,
	type MissedPage
} from './missed/missed.ts';
export {
	debriefInput,
	keepDebrief,
	listEarlierDebriefs,
	readDebrief,
	type DebriefPage,
	type EarlierDebrief
} from './debrief/debrief.ts';
export type { MeetingRun } from './debrief/run-of-meeting.ts';
export { commitAtRecap, findCommitting } from './commitments/at-recap.ts';
export { claimWithCommitments, commitInRoom, roomCommitmentInput } from './commitments/in-room.ts';
export { minutesAttended, wasThere } from './attendance/attended-minutes.ts';
export { readAfter, type After } from './after.ts';
export { readAttendance, type AttendanceLine } from './attendance/attendance.ts';
export type { Correction, NotedStay } from './attendance/history.ts';
export {
	addForgotten,
	correctAttendance,
	correctInput,
	forgottenInput
} from './attendance/correct.ts';
export { enterSheet, GUEST_ROWS, sheetInput } from './attendance/enter-sheet.ts';
export { readOwnAttendance, type OwnAttendance } from './attendance/own.ts';
export { readPaper, type Paper } from './attendance/paper.ts';
