import { findLiveWork } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What a team made since the page knew: 204 when nothing. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const known = Number(url.searchParams.get('known') ?? -1);
	const { series, module, block } = params;
	const work = await findLiveWork(requireViewer(locals), series, module, block, known);
	return work === null ? new Response(null, { status: 204 }) : json(work);
};
