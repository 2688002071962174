import { listJournal } from '$lib/server/answers/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	entries: await listJournal(requireViewer(locals))
});
