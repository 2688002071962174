import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { DomainError } from '$lib/server/errors.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	claim,
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
	writeNote
} from '$lib/server/live/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.depends('live:own');
	const door = await requireDoor(event);
	const { code } = door.meeting;
	if (event.params.code !== code) redirect(303, `/live/${code}`);
	const { viewer, language } = event.locals;
	const isIn = door.attendee !== null;
	return {
		phone: await readPhone(viewer, door, language),
		group: isIn ? await readOwnGroup(viewer, door) : null,
		votes: isIn ? await listVotes(viewer, door) : []
	};
};

export const actions: Actions = {
	enter: (event) =>
		attempt(event.request, async (form) => {
			const { viewer } = event.locals;
			const { meeting } = await requireDoor(event);
			// The sign-in may have ended while the page was open.
			if (viewer === null) redirect(303, `/sign-in?to=/live/${meeting.code}`);
			await enter(viewer, meeting, readForm(form, enterInput).mode);
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
			return { responded: await respond(event.locals.viewer, door, input), ask: input.ask };
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

	claim: (event) =>
		attempt(event.request, async () => {
			const { viewer } = event.locals;
			const door = await requireDoor(event);
			if (viewer === null) throw new DomainError(401, 'Sign in first, then come back here.');
			await claim(viewer, door);
			forgetGuest(event.cookies, door.meeting.code);
			redirect(303, `/live/${door.meeting.code}?kept`);
		})
};
