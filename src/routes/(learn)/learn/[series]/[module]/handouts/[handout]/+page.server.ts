import { readHandout } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	handout: await readHandout(requireViewer(locals), params.series, params.module, params.handout)
});
