import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import {
	keepRecap,
	readRecapDraft,
	recapInput,
	takeRecapBack
} from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	recap: await readRecapDraft(requireViewer(locals), params.meeting),
	isKept: url.searchParams.has('kept'),
	isSent: url.searchParams.has('sent')
});

export const actions: Actions = {
	keepRecap: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, recapInput);
			await keepRecap(requireViewer(locals), params.meeting, input, false);
			redirect(303, `/facilitate/sessions/${params.meeting}/recap?kept`);
		}),

	sendRecap: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, recapInput);
			await keepRecap(requireViewer(locals), params.meeting, input, true);
			redirect(303, `/facilitate/sessions/${params.meeting}/recap?sent`);
		}),

	takeRecapBack: ({ request, locals, params }) =>
		attempt(request, async () => {
			await takeRecapBack(requireViewer(locals), params.meeting);
			redirect(303, `/facilitate/sessions/${params.meeting}/recap`);
		})
};
