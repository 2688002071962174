import { readKnown, requireToFollow, streamRoom } from '$lib/server/live/index.ts';
import type { RequestHandler } from './$types';
import { requireDoor } from '../door.ts';

/** What changes in the room, for whoever is in it. */
export const GET: RequestHandler = async (event) => {
	const { url, request, locals } = event;
	const known = readKnown(url, request.headers);
	const door = await requireDoor(event);
	requireToFollow(door, locals.viewer);
	return streamRoom(door.meeting.id, { surface: 'phone', language: locals.language, known });
};
