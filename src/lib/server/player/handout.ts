import { findHandout, type Handout } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { openPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

export type HandoutPage = Handout & {
	/** The module it belongs to. */
	module: { title: string; href: string };
};

/** A page to print, for whoever may open its module. @throws NotFound, Locked */
export async function readHandout(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	handoutSlug: string
): Promise<HandoutPage> {
	const { series, module } = await openPlace(viewer, seriesSlug, moduleSlug);
	const handout = findHandout(module, handoutSlug);
	if (handout === null) throw new NotFound();
	const href = `/learn/${series.slug}/${module.slug}`;
	return { ...handout, module: { title: module.title, href } };
}
