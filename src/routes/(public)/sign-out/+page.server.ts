import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { signOut, signOutEverywhere } from '$lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: ({ request, locals, cookies }) =>
		attempt(request, async (form) => {
			const everywhere = form.get('everywhere') === 'yes' && locals.viewer !== null;
			const { name, value, attributes } =
				everywhere && locals.viewer
					? await signOutEverywhere(locals.viewer)
					: await signOut(request.headers.get('cookie'));
			cookies.set(name, value, attributes);
			redirect(303, '/');
		})
};
