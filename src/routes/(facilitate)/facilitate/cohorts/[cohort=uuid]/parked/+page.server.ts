import { randomUUID } from 'node:crypto';
import { attempt } from '$lib/server/actions.ts';
import { getCohort } from '$lib/server/cohorts/index.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	answerParkedAfter,
	answerParkedInput,
	letThroughAfter,
	letThroughInput,
	readParkedDesk
} from '$lib/server/live/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const viewer = requireViewer(locals);
	return {
		desk: await readParkedDesk(viewer, params.cohort),
		cohort: await getCohort(viewer, params.cohort),
		key: randomUUID()
	};
};

export const actions: Actions = {
	answerParked: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, answerParkedInput);
			await answerParkedAfter(requireViewer(locals), params.cohort, input);
			return { answered: input.parked };
		}),

	letThrough: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			await letThroughAfter(requireViewer(locals), params.cohort, readForm(form, letThroughInput));
			return { let: true };
		})
};
