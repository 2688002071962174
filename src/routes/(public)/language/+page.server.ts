import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { chooseLanguage, languageChoice } from '$lib/server/identity/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { ownPath } from '$lib/server/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: ({ request, locals, cookies }) =>
		attempt(request, async (form) => {
			const { language, to } = readForm(form, languageChoice);
			const { name, value, attributes } = await chooseLanguage(locals.viewer, language);
			cookies.set(name, value, attributes);
			redirect(303, ownPath(to));
		})
};
