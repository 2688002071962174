import { listTheories } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	theories: await listTheories(requireViewer(locals))
});
