import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { debriefInput, keepDebrief, readDebrief } from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	debrief: await readDebrief(requireViewer(locals), params.meeting),
	isKept: url.searchParams.has('kept')
});

export const actions: Actions = {
	keepDebrief: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, debriefInput);
			const revision = await keepDebrief(requireViewer(locals), params.meeting, input);
			// A page in the background goes on writing; a form that was sent shows that it was kept.
			if (form.has('silently')) return { revision };
			redirect(303, `/facilitate/sessions/${params.meeting}/debrief?kept`);
		})
};
