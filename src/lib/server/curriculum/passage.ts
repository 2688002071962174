import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** A piece of a guide: as it was written, and as HTML that is safe to show. */
export interface Passage {
	markdown: string;
	html: string;
}

const renderer = unified()
	.use(remarkParse)
	.use(remarkRehype)
	.use(rehypeSanitize)
	.use(rehypeStringify)
	.freeze();

/** Variants of a guide share most of their words: each passage is rendered once. */
const rendered = new Map<string, Passage>();

export function passage(markdown: string): Passage {
	const known = rendered.get(markdown);
	if (known) return known;
	const fresh = { markdown, html: renderMarkdown(markdown) };
	rendered.set(markdown, fresh);
	return fresh;
}

export function renderMarkdown(markdown: string): string {
	return String(renderer.processSync(markdown));
}
