import { readOwnAttendance, readRecap } from '$lib/server/afterwards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	recap: await readRecap(requireViewer(locals), params.meeting),
	own: await readOwnAttendance(requireViewer(locals), params.meeting)
});
