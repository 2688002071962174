import { readBlockWork } from '$lib/server/dashboards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	work: await readBlockWork(requireViewer(locals), params.cohort, params.block)
});
