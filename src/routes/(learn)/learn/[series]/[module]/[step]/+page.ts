import { loadParts } from '$lib/player/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
	...data,
	parts: await loadParts(data.step.blocks.map(({ kind }) => kind))
});
