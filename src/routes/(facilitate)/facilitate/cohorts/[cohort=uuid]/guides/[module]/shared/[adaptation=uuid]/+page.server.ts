import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readSharedGuide, takeOverGuide } from '$lib/server/guides/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const addressOf = ({ cohort, module }: RouteParams, { searchParams }: URL) => ({
	cohort,
	module,
	variant: searchParams.get('variant')
});

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	guide: await readSharedGuide(requireViewer(locals), addressOf(params, url), params.adaptation)
});

export const actions: Actions = {
	takeOver: ({ request, locals, params, url }) =>
		attempt(request, async () => {
			const address = addressOf(params, url);
			await takeOverGuide(requireViewer(locals), address, params.adaptation);
			const variant = address.variant === null ? '' : `?variant=${address.variant}`;
			redirect(303, `/facilitate/cohorts/${params.cohort}/guides/${params.module}/adapt${variant}`);
		})
};
