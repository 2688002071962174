import { attempt } from '$lib/server/actions.ts';
import { readPlan } from '$lib/server/player/index.ts';
import { changePlan, readSheetForm } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	plan: await readPlan(requireViewer(locals), params)
});

export const actions: Actions = {
	write: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = { ...readSheetForm(form), blockId: params.block };
			const changed = await changePlan(requireViewer(locals), params.series, params.module, input);
			const sheet = { blockId: input.blockId, ...changed };
			return changed.met.length > 0 ? fail(409, { sheet }) : { sheet };
		})
};
