import { followRoom, readKnown } from '$lib/server/live/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { RequestHandler } from './$types';

/** What the console and the projector follow. */
export const GET: RequestHandler = ({ locals, params, url, request }) =>
	followRoom(requireViewer(locals), params.meeting, {
		surface: url.searchParams.get('surface') === 'projector' ? 'projector' : 'console',
		known: readKnown(url, request.headers)
	});
