import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { planInput, planMeetings, previewPlan, readPlanPage } from '$lib/server/meetings/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	plan: await readPlanPage(requireViewer(locals), params.cohort)
});

export const actions: Actions = {
	preview: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, planInput);
			const preview = await previewPlan(requireViewer(locals), params.cohort, input);
			// As they were read: what is shown is what will be planned.
			return {
				preview,
				values: { ...input, minutes: `${input.minutes ?? ''}`, count: `${input.count}` }
			};
		}),

	plan: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, planInput);
			const planned = await planMeetings(requireViewer(locals), params.cohort, input);
			redirect(303, `/facilitate/cohorts/${params.cohort}/schedule?planned=${planned}`);
		})
};
