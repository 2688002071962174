import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function colors(scheme: 'light' | 'dark'): Map<string, string> {
	const pairs = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
	return new Map(
		[...pairs].map(([, name = '', light = '', dark = '']) => [
			name,
			scheme === 'light' ? light : dark
		])
	);
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dim + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunk'];
const rules: { least: number; what: string; text: string[]; on: string[] }[] = [
	{ least: 7, what: 'reading text', text: ['ink', 'ink-soft'], on: papers },
	{
		least: 7,
		what: 'text on a tint',
		text: ['ink'],
		on: ['line-soft', 'attention-soft', 'harm-soft']
	},
	{
		least: 7,
		what: 'links and the line',
		text: ['line', 'line-strong'],
		on: ['paper', 'paper-raised']
	},
	{ least: 4.5, what: 'words in color', text: ['line', 'attention', 'harm'], on: papers },
	{
		least: 4.5,
		what: 'soft and line words on the tint',
		text: ['line', 'ink-soft'],
		on: ['line-soft']
	},
	{
		least: 4.5,
		what: 'attention on its tint',
		text: ['attention', 'ink-soft'],
		on: ['attention-soft']
	},
	{ least: 4.5, what: 'harm on its tint', text: ['harm', 'ink-soft'], on: ['harm-soft'] },
	{ least: 4.5, what: 'words on a filled control', text: ['on-line'], on: ['line', 'line-strong'] },
	{ least: 4.5, what: 'words on a filled harm', text: ['on-harm'], on: ['harm'] },
	{ least: 3, what: 'edges of controls', text: ['edge'], on: papers }
];

describe.each(['light', 'dark'] as const)('the colors in %s', (scheme) => {
	const color = colors(scheme);
	it.each(rules)('keep $least:1 for $what', ({ least, text, on }) => {
		for (const front of text) {
			for (const back of on) {
				const found = contrast(color.get(front) ?? '', color.get(back) ?? '');
				expect(found, `${front} on ${back}`).toBeGreaterThanOrEqual(least);
			}
		}
	});
});
