import { readPaper } from '$lib/server/afterwards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	paper: await readPaper(requireViewer(locals), params.meeting),
	isSlips: url.searchParams.has('slips')
});
