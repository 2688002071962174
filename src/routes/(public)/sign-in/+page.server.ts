import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { readForm, uuid } from '$lib/server/forms.ts';
import { credentials, demoPeople, enterAs, signIn } from '$lib/server/identity/index.ts';
import { ownPath } from '$lib/server/own-path.ts';
import * as v from 'valibot';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const to = ownPath(url.searchParams.get('to'));
	if (locals.viewer !== null) redirect(303, to);
	return { to, cast: await demoPeople() };
};

export const actions: Actions = {
	signIn: ({ request, url, cookies, getClientAddress }) =>
		attempt(request, async (form) => {
			const { name, value, attributes } = await signIn(
				readForm(form, credentials),
				getClientAddress()
			);
			cookies.set(name, value, attributes);
			redirect(303, ownPath(url.searchParams.get('to')));
		}),

	enterAs: ({ request, url, cookies }) =>
		attempt(request, async (form) => {
			const { person } = readForm(form, v.object({ person: uuid }));
			const { name, value, attributes } = await enterAs(person);
			cookies.set(name, value, attributes);
			redirect(303, ownPath(url.searchParams.get('to')));
		})
};
