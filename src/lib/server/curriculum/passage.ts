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

export function passage(markdown: string): Passage {
	return { markdown, html: String(renderer.processSync(markdown)) };
}
