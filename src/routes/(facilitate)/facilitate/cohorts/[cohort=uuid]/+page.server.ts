import { attempt } from '$lib/server/actions.ts';
import { dateModule, moduleDateInput, moduleInput, openModule } from '$lib/server/cohorts/index.ts';
import { gridSort, readCohort } from '$lib/server/dashboards/index.ts';
import { readForm, readInput } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	cohort: await readCohort(
		requireViewer(locals),
		params.cohort,
		readInput(url.searchParams.get('sort'), gridSort)
	)
});

export const actions: Actions = {
	open: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const { module } = readForm(form, moduleInput);
			await openModule(requireViewer(locals), params.cohort, module);
			return { opened: module };
		}),

	date: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, moduleDateInput);
			await dateModule(requireViewer(locals), params.cohort, input);
			return { dated: input.module };
		})
};
