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
	const { blocks } = readWritten(body, split?.bodyLine ?? 1);
	let code = '';
	let from = 0;
	for (const block of blocks) {
		code += `${body.slice(from, block.offset)}<Marker kind="${block.kind}" sourceLine={${block.line}}`;
		from = block.offset + block.nameLength;
		if (block.closeOffset !== null) {
			code += `${body.slice(from, block.closeOffset)}</Marker>`;
			from = body.indexOf('>', block.closeOffset) + 1;
		}
	}
	code += body.slice(from);
	const imports = `<script>\n\timport Marker from '$lib/server/curriculum/blocks/Marker.svelte';\n</script>`;
	return { code: `---\n${split?.yaml ?? ''}\n---\n\n${imports}\n\n${code}` };
}

/** mdsvex still writes Svelte 4's word for a module's script. */
function modernModule({ content: code, filename }: Markup): { code: string } | undefined {
	if (!isContent(filename)) return undefined;
	return { code: code.replace('<script context="module">', '<script module>') };
}
