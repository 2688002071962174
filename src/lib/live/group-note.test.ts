import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNotes } from './group-note.ts';

describe('A note that two write at once', () => {
	test('has both where they wrote in different places', () => {
		const base = 'Buses. Late slips. Translation.';
		expect(
			mergeNotes('Buses at four. Late slips. Translation.', base, 'Buses. Late slips. Letters.')
		).toBe('Buses at four. Late slips. Letters.');
	});

	test('has both, a line each, where they began in the same empty place', () => {
		expect(mergeNotes('Bus times', '', 'Late slips')).toBe('Late slips\nBus times');
	});

	test('lets who is in the middle of a word finish it', () => {
		expect(mergeNotes('Late slips', 'Late sl', 'Late sl\nBus times')).toBe('Late slips\nBus times');
		expect(mergeNotes('Late sl\nBus times', 'Late sl', 'Late slips')).toBe('Late slips\nBus times');
	});

	test('has both lines where both went on at the end', () => {
		expect(mergeNotes('One\nJonah’s line', 'One', 'One\nAna’s line')).toBe(
			'One\nAna’s line\nJonah’s line'
		);
	});

	test('keeps both words where both put another in the same place', () => {
		const merged = mergeNotes('We meet on Monday.', 'We meet soon.', 'We meet on Friday.');
		expect(merged).toContain('Monday');
		expect(merged).toContain('Friday');
	});

	const text = fc
		.array(fc.constantFrom('bus', 'slip', 'door', 'letter', ' ', ' ', '\n', '.'), { maxLength: 20 })
		.map((pieces) => pieces.join(''));

	test('is what one of them made of it where the other changed nothing', () => {
		fc.assert(
			fc.property(text, text, (one, other) => {
				expect(mergeNotes(one, other, other)).toBe(one);
				expect(mergeNotes(other, other, one)).toBe(one);
				expect(mergeNotes(one, other, one)).toBe(one);
			})
		);
	});

	test('has every letter that either added', () => {
		const added = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('Ana', ' Jonah', '\nÉ', 'x ')), {
			maxLength: 4
		});
		const withAdded = (base: string, additions: readonly (readonly [number, string])[]) =>
			additions.reduce((sum, [at, piece]) => sum.slice(0, at) + piece + sum.slice(at), base);
		const count = (whole: string, letter: string) =>
			[...whole].filter((one) => one === letter).length;
		fc.assert(
			fc.property(text, added, added, (base, mine, theirs) => {
				const [ours, others] = [withAdded(base, mine), withAdded(base, theirs)];
				const merged = mergeNotes(ours, base, others);
				for (const letter of new Set([...ours, ...others])) {
					const most = Math.max(count(ours, letter), count(others, letter));
					expect(count(merged, letter)).toBeGreaterThanOrEqual(most);
				}
			}),
			{ numRuns: 300 }
		);
	});
});
