export {
	saveAnswer,
	answerInput,
	type AnswerInput,
	type Saved,
	type SavedAnswer
} from './answer.ts';
export {
	listCohortAnswers,
	listSharedAnswers,
	type SharedAnswer,
	type SharedPrompt
} from './shared.ts';
export { listJournal, type JournalEntry } from './journal.ts';
export { listRecentReplies, reply, replyInput, type RecentReply } from './reply.ts';
export { choose, choiceInput, type Chosen } from './selection.ts';
export { listPollResults } from './poll.ts';
export { MARKS_COLUMNS, marksOf, type Marks, type MarksRow } from './marks.ts';
export { judge } from './judge.ts';
