import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	cancelInput,
	cancelMeeting,
	changeInput,
	changeMeeting,
	keepRoles,
	readMeeting,
	rolesInput
} from '$lib/server/meetings/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	meeting: await readMeeting(requireViewer(locals), params.meeting)
});

export const actions: Actions = {
	change: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, changeInput);
			const isNews = await changeMeeting(requireViewer(locals), params.meeting, input);
			return { done: isNews ? ('told' as const) : ('changed' as const) };
		}),

	cancel: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, cancelInput);
			await cancelMeeting(requireViewer(locals), params.meeting, input);
			return { done: 'cancelled' as const };
		}),

	roles: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			await keepRoles(requireViewer(locals), params.meeting, readForm(form, rolesInput));
			return { done: 'roles' as const };
		})
};
