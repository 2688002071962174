import { readPlanHistory } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	history: await readPlanHistory(requireViewer(locals), params, url.searchParams.get('row'))
});
