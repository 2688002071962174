import { renderMarkdown, type Passage } from './passage.ts';
import { withMedia } from './rendering.ts';
import type { Module } from './types.ts';

/** Markdown that a facilitator wrote into a module's guide: as safe as an author's, and not kept for ever. */
export function ownPassage(
	markdown: string,
	{ seriesSlug, slug }: Pick<Module, 'seriesSlug' | 'slug'>
): Passage {
	const html = withMedia(renderMarkdown(markdown), `/learn/${seriesSlug}/${slug}/media`);
	return { markdown, html };
}
