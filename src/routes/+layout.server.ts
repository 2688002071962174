import { config } from '$lib/server/config.ts';
import { facilitates, leads } from '$lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { viewer } }) => ({
	demo: config().demo,
	viewer: viewer && {
		name: viewer.name,
		facilitates: facilitates(viewer),
		leads: leads(viewer)
	}
});
