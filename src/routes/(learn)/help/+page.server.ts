import { listHelp } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	requests: await listHelp(requireViewer(locals))
});
