import { randomUUID } from 'node:crypto';
import { attempt } from '$lib/server/actions.ts';
import { readOpeningCommitments } from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import * as live from '$lib/server/live/index.ts';
import { requireViewer, type Viewer } from '$lib/server/viewer.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	console: await live.readConsole(requireViewer(locals), params.meeting),
	opening: await readOpeningCommitments(requireViewer(locals), params.meeting),
	/** From which each form without JavaScript has its key: it is sent twice, it happens once. */
	seed: randomUUID()
});

/** An action of the console: read, done, nothing to say. What changed comes by the stream or with the page. */
function doing<Schema extends v.GenericSchema>(
	schema: Schema,
	work: (viewer: Viewer, meetingId: string, input: v.InferOutput<Schema>) => Promise<void>
) {
	return ({ request, locals, params }: RequestEvent<{ meeting: string }>) =>
		attempt(request, async (form) => {
			await work(requireViewer(locals), params.meeting, readForm(form, schema));
			return { done: true };
		});
}

export const actions: Actions = {
	start: doing(live.startInput, live.start),
	planned: doing(live.keyInput, live.backToPlanned),
	go: doing(live.goInput, live.goTo),
	minutes: doing(live.minutesOfManyInput, live.setMinutesOfMany),
	undo: doing(live.undoInput, live.undo),
	end: doing(live.keyInput, live.end),

	invent: doing(live.inventInput, live.invent),
	leave: ({ request, locals, params }) =>
		attempt(request, async () => {
			const { cohortId } = await live.leaveRehearsal(requireViewer(locals), params.meeting);
			redirect(303, `/facilitate/cohorts/${cohortId}/schedule`);
		}),

	ask: doing(live.askInput, live.ask),
	closeAsk: doing(live.askIdInput, live.closeAsk),
	askAgain: doing(live.askIdInput, live.askAgain),
	reveal: doing(live.askIdInput, live.reveal),
	takeNamesOff: doing(live.askIdInput, live.takeNamesOff),
	say: doing(live.sayInput, live.addSaid),
	hands: doing(live.handsInput, live.countHands),
	video: doing(live.videoInput, live.playVideo),

	groups: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const wish = readForm(form, live.proposeInput);
			return { proposal: await live.proposeGroups(requireViewer(locals), params.meeting, wish) };
		}),
	breakout: doing(live.breakoutInput, live.openBreakout),
	moveToGroup: doing(live.moveInput, live.movePerson),
	moreTime: doing(live.moreInput, live.giveMinutes),
	callBack: doing(live.callInput, live.callBack),
	shareNotes: doing(live.breakoutIdInput, live.shareNotes),
	hideNote: doing(live.hideNoteInput, live.hideNote),
	closeBreakout: doing(live.breakoutIdInput, live.closeBreakout),
	groupNote: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, live.noteInput);
			return { note: await live.writeNoteFor(requireViewer(locals), params.meeting, input) };
		}),

	parkFor: doing(live.parkForInput, live.parkFor),
	hideParked: doing(live.hideParkedInput, live.hideParked),
	answerParked: doing(live.answerParkedInput, live.answerParked),
	parkedHands: doing(live.parkedHandsInput, live.countParkedHands),
	lookFirst: doing(live.lookFirstInput, live.lookFirst),
	showParked: doing(live.showParkedInput, live.showParked),
	look: doing(live.lookInput, live.setLook),
	hide: doing(live.hideInput, live.hideEntry),
	highlight: doing(live.highlightInput, live.highlightEntry),
	place: doing(live.placeInput, live.placeEntry),
	addTheme: doing(live.addThemeInput, live.addTheme),
	renameTheme: doing(live.renameThemeInput, live.renameTheme),
	deleteTheme: doing(live.themeInput, live.deleteTheme),

	here: doing(live.hereInput, live.noteHere),
	guestHere: doing(live.guestHereInput, live.noteGuestHere),
	left: doing(live.attendeeInput, live.noteLeft),
	back: doing(live.attendeeInput, live.noteBack),
	where: doing(live.whereInput, live.noteWhere)
};
