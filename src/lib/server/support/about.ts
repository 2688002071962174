import { findModule, findSeries, findStep } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';

/** The page that a request is about. */
export type About = { href: string; title: string };

const ENTRY = `select title from library_entry where scope = 'library' and id = $1`;

/** What stands at this address, if it is a page of a module, of a series or of the library that the viewer may read. */
export async function findAbout(viewer: Viewer, path: string): Promise<About | null> {
	const [room, first = '', ...rest] = path.split('/').slice(1);
	if (path.length > 300 || rest.length > 2) return null;
	if (room === 'library' && first !== '' && rest.length === 0) return findEntry(first);
	if (room !== 'learn') return null;
	const series = findSeries(first);
	if (series === null || !viewer.enrolments.some(({ seriesId }) => seriesId === series.id)) {
		return null;
	}
	const [moduleSlug, stepSlug] = rest;
	if (moduleSlug === undefined) return { href: `/learn/${first}`, title: series.title };
	const module = findModule(first, moduleSlug);
	if (module === null) return null;
	const href = `/learn/${first}/${moduleSlug}`;
	if (stepSlug === undefined || stepSlug === 'finish') return { href, title: module.title };
	const found = findStep(first, moduleSlug, stepSlug);
	if (found === null) return null;
	return { href: `${href}/${stepSlug}`, title: `${module.title}: ${found.step.title}` };
}

async function findEntry(id: string): Promise<About | null> {
	const [row] = await statement<{ title: string }>('support-entry', ENTRY, [id]);
	return row === undefined ? null : { href: `/library/${id}`, title: row.title };
}

/** The same for who answers: they may not be in the series, but its page in the library is open to all. */
export function openHref(href: string): string | null {
	if (href === '') return null;
	return href.replace(/^\/learn\/([^/]+).*$/, '/library/$1');
}
