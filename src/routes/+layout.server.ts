import { config } from '$lib/server/config.ts';
import { facilitates, leads } from '$lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { viewer } }) => ({
	demo: config().demo,
	viewer: viewer && {
		personId: viewer.personId,
		name: viewer.name,
		takesPart: viewer.enrolments.length > 0,
		facilitates: facilitates(viewer),
		leads: leads(viewer)
	}
});
