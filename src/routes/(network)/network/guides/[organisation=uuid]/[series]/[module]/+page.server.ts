import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	addInput,
	addOwnBlock,
	arrange,
	arrangeInput,
	readAdaptation,
	settleBlock,
	settleInput,
	writeBlock,
	writeInput
} from '$lib/server/guides/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const addressOf = ({ organisation, series, module }: RouteParams, { searchParams }: URL) => ({
	organisation,
	series,
	module,
	variant: searchParams.get('variant')
});

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	guide: await readAdaptation(requireViewer(locals), addressOf(params, url)),
	open: url.searchParams.get('open'),
	view: url.searchParams.get('view')
});

export const actions: Actions = {
	writeBlock: ({ request, locals, params, url }) =>
		attempt(request, async (form) => {
			const input = readForm(form, writeInput);
			await writeBlock(requireViewer(locals), addressOf(params, url), input);
		}),

	addBlock: ({ request, locals, params, url }) =>
		attempt(request, async (form) => {
			const input = readForm(form, addInput);
			await addOwnBlock(requireViewer(locals), addressOf(params, url), input);
		}),

	arrange: ({ request, locals, params, url }) =>
		attempt(request, async (form) => {
			const input = readForm(form, arrangeInput);
			await arrange(requireViewer(locals), addressOf(params, url), input);
		}),

	settle: ({ request, locals, params, url }) =>
		attempt(request, async (form) => {
			const input = readForm(form, settleInput);
			await settleBlock(requireViewer(locals), addressOf(params, url), input);
		})
};
