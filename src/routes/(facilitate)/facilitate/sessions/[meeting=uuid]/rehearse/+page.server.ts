import { attempt } from '$lib/server/actions.ts';
import { readConsole, startRehearsal } from '$lib/server/live/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { meetingId, moduleTitle, cohortName } = await readConsole(
		requireViewer(locals),
		params.meeting
	);
	return { meetingId, moduleTitle, cohortName };
};

export const actions: Actions = {
	rehearse: ({ request, locals, params }) =>
		attempt(request, async () => {
			const id = await startRehearsal(requireViewer(locals), params.meeting);
			redirect(303, `/facilitate/sessions/${id}/console`);
		})
};
