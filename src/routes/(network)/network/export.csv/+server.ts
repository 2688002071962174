import { exportNetwork } from '$lib/server/dashboards/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const csv = await exportNetwork(requireViewer(locals), url.searchParams.get('series'));
	return new Response(csv, {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': 'attachment; filename="network.csv"'
		}
	});
};
