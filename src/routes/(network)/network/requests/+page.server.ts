import { readDesk } from '$lib/server/support/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	desk: await readDesk(requireViewer(locals), url.searchParams.get('status'))
});
