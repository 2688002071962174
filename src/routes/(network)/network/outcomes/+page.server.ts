import { readOutcomes } from '$lib/server/dashboards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	page: await readOutcomes(requireViewer(locals))
});
