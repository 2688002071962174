import { readKnown, requireDoor, requireToFollow, streamRoom } from '$lib/server/live/index.ts';
import type { RequestHandler } from './$types';

/** What changes in the room, for whoever is in it. */
export const GET: RequestHandler = async (event) => {
	const door = await requireDoor(event);
	const { viewer, language } = event.locals;
	requireToFollow(door, viewer);
	const known = readKnown(event.url, event.request.headers);
	return streamRoom(door.meeting.id, { surface: 'phone', language, known });
};
