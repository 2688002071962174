import { compareVariants } from '$lib/server/guides/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	guides: await compareVariants(requireViewer(locals), params.cohort, params.module, {
		left: url.searchParams.get('left'),
		right: url.searchParams.get('right')
	})
});
