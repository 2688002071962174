import { readSchedule } from '$lib/server/meetings/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	schedule: await readSchedule(requireViewer(locals), params.cohort)
});
