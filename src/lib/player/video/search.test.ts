import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from './search.ts';

test('finds words whatever their case and accents', () => {
	const found = find(['¿Quién faltaba?', 'quien sabe', 'nobody'], 'QUIEN');
	expect(found.places).toEqual([0, 1]);
	expect(found.parts[0]).toEqual([
		{ text: '¿', match: null },
		{ text: 'Quién', match: 0 },
		{ text: ' faltaba?', match: null }
	]);
});

test('numbers the matches over the whole transcript', () => {
	const found = find(['bus and bus', 'no', 'the bus'], 'bus');
	expect(found.places).toEqual([0, 0, 2]);
	expect(found.parts[2]?.find(({ match }) => match !== null)?.match).toBe(2);
});

test('an empty search finds nothing and changes nothing', () => {
	expect(find(['a b'], '  ')).toEqual({ parts: [[{ text: 'a b', match: null }]], places: [] });
});

test('the parts always make up the text again, and every match has its place', () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({ unit: 'grapheme' })),
			fc.string({ unit: 'grapheme', maxLength: 3 }),
			(texts, query) => {
				const { parts, places } = find(texts, query);
				expect(parts.map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual(texts);
				const numbers = parts.flatMap((pieces, place) =>
					pieces.flatMap(({ match }) => (match === null ? [] : [[match, place]]))
				);
				expect(numbers).toEqual(places.map((place, match) => [match, place]));
			}
		)
	);
});
