import { readPlanFile } from '$lib/server/player/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { name, type, body } = await readPlanFile(requireViewer(locals), params, params.format);
	return new Response(body, {
		headers: {
			'Content-Type': type,
			'Content-Disposition': `attachment; filename="${name}"`,
			'Cache-Control': 'private, no-store'
		}
	});
};
