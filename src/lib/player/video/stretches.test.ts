import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, merged, nothingPlayed, taken, type Moment, type Stretch } from './stretches.ts';

function play(moments: Moment[]): Stretch[] {
	return taken(moments.reduce(after, nothingPlayed)).stretches;
}

function moment(kind: Moment['kind'], at: number, clock: number, speed = 1): Moment {
	return { kind, at, clock, speed };
}

describe('what was played', () => {
	test('is what lies between starting and pausing', () => {
		expect(
			play([
				moment('start', 0, 0),
				moment('time', 0.25, 0.25),
				moment('time', 0.5, 0.5),
				moment('stop', 0.6, 0.6)
			])
		).toEqual([[0, 0.6]]);
	});

	test('leaves out what was skipped, with a word of the seek or without', () => {
		expect(
			play([
				moment('start', 0, 0),
				moment('time', 1, 1),
				moment('seek', 100, 1.1),
				moment('start', 100, 1.2),
				moment('time', 101, 2.2)
			])
		).toEqual([
			[0, 1],
			[100, 101]
		]);
		expect(play([moment('start', 0, 0), moment('time', 1, 1), moment('time', 100, 1.2)])).toEqual([
			[0, 1]
		]);
	});

	test('counts twice the seconds at twice the speed', () => {
		expect(play([moment('start', 0, 0, 2), moment('time', 20, 10, 2)])).toEqual([[0, 20]]);
	});

	test('does not count a frozen tab as played', () => {
		expect(play([moment('start', 0, 0), moment('time', 0.2, 600)])).toEqual([[0, 0.2]]);
	});

	test('begins a new stretch after going back', () => {
		expect(
			play([
				moment('start', 10, 0),
				moment('time', 12, 2),
				moment('seek', 5, 2),
				moment('start', 5, 2),
				moment('time', 6, 3)
			])
		).toEqual([
			[10, 12],
			[5, 6]
		]);
	});
});

const moments = fc
	.array(
		fc.record({
			kind: fc.constantFrom<Moment['kind'][]>('start', 'time', 'time', 'time', 'stop', 'seek'),
			at: fc.double({ min: 0, max: 300, noNaN: true }),
			later: fc.double({ min: 0, max: 5, noNaN: true }),
			speed: fc.constantFrom(0.5, 1, 1.5, 2)
		}),
		{ maxLength: 60 }
	)
	.map((steps) => {
		let clock = 0;
		return steps.map(({ kind, at, later, speed }): Moment => {
			clock += later;
			return { kind, at, clock, speed };
		});
	});

describe('whatever the element says', () => {
	test('no more is played than the clock allows', () => {
		fc.assert(
			fc.property(moments, (all) => {
				const length = play(all).reduce((sum, [from, to]) => sum + to - from, 0);
				const elapsed = (all.at(-1)?.clock ?? 0) - (all[0]?.clock ?? 0);
				expect(length).toBeLessThanOrEqual(elapsed * 2 * 1.1 + all.length * 0.35 + 1e-6);
			})
		);
	});

	test('each stretch goes forward and begins and ends where the video was', () => {
		fc.assert(
			fc.property(moments, (all) => {
				const places = new Set(all.map(({ at }) => at));
				for (const [from, to] of play(all)) {
					expect(from).toBeLessThan(to);
					expect(places.has(from) && places.has(to)).toBe(true);
				}
			})
		);
	});

	test('taking it in pieces gives the same as taking it at the end', () => {
		fc.assert(
			fc.property(moments, fc.nat(60), (all, cut) => {
				const early = taken(all.slice(0, cut).reduce(after, nothingPlayed));
				const late = taken(all.slice(cut).reduce(after, early.left));
				expect(merged([...early.stretches, ...late.stretches])).toEqual(merged(play(all)));
			})
		);
	});

	test('seeking alone earns nothing', () => {
		fc.assert(
			fc.property(moments, (all) => {
				const seeks = all.map((one): Moment => ({ ...one, kind: 'seek' }));
				expect(play(seeks)).toEqual([]);
			})
		);
	});
});

test('merged stretches are in order, apart, and cover the same', () => {
	const stretch = fc
		.tuple(fc.nat(100), fc.integer({ min: 1, max: 20 }))
		.map(([from, length]): Stretch => [from, from + length]);
	fc.assert(
		fc.property(fc.array(stretch), (all) => {
			const result = merged(all);
			for (const [index, [from]] of result.entries()) {
				if (index > 0) expect(from).toBeGreaterThan(result[index - 1]?.[1] ?? Infinity);
			}
			const covers = (list: Stretch[], at: number) =>
				list.some(([from, to]) => from <= at && at < to);
			for (let at = 0; at < 121; at += 1) expect(covers(result, at)).toBe(covers(all, at));
		})
	);
});
