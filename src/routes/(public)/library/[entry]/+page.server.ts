import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { startInput } from '$lib/server/cohorts/index.ts';
import { DomainError } from '$lib/server/errors.ts';
import { readForm } from '$lib/server/forms.ts';
import { readEntry, startSeries } from '$lib/server/library/index.ts';
import { feedbackInput, readEntryFeedback, sendEntryFeedback } from '$lib/server/support/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const entry = await readEntry(locals.viewer, params.entry, locals.language);
	if (locals.viewer === null) setHeaders({ 'Cache-Control': 'public, max-age=60' });
	return { entry, feedback: await readEntryFeedback(locals.viewer, params.entry) };
};

export const actions: Actions = {
	start: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const { viewer } = locals;
			// The sign-in may have ended while the page was open.
			if (viewer === null) {
				redirect(303, `/sign-in?to=${encodeURIComponent(`/library/${params.entry}`)}`);
			}
			await startSeries(viewer, params.entry, readForm(form, startInput));
			redirect(303, `/learn/${params.entry}`);
		}),

	feedback: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, feedbackInput);
			if (locals.viewer === null) {
				throw new DomainError(
					401,
					'Sign in first. Your words are still here: then send them again.'
				);
			}
			await sendEntryFeedback(locals.viewer, params.entry, input);
			return { told: true };
		})
};
