import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import {
	addForgotten,
	correctAttendance,
	correctInput,
	enterSheet,
	forgottenInput,
	GUEST_ROWS,
	readAttendance,
	sheetInput
} from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	attendance: await readAttendance(requireViewer(locals), params.meeting),
	isKept: url.searchParams.has('kept'),
	guestRows: GUEST_ROWS,
	key: randomUUID()
});

export const actions: Actions = {
	correct: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, correctInput);
			await correctAttendance(requireViewer(locals), params.meeting, input);
			redirect(303, `/facilitate/sessions/${params.meeting}/attendance?kept`);
		}),

	enterSheet: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, sheetInput);
			await enterSheet(requireViewer(locals), params.meeting, input);
			redirect(303, `/facilitate/sessions/${params.meeting}/attendance?kept`);
		}),

	addForgotten: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, forgottenInput);
			await addForgotten(requireViewer(locals), params.meeting, input);
			redirect(303, `/facilitate/sessions/${params.meeting}/attendance?kept`);
		})
};
