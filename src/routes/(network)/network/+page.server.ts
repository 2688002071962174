import { readNetwork } from '$lib/server/dashboards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	network: await readNetwork(requireViewer(locals), url.searchParams.get('series'))
});
