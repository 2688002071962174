import { mdsvex } from 'mdsvex';
import type { PreprocessorGroup } from 'svelte/compiler';
import { frontMatterValue, splitFrontMatter } from './front-matter.ts';
import { readWritten } from './tags.ts';

/** Turns a file below modules/ into a Svelte component; authors import nothing. For svelte.config.js. */
export function content(): PreprocessorGroup[] {
	return [
		{ name: 'throughline-blocks', markup: blocksToMarkers },
		markdown,
		{ name: 'throughline-module', markup: modernModule }
	];
}

const markdown = mdsvex({
	extensions: ['.md'],
	highlight: false,
	// One name, so that no key of an author's front matter can collide with code.
	frontmatter: { type: 'yaml', marker: '-', parse: (yaml) => ({ front: frontMatterValue(yaml) }) }
});

function isContent(filename: string | undefined): boolean {
	return filename !== undefined && /(^|[\\/])modules[\\/].*\.md$/.test(filename);
}

type Markup = Parameters<NonNullable<PreprocessorGroup['markup']>>[0];

/** `<Video …>` becomes `<Marker kind="video" sourceLine={12} …>`, wherever a block begins a line. */
function blocksToMarkers({ content: source, filename }: Markup): { code: string } | undefined {
	if (!isContent(filename)) return undefined;
	const split = splitFrontMatter(source);
	const body = split?.body ?? source;
	const { blocks, wraps } = readWritten(body, split?.bodyLine ?? 1);
	const tags = [...blocks, ...wraps].sort((one, other) => one.offset - other.offset);
	let code = '';
	let from = 0;
	for (const tag of tags) {
		code += `${withBlanks(body.slice(from, tag.offset))}<Marker kind="${tag.kind}" sourceLine={${tag.line}}`;
		from = tag.offset + tag.nameLength;
		code += body.slice(from, tag.endOffset);
		from = tag.endOffset;
		if (tag.closeOffset !== null) {
			code += `${withBlanks(body.slice(from, tag.closeOffset))}</Marker>`;
			from = body.indexOf('>', tag.closeOffset) + 1;
		}
	}
	code += withBlanks(body.slice(from));
	const imports = `<script>\n\timport Marker from '$lib/server/curriculum/blocks/Marker.svelte';\n</script>`;
	return { code: `---\n${split?.yaml ?? ''}\n---\n\n${imports}\n\n${code}` };
}

/** Underscores in a row are a blank to fill in; Markdown would read them as stress. Those in code stay. */
function withBlanks(prose: string): string {
	return prose.replace(/(`+)[^`][\s\S]*?\1|_{4,}/g, (run, isCode?: string) => {
		if (isCode !== undefined) return run;
		const size = run.length <= 8 ? 'short' : run.length <= 24 ? 'medium' : 'long';
		return `<span class="blank" data-size="${size}">${'&#95;'.repeat(4)}</span>`;
	});
}

/** mdsvex still writes Svelte 4's word for a module's script. */
function modernModule({ content: code, filename }: Markup): { code: string } | undefined {
	if (!isContent(filename)) return undefined;
	return { code: code.replace('<script context="module">', '<script module>') };
}
