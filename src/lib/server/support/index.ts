export {
	feedbackInput,
	readEntryFeedback,
	readModuleFeedback,
	sendEntryFeedback,
	sendModuleFeedback
} from './feedback.ts';
export {
	countFeedback,
	feedbackReplyInput,
	readFeedbackDesk,
	replyToFeedback,
	type FeedbackVersion,
	type ToldWords
} from './feedback-desk.ts';
export { askForHelp, helpInput, readNewHelp } from './ask.ts';
export { closeHelp, listHelp, messageInput, readHelp, writeOn, type HelpThread } from './thread.ts';
export {
	answerRequest,
	closeRequest,
	countRequests,
	deskMessageInput,
	handUp,
	readDesk,
	readDeskThread,
	takeRequest
} from './desk.ts';
export { listHeard, type Heard } from './heard.ts';
export {
	keepTheory,
	listTheories,
	listTheoriesToWrite,
	theoryInput,
	type TheoryRow,
	type TheoryToWrite
} from './theory.ts';
