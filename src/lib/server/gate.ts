import { facilitates, leads, type Viewer } from './viewer.ts';

export type Refusal = 'sign-in' | 'not-found';

/** Who may enter each group of routes at all. What they find inside is for the domains to decide. */
const GROUPS: Record<string, (viewer: Viewer) => boolean> = {
	'(learn)': () => true,
	'(facilitate)': facilitates,
	'(network)': leads
};

/**
 * Why the viewer may not enter a route, or null. Default-deny: a route outside the known groups is
 * nobody's. To the wrong role a group does not exist.
 * @param routeId Kit's id of the route, null where no route matches.
 */
export function refusal(routeId: string | null, viewer: Viewer | null): Refusal | null {
	const group = routeId?.split('/')[1] ?? null;
	if (group === null || group === '(public)') return null;
	const admits = GROUPS[group];
	if (admits === undefined) return 'not-found';
	if (viewer === null) return 'sign-in';
	return admits(viewer) ? null : 'not-found';
}
