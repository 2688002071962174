import { readMeetingCalendar } from '$lib/server/meetings/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { name, body } = await readMeetingCalendar(requireViewer(locals), params.meeting);
	return new Response(body, {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': `attachment; filename="${name}"`,
			'Cache-Control': 'private, no-store'
		}
	});
};
