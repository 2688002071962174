import { nice } from 'd3-array';
import { oneForEach } from '../../messages/regional.ts';

/** Where the strokes of a chart go: in per cent across, so that a chart is as wide as its place. */

export type Scale = { min: number; max: number };

const figures = oneForEach((region) => new Intl.NumberFormat(region, { maximumFractionDigits: 2 }));

/** Figures as they are read: at most two decimals, thousands apart. */
export function asFigure(value: number): string {
	return figures().format(value);
}

/** The ends of a scale that holds all values: those that are given, else round figures. */
export function scaleOf(
	values: readonly (number | null)[],
	ends: { min?: number | undefined; max?: number | undefined } = {}
): Scale {
	const known = values.filter((value) => value !== null);
	const [low, high] = nice(Math.min(...known, Infinity), Math.max(...known, -Infinity), 5);
	const min = ends.min ?? (Number.isFinite(low) ? low : 0);
	const max = ends.max ?? (Number.isFinite(high) ? high : min + 1);
	return max > min ? { min, max } : { min, max: min + 1 };
}

/** Bars from zero, in per cent across; null for a value that is not known. */
export function barsFrom(values: readonly (number | null)[]): {
	zero: number;
	bars: ({ from: number; to: number } | null)[];
} {
	const known = [0, ...values.filter((value) => value !== null)];
	const scale = scaleOf([], { min: Math.min(...known), max: Math.max(...known) });
	const zero = across(0, scale);
	return {
		zero,
		bars: values.map((value) => {
			if (value === null) return null;
			const end = across(value, scale);
			return { from: Math.min(zero, end), to: Math.max(zero, end) };
		})
	};
}

type Knot = { x: number; y: number };
type Stroke = { x1: number; y1: number; x2: number; y2: number };

/** A line through its knots; it breaks where a value is missing. `y` is in pixels from the top. */
export function lineFrom(
	values: readonly (number | null)[],
	scale: Scale,
	height: number
): { knots: Knot[]; strokes: Stroke[] } {
	const places = values.map((value, at) =>
		value === null
			? null
			: {
					x: values.length === 1 ? 50 : rounded((100 * at) / (values.length - 1)),
					y: rounded(height - (height * across(value, scale)) / 100)
				}
	);
	const strokes = places.flatMap((to, at) => {
		const from = places[at - 1];
		return from && to ? [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }] : [];
	});
	return { knots: places.filter((place) => place !== null), strokes };
}

function across(value: number, { min, max }: Scale): number {
	const share = (value - min) / (max - min);
	return rounded(100 * Math.min(1, Math.max(0, share)));
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
