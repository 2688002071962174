import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { endSitting, keepSitting, sittingInput } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Action } from './$types';

export const together = (({ request, locals, params }) =>
	attempt(request, async (form) => {
		const input = readForm(form, sittingInput);
		await keepSitting(requireViewer(locals), params.series, params.module, input);
		return { sitting: 'kept' };
	})) satisfies Action;

export const alone = (({ request, locals, params }) =>
	attempt(request, async () => {
		await endSitting(requireViewer(locals), params.series, params.module);
		return { sitting: 'ended' };
	})) satisfies Action;
