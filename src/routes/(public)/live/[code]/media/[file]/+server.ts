import { fileResponse } from '$lib/server/file-response.ts';
import { getRoomMedia, requireDoor } from '$lib/server/live/index.ts';
import type { RequestHandler } from './$types';

/** The video that the room watches now, for whoever is in it: a guest has no account to ask with. */
export const GET: RequestHandler = async (event) => {
	const door = await requireDoor(event);
	const media = await getRoomMedia(door, event.locals.viewer, event.params.file);
	return fileResponse(event.request, media);
};

export const HEAD = GET;
