import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import {
	changeCommitment,
	claimWithCommitments,
	commitInRoom,
	commitmentChangeInput,
	listMyOpening,
	readAfter,
	roomCommitmentInput
} from '$lib/server/afterwards/index.ts';
import { DomainError } from '$lib/server/errors.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	enter,
	enterAsGuest,
	enterInput,
	forgetGuest,
	guestInput,
	keepGuest,
	listVotes,
	noteInput,
	park,
	parkInput,
	readOwnGroup,
	readPhone,
	requireDoor,
	respond,
	respondInput,
	vote,
	voteInput,
	writeNote,
	type Responded
} from '$lib/server/live/index.ts';
import type { Viewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.depends('live:own');
	const door = await requireDoor(event);
	const { code } = door.meeting;
	if (event.params.code !== code) redirect(303, `/live/${code}`);
	const { viewer, language } = event.locals;
	const isIn = door.attendee !== null;
	const isOwn = viewer !== null && door.attendee?.enrolmentId === door.enrolment?.enrolmentId;
	return {
		phone: await readPhone(viewer, door, language),
		group: isIn ? await readOwnGroup(viewer, door) : null,
		votes: isIn ? await listVotes(viewer, door) : [],
		/** What I took on before, as long as I have not said what came of it. */
		opening:
			isIn && isOwn
				? await listMyOpening(viewer, door.meeting)
				: { commitments: [], earlier: null },
		after: await readAfter(viewer, door.meeting)
	};
};

export const actions: Actions = {
	enter: (event) =>
		attempt(event.request, async (form) => {
			const { viewer } = event.locals;
			const { meeting } = await requireDoor(event);
			// The sign-in may have ended while the page was open.
			if (viewer === null) redirect(303, `/sign-in?to=/live/${meeting.code}`);
			await enter(viewer, meeting, readForm(form, enterInput));
			redirect(303, `/live/${meeting.code}`);
		}),

	enterAsGuest: (event) =>
		attempt(event.request, async (form) => {
			const { meeting } = await requireDoor(event);
			const input = readForm(form, guestInput);
			const secret = await enterAsGuest(meeting, input, event.getClientAddress());
			keepGuest(event.cookies, meeting.code, secret);
			redirect(303, `/live/${meeting.code}`);
		}),

	respond: (event) =>
		attempt(event.request, async (form) => {
			const door = await requireDoor(event);
			const input = readForm(form, respondInput);
			return told(await respond(event.locals.viewer, door, input));
		}),

	commit: (event) =>
		attempt(event.request, async (form) => {
			const door = await requireDoor(event);
			const input = readForm(form, roomCommitmentInput);
			return told(await commitInRoom(event.locals.viewer, door, input));
		}),

	changeCommitment: (event) =>
		attempt(event.request, async (form) => {
			const viewer = requireSignedIn(event.locals);
			const input = readForm(form, commitmentChangeInput);
			await changeCommitment(viewer, input);
			return { told: 'It is kept in your journal.' };
		}),

	note: (event) =>
		attempt(event.request, async (form) => {
			const door = await requireDoor(event);
			return { note: await writeNote(event.locals.viewer, door, readForm(form, noteInput)) };
		}),

	park: (event) =>
		attempt(event.request, async (form) => {
			const door = await requireDoor(event);
			await park(event.locals.viewer, door, readForm(form, parkInput));
			return { parked: true };
		}),

	vote: (event) =>
		attempt(event.request, async (form) => {
			const door = await requireDoor(event);
			await vote(event.locals.viewer, door, readForm(form, voteInput));
			return { voted: true };
		}),

	/** This device goes to somebody else: it forgets the guest who came in on it. */
	forget: (event) =>
		attempt(event.request, async () => {
			const { meeting } = await requireDoor(event);
			forgetGuest(event.cookies, meeting.code);
			redirect(303, `/live/${meeting.code}`);
		}),

	claim: (event) =>
		attempt(event.request, async () => {
			const door = await requireDoor(event);
			await claimWithCommitments(requireSignedIn(event.locals), door);
			forgetGuest(event.cookies, door.meeting.code);
			redirect(303, `/live/${door.meeting.code}?kept`);
		})
};

/** A page that is sent whole finds what was asked gone from its top, and is told where the answer went. */
function told({ isLate, ...responded }: Responded) {
	return {
		responded,
		...(isLate && { told: 'That question has been put away. Your answer is kept.' })
	};
}

/** The room is open to guests, so the hooks let a stranger through. */
function requireSignedIn({ viewer }: App.Locals): Viewer {
	if (viewer === null) throw new DomainError(401, 'Sign in first, then come back here.');
	return viewer;
}
