import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { noticeInput, readNews } from '$lib/server/meetings/index.ts';
import { readHome } from '$lib/server/player/index.ts';
import { answerSitting, attendanceInput } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	home: await readHome(requireViewer(locals))
});

export const actions: Actions = {
	attended: ({ request, locals }) =>
		attempt(request, async (form) => {
			await answerSitting(requireViewer(locals), readForm(form, attendanceInput));
			return { answered: true };
		}),

	seen: ({ request, locals }) =>
		attempt(request, async (form) => {
			await readNews(requireViewer(locals), readForm(form, noticeInput));
			return { seen: true };
		})
};
