import { randomUUID } from 'node:crypto';
import { attempt } from '$lib/server/actions.ts';
import {
	commitAfter,
	commitmentInput,
	finishMissed,
	keepTalk,
	readMissed,
	readOwnAttendance,
	talkInput
} from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	missed: await readMissed(requireViewer(locals), params.meeting),
	own: await readOwnAttendance(requireViewer(locals), params.meeting),
	key: randomUUID()
});

export const actions: Actions = {
	talk: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			await keepTalk(requireViewer(locals), params.meeting, readForm(form, talkInput));
			return { kept: 'talk' as const };
		}),

	commit: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, commitmentInput);
			await commitAfter(requireViewer(locals), params.meeting, input);
			return { kept: 'commit' as const };
		}),

	finishMissed: ({ request, locals, params }) =>
		attempt(request, async () => {
			await finishMissed(requireViewer(locals), params.meeting);
			return { kept: 'all' as const };
		})
};
