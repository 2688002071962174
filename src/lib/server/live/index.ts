export {
	ask,
	askAgain,
	askIdInput,
	askInput,
	closeAsk,
	lookInput,
	reveal,
	setLook,
	takeNamesOff
} from './asking/ask.ts';
export {
	attendeeInput,
	guestHereInput,
	hereInput,
	noteBack,
	noteGuestHere,
	noteHere,
	noteLeft,
	noteWhere,
	whereInput
} from './entering/attend.ts';
export {
	breakoutIdInput,
	callBack,
	callInput,
	closeBreakout,
	giveMinutes,
	hideNote,
	hideNoteInput,
	moreInput,
	moveInput,
	movePerson,
	shareNotes
} from './breakouts/breakout.ts';
export { actionKey, change, type Held } from './change.ts';
export { claim, type Claim } from './entering/claim.ts';
export { readConsole, type AskOffer, type Console, type Notes } from './console.ts';
export { forgetGuest, keepGuest, requireDoor } from './entering/door.ts';
export {
	enter,
	enterAsGuest,
	enterInput,
	findDoor,
	guestInput,
	requireToFollow,
	type Door
} from './entering/enter.ts';
export { readPhone, type Phone } from './phone.ts';
export { openResponse, respond, responsePlace, type Responded } from './asking/respond.ts';
export { answerBase, respondInput } from './asking/response.ts';
export { notePlace } from './breakouts/read-breakout.ts';
export { listParkedForAll } from './parking/read-parked.ts';
export { countedIn } from './asking/counted.ts';
export { countsOf, shownAnswers, spreadOf, type Given } from './asking/results.ts';
export { noteInput, readOwnGroup, writeNote, writeNoteFor } from './breakouts/group-note.ts';
export { optionsOf, type Options } from './asking/options.ts';
export { questionHtml } from './asking/question.ts';
export { countHands, handsInput } from './asking/hands.ts';
export { proposeGroups, proposeInput } from './breakouts/groups.ts';
export { readKnown } from './known.ts';
export { readParkedDesk, type ParkedLine } from './parking/list-parked.ts';
export { getFacilitated, type Meeting } from './meeting.ts';
export {
	addTheme,
	addThemeInput,
	deleteTheme,
	hideEntry,
	hideInput,
	highlightEntry,
	highlightInput,
	placeEntry,
	placeInput,
	renameTheme,
	renameThemeInput,
	themeInput
} from './wall/moderate.ts';
export { breakoutInput, openBreakout } from './breakouts/open-breakout.ts';
export {
	answerParked,
	answerParkedAfter,
	answerParkedInput,
	hideParked,
	hideParkedInput,
	letThroughAfter,
	letThroughInput,
	park,
	parkFor,
	parkForInput,
	parkInput
} from './parking/park.ts';
export { lookFirst, lookFirstInput } from './parking/look-first.ts';
export { countParkedHands, parkedHandsInput } from './parking/parked-hands.ts';
export { showParked, showParkedInput } from './parking/on-screen.ts';
export { invent, inventInput, leaveRehearsal, startRehearsal } from './rehearse.ts';
export { readRoom } from './room.ts';
export { getRoomMedia } from './video/room-media.ts';
export {
	end,
	goInput,
	goTo,
	keyInput,
	minutesOfManyInput,
	setMinutes,
	setMinutesOfMany
} from './run.ts';
export { listSaid, type SaidEntry } from './said.ts';
export { addSaid, sayInput } from './asking/say.ts';
export { backToPlanned, start, startInput } from './start.ts';
export { followRoom, streamRoom } from './stream.ts';
export { undo, undoInput } from './undo.ts';
export { playVideo, videoInput } from './video/video.ts';
export { listInRooms, type InRoom } from './wall/on-walls.ts';
export { listVotes, vote, voteInput } from './wall/vote.ts';
