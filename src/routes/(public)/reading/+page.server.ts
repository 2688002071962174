import { error, redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { chooseReading, readingChoice } from '$lib/server/identity/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { ownPath } from '$lib/server/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const fault = await attempt(request, async (form) => {
			const { to, ...reading } = readForm(form, readingChoice);
			const { name, value, attributes } = await chooseReading(locals.viewer, reading);
			cookies.set(name, value, attributes);
			redirect(303, ownPath(to));
		});
		// There is no page here to say it on: its load would send on as if all were well.
		error(fault.status, fault.data.message);
	}
};
