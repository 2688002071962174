import { readCohortAnswers } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	shared: await readCohortAnswers(requireViewer(locals), params.series, params.module, params.step)
});
