import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { readSeries } from '$lib/server/player/index.ts';
import { droppedPlaceInput, dropPlace } from '$lib/server/progress/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	series: await readSeries(requireViewer(locals), params.series, url.searchParams.get('find') ?? '')
});

export const actions: Actions = {
	dropPlace: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			await dropPlace(requireViewer(locals), params.series, readForm(form, droppedPlaceInput));
			return { dropped: true };
		})
};
