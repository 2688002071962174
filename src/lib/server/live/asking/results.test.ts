import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, shownAnswers, spreadOf, type Given } from './results.ts';

const REVEAL = new Date('2026-11-27T14:30:00Z');
const choices = [{ id: 'yes' }, { id: 'no' }];

/** Answers in the order of time: so many before the reveal, so many after it. */
function given(before: number, after: number): Given[] {
	return Array.from({ length: before + after }, (_, at) => ({
		choices: [at % 2 === 0 ? 'yes' : 'no'],
		positions: { line: (at % 7) + 1 },
		answeredAt: new Date(REVEAL.getTime() + (at < before ? at - before : at + 1) * 1000)
	}));
}

const some = fc.nat({ max: 40 });

describe('What a room sees of choices', () => {
	test('is nothing before five have answered, and all of them from then on', () => {
		expect(countsOf(choices, shownAnswers(given(4, 0), REVEAL))).toBeNull();
		expect(countsOf(choices, shownAnswers(given(5, 0), REVEAL))).toEqual({ yes: 3, no: 2 });
		expect(countsOf(choices, shownAnswers(given(2, 3), REVEAL))).toEqual({ yes: 3, no: 2 });
	});

	test('grows by five at a time after the reveal, and never shows one to four', () => {
		fc.assert(
			fc.property(some, some, (before, after) => {
				const shown = shownAnswers(given(before, after), REVEAL).length;
				const next = shownAnswers(given(before, after + 1), REVEAL).length;
				expect(shown === 0 || shown >= 5).toBe(true);
				expect(shown).toBeLessThanOrEqual(before + after);
				expect([0, 5]).toContain(next - shown);
				if (before >= 5) expect(shown).toBeGreaterThanOrEqual(before);
			})
		);
	});

	test('has every answer that is shown at one place of a line', () => {
		fc.assert(
			fc.property(some, some, (before, after) => {
				const shown = shownAnswers(given(before, after), REVEAL);
				const spread = spreadOf([{ id: 'line' }], shown);
				const counted = spread?.['line'] ?? [];
				expect(counted).toHaveLength(shown.length === 0 ? 0 : 7);
				expect(counted.reduce((sum, count) => sum + count, 0)).toBe(shown.length);
			})
		);
	});
});
