import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	answerRequest,
	closeRequest,
	deskMessageInput,
	handUp,
	readDeskThread,
	takeRequest
} from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	desk: await readDeskThread(requireViewer(locals), params.request)
});

const back = (id: string) => redirect(303, `/network/requests/${id}`);

export const actions: Actions = {
	take: ({ request, locals, params }) =>
		attempt(request, async () => {
			await takeRequest(requireViewer(locals), params.request);
			back(params.request);
		}),

	answerRequest: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			await answerRequest(requireViewer(locals), params.request, readForm(form, deskMessageInput));
			back(params.request);
		}),

	handUp: ({ request, locals, params }) =>
		attempt(request, async () => {
			await handUp(requireViewer(locals), params.request);
			back(params.request);
		}),

	close: ({ request, locals, params }) =>
		attempt(request, async () => {
			await closeRequest(requireViewer(locals), params.request);
			back(params.request);
		})
};
