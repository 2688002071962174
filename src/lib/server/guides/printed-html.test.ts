import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getModule, getSeries } from '../curriculum/index.ts';
import { printedHtml, type Printed } from './printed-html.ts';

const wordsOf = (piece: Printed): string =>
	piece.kind === 'table'
		? [piece.head, ...piece.rows].flat().join(' ')
		: piece.runs.map(({ text }) => text).join('');

test('A handout keeps its headings, lists, tables and stress on paper', () => {
	const pieces = printedHtml(
		'<h2>Then together</h2><p>Begin with <strong>one</strong> person, <em>today</em>.</p><ol><li>Who?<ul><li>Not there</li></ul></li><li><p>What?</p><p>In their words.</p></li></ol><table><thead><tr><th>Who</th><th>What</th></tr></thead><tbody><tr><td>The clerk &amp; the aide</td><td><span class="blank" data-size="long">____</span></td></tr></tbody></table>'
	);
	expect(pieces).toEqual([
		{ kind: 'heading', runs: [{ text: 'Then together', bold: false }] },
		{
			kind: 'paragraph',
			depth: 0,
			runs: [
				{ text: 'Begin with ', bold: false },
				{ text: 'one', bold: true },
				{ text: ' person, ', bold: false },
				{ text: 'today', bold: false, slanted: true },
				{ text: '.', bold: false }
			]
		},
		{ kind: 'item', mark: '1.', depth: 0, runs: [{ text: 'Who?', bold: false }] },
		{ kind: 'item', mark: '•', depth: 1, runs: [{ text: 'Not there', bold: false }] },
		{ kind: 'item', mark: '2.', depth: 0, runs: [{ text: 'What?', bold: false }] },
		{ kind: 'paragraph', depth: 1, runs: [{ text: 'In their words.', bold: false }] },
		{ kind: 'table', head: ['Who', 'What'], rows: [['The clerk & the aide', '']] }
	]);
});

test('A blank is long enough to write in', () => {
	const [piece] = printedHtml('<p>When <span class="blank" data-size="short">____</span></p>');
	expect(piece && wordsOf(piece)).toMatch(/^When _{10,}$/);
});

test('Every word of every handout is on paper', () => {
	for (const { handouts } of getSeries('lae').modules.map(({ id }) => getModule(id))) {
		for (const { html } of handouts) {
			const printed = printedHtml(html).map(wordsOf).join(' ');
			const words = html.replaceAll(/<[^>]*>|&[^;]*;/g, ' ').match(/[\p{L}\d]+/gu) ?? [];
			expect(words.filter((word) => !printed.includes(word))).toEqual([]);
		}
	}
});

test('Text that is no tag never breaks it', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[\w .,;!?-]*$/), (text) => {
			const printed = printedHtml(`<p>${text}</p>`).map(wordsOf).join('');
			expect(printed.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
		})
	);
});
