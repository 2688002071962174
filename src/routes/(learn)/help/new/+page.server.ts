import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { askForHelp, helpInput, readNewHelp } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	ask: await readNewHelp(requireViewer(locals), url.searchParams.get('about') ?? '')
});

export const actions: Actions = {
	ask: ({ request, locals }) =>
		attempt(request, async (form) => {
			const id = await askForHelp(requireViewer(locals), readForm(form, helpInput));
			redirect(303, `/help/${id}`);
		})
};
