import * as v from 'valibot';
import { LANGUAGES } from '$lib/languages.ts';
import { readProjector } from '$lib/server/dashboards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

/** What the address says of how this screen looks; anything else is as if nothing were said. */
const choices = v.object({
	look: v.fallback(v.picklist(['light', 'dark', '']), ''),
	captions: v.fallback(v.picklist([...LANGUAGES, '']), ''),
	names: v.fallback(v.picklist(['yes', 'no']), 'no')
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const viewer = requireViewer(locals);
	const { look, captions, names } = v.parse(choices, Object.fromEntries(url.searchParams));
	return {
		projector: await readProjector(viewer, params.meeting),
		look,
		captions: captions === '' ? viewer.language : captions,
		hasNames: names === 'yes'
	};
};
