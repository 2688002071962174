export { keepRecap, listRecaps, readRecap, readRecapDraft, takeRecapBack } from './recap.ts';
export type { RecapDraft, RecapLink, RecapPage } from './recap.ts';
export { recapInput } from './recap-edits.ts';
export {
	changeCommitment,
	commitmentChangeInput,
	commitmentInput,
	keepCommitment,
	listMyCommitments,
	listMyOpening,
	listNudges,
	type MyCommitment
} from './commitments.ts';
export { readOpeningCommitments, type SharedCommitment } from './commitments-shown.ts';
export { listMadeUp, listMissed, type MissedMeeting } from './list-missed.ts';
export {
	commitAfter,
	finishMissed,
	keepTalk,
	readMissed,
	talkInput,
	type MissedPage
} from './missed.ts';
export {
	debriefInput,
	keepDebrief,
	listEarlierDebriefs,
	readDebrief,
	type DebriefPage,
	type EarlierDebrief
} from './debrief.ts';
export type { MeetingRun } from './run-of-meeting.ts';
export { commitAtRecap, findCommitting } from './commit-at-recap.ts';
export { claimWithCommitments, commitInRoom, roomCommitmentInput } from './commit-in-room.ts';
export { minutesAttended, wasThere } from './attended-minutes.ts';
export { readAfter, type After } from './after.ts';
export { readAttendance, type AttendanceLine } from './attendance.ts';
export type { Correction, NotedStay } from './attendance-history.ts';
export {
	addForgotten,
	correctAttendance,
	correctInput,
	forgottenInput
} from './correct-attendance.ts';
export { enterSheet, GUEST_ROWS, sheetInput } from './enter-sheet.ts';
export { readOwnAttendance, type OwnAttendance } from './own-attendance.ts';
export { readPaper, type Paper } from './paper.ts';
