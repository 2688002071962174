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
} from './ask.ts';
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
} from './attend.ts';
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
} from './breakout.ts';
export { actionKey, change, type Held } from './change.ts';
export { claim, type Claim } from './claim.ts';
export { readConsole, type AskOffer, type Console, type Notes } from './console.ts';
export { forgetGuest, keepGuest, requireDoor } from './door.ts';
export {
	enter,
	enterAsGuest,
	enterInput,
	findDoor,
	guestInput,
	requireToFollow,
	type Door
} from './enter.ts';
export { readPhone, type Phone } from './phone.ts';
export { openResponse, respond, respondInput, responsePlace, type Responded } from './respond.ts';
export { notePlace } from './read-breakout.ts';
export { parkedPlace } from './read-parked.ts';
export { countsOf, shownAnswers, spreadOf, type Given } from './results.ts';
export { noteInput, readOwnGroup, writeNote, writeNoteFor } from './group-note.ts';
export { countHands, handsInput } from './hands.ts';
export { proposeGroups, proposeInput } from './groups.ts';
export { readKnown } from './known.ts';
export { readParkedDesk, type ParkedLine } from './list-parked.ts';
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
} from './moderate.ts';
export { breakoutInput, openBreakout } from './open-breakout.ts';
export {
	answerParked,
	answerParkedAfter,
	answerParkedInput,
	hideParked,
	hideParkedInput,
	park,
	parkFor,
	parkForInput,
	parkInput
} from './park.ts';
export { invent, inventInput, leaveRehearsal, startRehearsal } from './rehearse.ts';
export { readRoom } from './room.ts';
export { getRoomMedia } from './room-media.ts';
export {
	end,
	goInput,
	goTo,
	keyInput,
	minutesOfManyInput,
	setMinutes,
	setMinutesOfMany,
	start,
	undo
} from './run.ts';
export { addSaid, sayInput } from './say.ts';
export { followRoom, streamRoom } from './stream.ts';
export { playVideo, videoInput } from './video.ts';
export { listVotes, vote, voteInput } from './vote.ts';
