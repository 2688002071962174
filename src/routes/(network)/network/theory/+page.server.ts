import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { keepTheory, listTheoriesToWrite, theoryInput } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	theories: await listTheoriesToWrite(requireViewer(locals)),
	isKept: url.searchParams.has('kept')
});

export const actions: Actions = {
	keepTheory: ({ request, locals }) =>
		attempt(request, async (form) => {
			await keepTheory(requireViewer(locals), readForm(form, theoryInput));
			redirect(303, '/network/theory?kept');
		})
};
