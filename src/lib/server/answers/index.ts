export { answerInput, saveAnswer } from './answer.ts';
export {
	listCohortAnswers,
	listSharedAnswers,
	type SharedAnswer,
	type SharedPrompt
} from './shared.ts';
export { listJournal } from './journal.ts';
export { listRecentReplies, reply, replyInput, type RecentReply } from './reply.ts';
export { choose, choiceInput } from './selection.ts';
export { listPollResults } from './poll.ts';
export { MARKS_COLUMNS, marksOf, type Marks, type MarksRow } from './marks.ts';
export { judge } from './judge.ts';
