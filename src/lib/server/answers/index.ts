export { answerInput, keepAnswer, saveAnswer } from './answer.ts';
export {
	listCohortAnswers,
	listSharedAnswers,
	type SharedAnswer,
	type SharedPrompt
} from './shared.ts';
export { listJournal, type JournalEntry } from './journal.ts';
export { listRecentReplies, reply, replyInput, type RecentReply } from './reply.ts';
export { choose, choiceInput, keepChoice } from './selection.ts';
export {
	keepPlacement,
	place,
	placementInput,
	readContinuum,
	readContinuumWork,
	type ContinuumView
} from './continuum.ts';
export { listPollResults } from './poll.ts';
export { MARKS_COLUMNS, marksOf, type Marks, type MarksRow } from './marks.ts';
export { judge } from './judge.ts';
export { readOwnWork, type OwnWork } from './own.ts';
export { pageOwner, requirePageOwner } from './page-owner.ts';
export { seal, unseal } from './seal.ts';
export { listPlacements, type PlacementEntry } from './placement-journal.ts';
