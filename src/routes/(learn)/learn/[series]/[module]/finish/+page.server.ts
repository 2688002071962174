import { readFinish } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { feedback } from '../feedback.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	finish: await readFinish(requireViewer(locals), params.series, params.module)
});

export const actions: Actions = { feedback };
