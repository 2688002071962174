import { readFeed } from '$lib/server/meetings/index.ts';
import type { RequestHandler } from './$types';

/** Calendars ask for it without a cookie: the secret in the address says whose it is. */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const { name, body } = await readFeed(params.secret, getClientAddress());
	return new Response(body, {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': `inline; filename="${name}"`,
			'Cache-Control': 'private, no-store',
			'Referrer-Policy': 'no-referrer',
			'X-Robots-Tag': 'noindex'
		}
	});
};
