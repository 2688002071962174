import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { closeHelp, messageInput, readHelp, writeOn } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	thread: await readHelp(requireViewer(locals), params.request)
});

export const actions: Actions = {
	writeOn: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			await writeOn(requireViewer(locals), params.request, readForm(form, messageInput));
			redirect(303, `/help/${params.request}`);
		}),

	close: ({ request, locals, params }) =>
		attempt(request, async () => {
			await closeHelp(requireViewer(locals), params.request);
			redirect(303, `/help/${params.request}`);
		})
};
