import { attempt } from '$lib/server/actions.ts';
import { place as keepPlace, placementInput } from '$lib/server/answers/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Action } from './$types';

export const place = (({ request, locals, params }) =>
	attempt(request, async (form) => {
		const input = readForm(form, placementInput);
		const saved = await keepPlace(requireViewer(locals), params.series, params.module, input);
		return { placed: { blockId: input.blockId, ...saved } };
	})) satisfies Action;
