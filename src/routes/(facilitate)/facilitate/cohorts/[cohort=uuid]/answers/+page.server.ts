import { attempt } from '$lib/server/actions.ts';
import { reply, replyInput } from '$lib/server/answers/index.ts';
import { readSharedAnswers } from '$lib/server/dashboards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	shared: await readSharedAnswers(requireViewer(locals), params.cohort)
});

export const actions: Actions = {
	reply: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, replyInput);
			await reply(requireViewer(locals), params.cohort, input);
			return { replied: input.answerId };
		})
};
