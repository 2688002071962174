import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge } from './merge.ts';

const sentence = fc
	.array(fc.constantFrom('ask', 'the', 'bus', 'drivers', 'first', 'again', 'we', '\n'), {
		maxLength: 12
	})
	.map((words) => words.join(' '));

describe('What two people made of one text', () => {
	test('is the other’s when one changed nothing', () => {
		fc.assert(
			fc.property(sentence, sentence, (base, other) => {
				expect(merge(base, base, other)).toBe(other);
				expect(merge(other, base, base)).toBe(other);
				expect(merge(other, base, other)).toBe(other);
			})
		);
	});

	test('does not depend on who came first', () => {
		fc.assert(
			fc.property(sentence, sentence, sentence, (mine, base, theirs) => {
				expect(merge(mine, base, theirs)).toBe(merge(theirs, base, mine));
			})
		);
	});

	test('has all that both added in different places', () => {
		fc.assert(
			fc.property(sentence, sentence, sentence, (before, middle, after) => {
				const base = `one ${middle} two`;
				const mine = `${before}| ${base}`;
				const theirs = `${base} |${after}`;
				const merged = merge(mine, base, theirs);
				expect(merged).toBe(`${before}| ${base} |${after}`);
			})
		);
	});

	test('holds no word that neither wrote, and is never half of a conflict', () => {
		const words = (text: string) => new Set(text.match(/\S+/g));
		fc.assert(
			fc.property(sentence, sentence, sentence, (mine, base, theirs) => {
				const merged = merge(mine, base, theirs);
				if (merged === null) return;
				const known = words(`${mine} ${theirs}`);
				for (const word of words(merged)) expect(known.has(word)).toBe(true);
			})
		);
	});

	test.each([
		['Ask families', '', 'Ask drivers'],
		['Ask the families', 'Ask them', 'Ask the drivers']
	])('is for people to choose when both changed one place: %s', (mine, base, theirs) => {
		expect(merge(mine, base, theirs)).toBeNull();
	});
});
