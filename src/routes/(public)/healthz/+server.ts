import { json } from '@sveltejs/kit';
import { isDatabaseUp } from '$lib/server/db/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const isUp = await isDatabaseUp();
	return json({ status: isUp ? 'ok' : 'no database' }, { status: isUp ? 200 : 503 });
};
