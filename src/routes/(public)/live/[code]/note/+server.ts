import { json } from '@sveltejs/kit';
import { readOwnGroup, requireDoor } from '$lib/server/live/index.ts';
import type { RequestHandler } from './$types';

/** The group that somebody is in, with its note: for whoever is in it alone. */
export const GET: RequestHandler = async (event) => {
	const door = await requireDoor(event);
	const group = await readOwnGroup(event.locals.viewer, door);
	return json({ group }, { headers: { 'cache-control': 'private, no-store' } });
};
