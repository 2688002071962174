import { attempt } from '$lib/server/actions.ts';
import { readCalendarPage, renewFeed, revokeFeed } from '$lib/server/meetings/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	calendar: await readCalendarPage(requireViewer(locals))
});

export const actions: Actions = {
	renew: ({ request, locals }) =>
		attempt(request, async () => {
			await renewFeed(requireViewer(locals));
			return { done: 'renewed' as const };
		}),

	revoke: ({ request, locals }) =>
		attempt(request, async () => {
			await revokeFeed(requireViewer(locals));
			return { done: 'revoked' as const };
		})
};
