import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { feedbackInput, sendModuleFeedback } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Action } from './$types';

/** Told on a step, about its module. */
export const feedback = (({ request, locals, params }) =>
	attempt(request, async (form) => {
		const input = readForm(form, feedbackInput);
		await sendModuleFeedback(requireViewer(locals), params.series, params.module, input);
		return { told: true };
	})) satisfies Action;
