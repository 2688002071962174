import { randomUUID } from 'node:crypto';
import { attempt } from '$lib/server/actions.ts';
import {
	commitAtRecap,
	commitmentInput,
	findCommitting,
	readOwnAttendance,
	readRecap
} from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	recap: await readRecap(requireViewer(locals), params.meeting),
	own: await readOwnAttendance(requireViewer(locals), params.meeting),
	committing: await findCommitting(requireViewer(locals), params.meeting),
	key: randomUUID()
});

export const actions: Actions = {
	commit: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, commitmentInput);
			await commitAtRecap(requireViewer(locals), params.meeting, input);
			return { kept: true };
		})
};
