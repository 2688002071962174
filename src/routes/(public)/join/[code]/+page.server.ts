import { redirect } from '@sveltejs/kit';
import { attempt } from '$lib/server/actions.ts';
import { findJoinable, join, joinAsNewPerson, joining } from '$lib/server/cohorts/index.ts';
import { readForm } from '$lib/server/forms.ts';
import { registration } from '$lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, getClientAddress }) => {
	const cohort = await findJoinable(params.code, getClientAddress());
	const isMember = locals.viewer?.enrolments.some(({ cohortId }) => cohortId === cohort?.cohortId);
	if (isMember) redirect(303, '/learn');
	const isSecond = locals.viewer?.enrolments.some(
		({ seriesId, role }) => seriesId === cohort?.seriesId && role === 'participant'
	);
	return { typed: params.code, cohort, isSecond: isSecond ?? false };
};

export const actions: Actions = {
	join: ({ request, locals, params, getClientAddress }) =>
		attempt(request, async (form) => {
			const { viewer } = locals;
			// The sign-in may have ended while the page was open.
			if (viewer === null) redirect(303, `/sign-in?to=/join/${encodeURIComponent(params.code)}`);
			await join(viewer, params.code, readForm(form, joining), getClientAddress());
			redirect(303, '/learn');
		}),

	register: ({ request, params, cookies, getClientAddress }) =>
		attempt(request, async (form) => {
			const { name, value, attributes } = await joinAsNewPerson(
				params.code,
				readForm(form, registration),
				readForm(form, joining),
				getClientAddress()
			);
			cookies.set(name, value, attributes);
			redirect(303, '/learn');
		})
};
