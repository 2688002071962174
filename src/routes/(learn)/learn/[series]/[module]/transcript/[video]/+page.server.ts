import { readTranscript } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	transcript: await readTranscript(
		requireViewer(locals),
		params.series,
		params.module,
		params.video
	)
});
