import { attempt } from '$lib/server/actions.ts';
import { listEarlierDebriefs } from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { readCohortGuide, tick, tickInput } from '$lib/server/guides/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	guide: await readCohortGuide(
		requireViewer(locals),
		params.cohort,
		params.module,
		url.searchParams.get('variant')
	),
	earlier: await listEarlierDebriefs(requireViewer(locals), params.cohort, params.module)
});

export const actions: Actions = {
	tick: ({ request, locals, params, url }) =>
		attempt(request, async (form) => {
			const input = readForm(form, tickInput);
			const variant = url.searchParams.get('variant');
			await tick(requireViewer(locals), params.cohort, params.module, variant, input);
			return { ticked: input.task };
		})
};
