import { readHome } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	home: await readHome(requireViewer(locals))
});
