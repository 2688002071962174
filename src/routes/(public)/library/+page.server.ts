import { readFilters } from '$lib/library.ts';
import { searchLibrary } from '$lib/server/library/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	// The same for everybody who is not signed in: a minute old is new enough.
	if (locals.viewer === null) setHeaders({ 'Cache-Control': 'public, max-age=60' });
	return { shelf: await searchLibrary(readFilters(url.searchParams), locals.language) };
};
