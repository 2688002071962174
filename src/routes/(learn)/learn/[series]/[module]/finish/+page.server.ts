import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { readFinish } from '$lib/server/player/index.ts';
import { feedbackInput, sendModuleFeedback } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	finish: await readFinish(requireViewer(locals), params.series, params.module)
});

export const actions: Actions = {
	feedback: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, feedbackInput);
			await sendModuleFeedback(requireViewer(locals), params.series, params.module, input);
			return { told: true };
		})
};
