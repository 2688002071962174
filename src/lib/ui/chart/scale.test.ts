import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsFrom, lineFrom, scaleOf } from './scale.ts';

const figure = fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100);
const figures = fc.array(fc.option(figure), { maxLength: 12 });

describe('A chart', () => {
	test('has a scale that holds every value', () => {
		fc.assert(
			fc.property(figures, (values) => {
				const { min, max } = scaleOf(values);
				expect(max).toBeGreaterThan(min);
				for (const value of values) {
					if (value === null) continue;
					expect(value).toBeGreaterThanOrEqual(min);
					expect(value).toBeLessThanOrEqual(max);
				}
			})
		);
	});

	test('draws every bar inside its place, from zero, and the longer the larger', () => {
		fc.assert(
			fc.property(figures, (values) => {
				const { zero, bars } = barsFrom(values);
				for (const [at, bar] of bars.entries()) {
					expect(bar === null).toBe(values[at] === null);
					if (bar === null) continue;
					expect(bar.from).toBeGreaterThanOrEqual(0);
					expect(bar.to).toBeLessThanOrEqual(100);
					expect([bar.from, bar.to]).toContain(zero);
				}
			})
		);
		expect(barsFrom([5, 10]).bars).toEqual([
			{ from: 0, to: 50 },
			{ from: 0, to: 100 }
		]);
		expect(barsFrom([-5, 5])).toMatchObject({ zero: 50, bars: [{ from: 0, to: 50 }, { to: 100 }] });
	});

	test('draws a line from left to right that breaks where a value is missing', () => {
		const { knots, strokes } = lineFrom([1, null, 3, 4], { min: 0, max: 4 }, 100);
		expect(knots.map(({ y }) => y)).toEqual([75, 25, 0]);
		expect(strokes).toEqual([{ x1: 66.67, y1: 25, x2: 100, y2: 0 }]);
		expect(lineFrom([2], { min: 0, max: 4 }, 100).knots).toEqual([{ x: 50, y: 50 }]);
	});
});
