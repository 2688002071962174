import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	chosenPractice,
	keepPractice,
	offerPractice,
	practiceInput,
	readSharePage,
	withdrawPractice
} from '$lib/server/library/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	share: await readSharePage(requireViewer(locals), url.searchParams.get('practice')),
	offered: url.searchParams.has('offered')
});

export const actions: Actions = {
	keep: ({ request, locals }) =>
		attempt(request, async (form) => {
			const kept = await keepPractice(requireViewer(locals), readForm(form, practiceInput));
			// A page in the background goes on writing; a form that was sent shows what was kept.
			if (form.has('silently')) return kept;
			redirect(303, `/library/share?practice=${kept.practice}`);
		}),

	offer: ({ request, locals }) =>
		attempt(request, async (form) => {
			await offerPractice(requireViewer(locals), readForm(form, practiceInput));
			redirect(303, '/library/share?offered');
		}),

	withdraw: ({ request, locals }) =>
		attempt(request, async (form) => {
			const { practice } = readForm(form, chosenPractice);
			await withdrawPractice(requireViewer(locals), { practice });
			redirect(303, `/library/share?practice=${practice}`);
		})
};
