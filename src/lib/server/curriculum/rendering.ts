import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { collectorContext, type Collected } from './blocks/collector.ts';

export type RenderedPiece =
	{ kind: 'prose'; html: string } | { kind: 'block'; block: Collected; html: string; text: string };

export function renderContent(component: Component, mediaAddress: string): RenderedPiece[] {
	const collected: Collected[] = [];
	const { body } = render(component, { context: collectorContext(collected) });
	const html = withMedia(withoutComments(body), mediaAddress);
	const pieces: RenderedPiece[] = [];
	// Split with two groups: prose, place, inside, prose, place, inside, … prose.
	const cut = html.split(/<block-marker data-place="(\d+)">([\s\S]*?)<\/block-marker>/);
	for (let at = 0; at < cut.length; at += 3) {
		const prose = (cut[at] ?? '').trim();
		if (prose !== '') pieces.push({ kind: 'prose', html: prose });
		const block = collected[Number(cut[at + 1])];
		const inside = (cut[at + 2] ?? '').trim();
		if (block) pieces.push({ kind: 'block', block, html: inside, text: textOf(inside) });
	}
	return pieces;
}

/** Svelte's hydration marks would end an `{@html}` early in the browser. */
function withoutComments(html: string): string {
	return html.replace(/<!--[\s\S]*?-->/g, '');
}

/** Addresses in the module's folder, as they are from anywhere. */
export function withMedia(html: string, mediaAddress: string): string {
	const module = mediaAddress.replace(/media$/, '');
	return html.replace(/\b(src|href)="(media|handouts)\//g, `$1="${module}$2/`);
}

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' '
};

/** HTML of our own rendering as plain text: paragraphs and items on lines of their own. */
export function textOf(html: string): string {
	return html
		.replace(/<\/(p|h\d|blockquote)>/g, '\n\n')
		.replace(/<(br\s*\/?|\/li)>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) => {
			if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
			if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
			return entities[name] ?? whole;
		})
		.replace(/[ \t]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
