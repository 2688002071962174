import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { noteInput, saveNote } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { fail } from '@sveltejs/kit';
import type { RequestEvent } from './$types';

/** Words that are kept while they are being written. */
export const note = ({ request, locals, params }: RequestEvent) =>
	attempt(request, async (form) => {
		const input = readForm(form, noteInput);
		const saved = await saveNote(requireViewer(locals), params.series, params.module, input);
		return saved.status === 'conflict' ? fail(409, { note: saved }) : { note: saved };
	});
