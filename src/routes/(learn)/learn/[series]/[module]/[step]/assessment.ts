import { attempt } from '$lib/server/actions.ts';
import { changeAssessment, readSheetForm } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { fail } from '@sveltejs/kit';
import type { Action } from './$types';

export const assess = (({ request, locals, params }) =>
	attempt(request, async (form) => {
		const input = readSheetForm(form);
		const changed = await changeAssessment(
			requireViewer(locals),
			params.series,
			params.module,
			input
		);
		const sheet = { blockId: input.blockId, ...changed };
		return changed.met.length > 0 ? fail(409, { sheet }) : { sheet };
	})) satisfies Action;
