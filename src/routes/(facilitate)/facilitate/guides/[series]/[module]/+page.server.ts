import { readGuide } from '$lib/server/guides/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	guide: readGuide(
		requireViewer(locals),
		params.series,
		params.module,
		url.searchParams.get('variant')
	)
});
