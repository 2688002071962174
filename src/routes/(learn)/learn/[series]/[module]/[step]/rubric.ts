import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { observationInput, observe, openVisit, visitInput } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { RequestEvent } from './$types';

/** A team opens a visit. */
export const visit = ({ request, locals, params }: RequestEvent) =>
	attempt(request, async (form) => {
		const input = readForm(form, visitInput);
		const opened = await openVisit(requireViewer(locals), params.series, params.module, input);
		return { visit: opened.id };
	});

/** An observer rates, and says when they are finished. */
export const observation = ({ request, locals, params }: RequestEvent) =>
	attempt(request, async (form) => {
		const input = readForm(form, observationInput);
		return {
			observed: await observe(requireViewer(locals), params.series, params.module, input)
		};
	});
