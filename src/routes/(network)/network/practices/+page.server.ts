import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { readReviews, reviewInput, reviewPractice } from '$lib/server/library/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	reviews: await readReviews(requireViewer(locals))
});

export const actions: Actions = {
	decide: ({ request, locals }) =>
		attempt(request, async (form) => {
			await reviewPractice(requireViewer(locals), readForm(form, reviewInput));
			redirect(303, '/network/practices');
		})
};
