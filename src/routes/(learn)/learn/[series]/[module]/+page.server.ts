import { readModule } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';
import { alone, together } from './sitting.ts';

export const load: PageServerLoad = async ({ locals, params }) => ({
	module: await readModule(requireViewer(locals), params.series, params.module)
});

export const actions: Actions = { together, alone };
