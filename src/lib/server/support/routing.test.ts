import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HELP_KINDS, nextAbove, routeOf } from './routing.ts';

const stop = (kind: 'state' | 'county' | 'district' | 'school', people: number) => ({
	id: kind,
	kind,
	people
});

const alderStreet = [stop('school', 2), stop('district', 1), stop('county', 2), stop('state', 1)];

describe('A request of somebody at a school', () => {
	test('for a tool goes to the district, and for a consultation to the county', () => {
		expect(routeOf('tool', alderStreet)).toBe('district');
		expect(routeOf('topicGroup', alderStreet)).toBe('district');
		expect(routeOf('consultation', alderStreet)).toBe('county');
	});

	test('passes over an office in which nobody can answer', () => {
		const empty = [stop('school', 0), stop('district', 0), stop('county', 0), stop('state', 1)];
		expect(HELP_KINDS.map((kind) => routeOf(kind, empty))).toEqual(['state', 'state', 'state']);
	});

	test('goes to the district for a consultation too, where there is nobody further up', () => {
		const small = [stop('school', 0), stop('district', 1), stop('county', 0)];
		expect(routeOf('consultation', small)).toBe('district');
	});

	test('stays at the school only when nobody is above', () => {
		expect(routeOf('tool', [stop('school', 1), stop('district', 0)])).toBe('school');
		expect(routeOf('tool', [stop('school', 0)])).toBeNull();
		expect(routeOf('tool', [])).toBeNull();
	});
});

const ways = fc.array(
	fc.record({
		kind: fc.constantFrom('state', 'county', 'district', 'school'),
		people: fc.nat(2)
	}),
	{ maxLength: 6 }
);

test('Any request goes to somebody on the way up, as near as its kind allows', () => {
	fc.assert(
		fc.property(fc.constantFrom(...HELP_KINDS), ways, (kind, drawn) => {
			const way = drawn.map((each, at) => ({ ...each, id: String(at) }));
			const to = routeOf(kind, way);
			const reached = way.filter(({ people }) => people > 0);
			if (to === null) return reached.length === 0;
			const at = Number(to);
			const isFit = ({ kind: level }: { kind: string }) =>
				kind !== 'consultation' || ['county', 'state'].includes(level);
			const passed = way.slice(1, at).filter(({ people }) => people > 0);
			const chosen = way[at];
			if (chosen === undefined || chosen.people === 0) return false;
			if (at === 0) return way.slice(1).every(({ people }) => people === 0);
			// Passed over is only who does not do this kind of help, and for somebody who does.
			return passed.length === 0 || (!passed.some(isFit) && isFit(chosen));
		})
	);
});

test('Handing up always goes up, and ends', () => {
	fc.assert(
		fc.property(ways, (drawn) => {
			const way = drawn.map((each, at) => ({ ...each, id: String(at) }));
			const to = nextAbove(way);
			if (to === null) return way.slice(1).every(({ people }) => people === 0);
			return Number(to) > 0 && (way[Number(to)]?.people ?? 0) > 0;
		})
	);
});
