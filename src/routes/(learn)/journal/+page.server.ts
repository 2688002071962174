import { randomUUID } from 'node:crypto';
import { attempt } from '$lib/server/actions.ts';
import {
	changeCommitment,
	commitmentChangeInput,
	commitmentInput,
	keepCommitment
} from '$lib/server/afterwards/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { readJournal } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	journal: await readJournal(requireViewer(locals)),
	key: randomUUID()
});

export const actions: Actions = {
	keepCommitment: ({ request, locals }) =>
		attempt(request, async (form) => {
			await keepCommitment(requireViewer(locals), readForm(form, commitmentInput));
			return { kept: true };
		}),

	changeCommitment: ({ request, locals }) =>
		attempt(request, async (form) => {
			await changeCommitment(requireViewer(locals), readForm(form, commitmentChangeInput));
			return { kept: true };
		})
};
