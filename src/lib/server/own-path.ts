/** Where to go after signing in: a path of this site, never another one; else the viewer's home. */
export function ownPath(to: string | null): string {
	const base = 'http://here.invalid';
	if (to === null || !to.startsWith('/') || !URL.canParse(to, base)) return '/learn';
	const url = new URL(to, base);
	return url.origin === base ? url.pathname + url.search + url.hash : '/learn';
}
