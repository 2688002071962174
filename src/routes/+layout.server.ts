import { config } from '$lib/server/config.ts';
import { facilitates, leads } from '$lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { viewer, reading } }) => ({
	reading,
	demo: config().demo,
	viewer: viewer && {
		name: viewer.name,
		/** Their places in cohorts: what they wrote on this device is kept by them. */
		places: viewer.enrolments.map(({ enrolmentId }) => enrolmentId),
		facilitates: facilitates(viewer),
		leads: leads(viewer)
	}
});
