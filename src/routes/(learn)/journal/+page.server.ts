import { readJournal } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	journal: await readJournal(requireViewer(locals))
});
