import { listGuidesToAdapt } from '$lib/server/guides/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	organisations: await listGuidesToAdapt(requireViewer(locals))
});
