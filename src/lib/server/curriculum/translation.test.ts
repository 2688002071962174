import { describe, expect, test } from 'vitest';
import { checkFields } from './blocks/check.ts';
import { compareFields } from './blocks/compare.ts';
import { moduleFields } from './documents.ts';
import { explain } from './glossary.ts';
import type { RenderedPiece } from './rendering.ts';
import { inOtherLanguage } from './spoken.ts';
import { translate } from './translation.ts';

const check = {
	id: 'c',
	choices: [
		{ id: 'a', text: 'Speed', feedback: 'Later.' },
		{ id: 'b', text: 'Joy', feedback: 'Yes.', correct: true }
	]
};

describe('a translation laid over the English', () => {
	test('replaces words, by the ids of what they belong to', () => {
		const choices = [
			{ id: 'b', text: 'Alegría' },
			{ id: 'a', feedback: 'Después.' }
		];
		const { value, complaints } = translate(checkFields, check, { id: 'c', choices });
		expect(complaints).toEqual([]);
		expect(value).toEqual({
			id: 'c',
			choices: [
				{ id: 'a', text: 'Speed', feedback: 'Después.' },
				{ id: 'b', text: 'Alegría', feedback: 'Yes.', correct: true }
			]
		});
	});

	test('never changes what is no words, nor invents an id', () => {
		const choices = [
			{ id: 'a', correct: true },
			{ id: 'z', text: 'Nuevo' }
		];
		const { value, complaints } = translate(checkFields, check, { id: 'd', choices });
		expect(value).toEqual(check);
		expect(complaints.map(({ path }) => path.join('.'))).toEqual([
			'id',
			'choices.1',
			'choices.0.correct'
		]);
	});

	test('matches lists without ids by their place', () => {
		const module = { objectives: ['See', 'Do'], minutes: { alone: 5, live: 30 } };
		const laid = translate(moduleFields, module, { objectives: ['Ver', 'Hacer'] });
		expect(laid.value).toEqual({ ...module, objectives: ['Ver', 'Hacer'] });
		expect(translate(moduleFields, module, { objectives: ['Ver'] }).complaints).toHaveLength(1);
		expect(translate(moduleFields, module, { minutes: { live: 40 } }).complaints).toHaveLength(1);
	});

	test('translates words among figures, and no figure', () => {
		const dimension = { id: 'd', name: 'Who decides', values: { north: 12, south: 'The board' } };
		const english = { id: 'x', title: 'Six', dimensions: [dimension] };
		const { value, complaints } = translate(compareFields, english, {
			title: 'Seis',
			dimensions: [{ id: 'd', values: { north: 13, south: 'La junta' } }]
		});
		expect(value).toMatchObject({
			title: 'Seis',
			dimensions: [{ values: { north: 12, south: 'La junta' } }]
		});
		expect(complaints.map(({ path }) => path.join('.'))).toEqual(['dimensions.0.values.north']);
	});
});

const prose = (html: string): RenderedPiece => ({ kind: 'prose', html });
const reflect = (id: string, text: string): RenderedPiece => ({
	kind: 'block',
	block: { kind: 'reflect', line: 1, props: { id, audience: 'me' } },
	html: text && `<p>${text}</p>`,
	text
});

function told(english: RenderedPiece[], other: RenderedPiece[]): string[] {
	return inOtherLanguage(english, other, 'es').map(({ piece, language }) => {
		const said =
			piece.kind === 'prose' ? piece.html : `${String(piece.block.props['id'])}: ${piece.text}`;
		return `${language} ${said}`;
	});
}

describe('a step in another language', () => {
	const english = [prose('one'), reflect('a', 'Why?'), prose('two'), reflect('b', 'When?')];

	test('is all there when all is translated', () => {
		const other = [prose('uno'), reflect('a', '¿Por qué?'), prose('dos'), reflect('b', '¿Cuándo?')];
		expect(told(english, other)).toEqual(['es uno', 'es a: ¿Por qué?', 'es dos', 'es b: ¿Cuándo?']);
	});

	test('has a block in English where the translation leaves it out', () => {
		const other = [prose('uno'), prose('dos'), reflect('b', '¿Cuándo?')];
		expect(told(english, other)).toEqual(['es uno', 'es dos', 'en a: Why?', 'es b: ¿Cuándo?']);
		expect(told(english, [prose('uno'), reflect('a', '¿Por qué?'), prose('dos')])).toEqual([
			'es uno',
			'es a: ¿Por qué?',
			'es dos',
			'en b: When?'
		]);
	});

	test('has its blocks among the English prose when there is no other', () => {
		expect(told(english, [reflect('b', '¿Cuándo?')])).toEqual([
			'en one',
			'en a: Why?',
			'en two',
			'es b: ¿Cuándo?'
		]);
	});

	test('keeps the place and the English question of a block that says only its id', () => {
		const other = [reflect('a', ''), prose('dos')];
		expect(told(english, other)).toEqual(['en a: Why?', 'es dos', 'en b: When?']);
	});
});

describe('a glossary', () => {
	const en = {
		terms: [
			{ term: 'tier', also: ['tiers'], means: 'How much help.' },
			{ term: 'case & tier', also: [], means: 'Both.' }
		]
	};
	const part = (html: string, mode: 'alone' | 'group' | null = null) =>
		({ kind: 'prose', html, mode, language: 'en' }) as const;
	const marked = (...parts: ReturnType<typeof part>[]) => {
		const explained = explain(parts, { en });
		const html = explained.parts.map((one) => (one.kind === 'prose' ? one.html : '')).join('|');
		return html.replace(/<button[^>]*>(.*?)<\/button><span.*?<\/span>/g, '[$1]');
	};

	test('explains the first occurrence of a word or its other forms', () => {
		expect(marked(part('<p>Tiers and tiers</p>'), part('<p>a tier</p>'))).toBe(
			'<p>[Tiers] and tiers</p>|<p>a tier</p>'
		);
	});

	test('explains nothing in links, headings and code, nor parts of words', () => {
		const html = '<h2>Tier</h2><p><a href="/tier">tier</a> <code>tier</code> frontier tier-2</p>';
		expect(marked(part(html))).toBe(html);
	});

	test('finds words with signs that HTML writes otherwise, the longest first', () => {
		expect(marked(part('<p>The case &amp; tier</p>'))).toBe('<p>The [case &amp; tier]</p>');
	});

	test('explains a word in each mode, for a reader sees only one', () => {
		expect(marked(part('<p>tier</p>', 'alone'), part('<p>tier</p>', 'group'))).toBe(
			'<p>[tier]</p>|<p>[tier]</p>'
		);
	});

	test('has its own words in another language', () => {
		const html = '<p>tier</p>';
		const spanish = { ...part(html), language: 'es' } as const;
		expect(explain([spanish], { en })).toEqual({ parts: [spanish], terms: [] });
	});
});
