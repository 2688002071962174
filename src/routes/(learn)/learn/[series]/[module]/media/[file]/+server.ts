import { findMedia } from '$lib/server/curriculum/index.ts';
import { NotFound } from '$lib/server/errors.ts';
import { openPlace } from '$lib/server/progress/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { fileResponse } from '$lib/server/file-response.ts';
import type { RequestHandler } from './$types';

/** A module's media is for whoever may open the module now. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	await openPlace(requireViewer(locals), params.series, params.module);
	const media = findMedia(params.series, params.module, params.file);
	if (media === null) throw new NotFound();
	return fileResponse(request, media);
};

export const HEAD = GET;
