import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	feedbackReplyInput,
	readFeedbackDesk,
	replyToFeedback
} from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	desk: await readFeedbackDesk(requireViewer(locals), url.searchParams.get('about'))
});

export const actions: Actions = {
	answerFeedback: ({ request, locals }) =>
		attempt(request, async (form) => {
			const input = readForm(form, feedbackReplyInput);
			const { subject } = await replyToFeedback(requireViewer(locals), input);
			redirect(
				303,
				`/network/feedback?about=${encodeURIComponent(subject)}#told-${input.feedback}`
			);
		})
};
