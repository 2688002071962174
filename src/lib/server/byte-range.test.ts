import { describe, expect, test } from 'vitest';
import { holds, rangeOf } from './byte-range.ts';

describe('a range of a file of 1000 bytes', () => {
	const cases: [header: string | null, expected: ReturnType<typeof rangeOf>][] = [
		[null, null],
		['', null],
		['bytes=0-', { first: 0, last: 999 }],
		['bytes=0-0', { first: 0, last: 0 }],
		['bytes=200-299', { first: 200, last: 299 }],
		['bytes=200-5000', { first: 200, last: 999 }],
		['bytes=999-', { first: 999, last: 999 }],
		['bytes=1000-', 'unsatisfiable'],
		['bytes=99999999999999999999-', 'unsatisfiable'],
		['bytes=-100', { first: 900, last: 999 }],
		['bytes=-5000', { first: 0, last: 999 }],
		['bytes=-0', 'unsatisfiable'],
		['BYTES=5-6', { first: 5, last: 6 }],
		['bytes= 5-6 ', { first: 5, last: 6 }],
		['bytes=6-5', null],
		['bytes=-', null],
		['bytes=a-b', null],
		['bytes=0-1,5-6', null],
		['lines=0-1', null]
	];
	test.each(cases)('%j asks for %j', (header, expected) => {
		expect(rangeOf(header, 1000)).toEqual(expected);
	});

	test('of an empty file there is no range', () => {
		expect(rangeOf('bytes=0-', 0)).toBe('unsatisfiable');
		expect(rangeOf('bytes=-5', 0)).toBe('unsatisfiable');
	});
});

test.each([
	[null, false],
	['"a"', true],
	['W/"a"', true],
	['"b", "a"', true],
	['*', true],
	['"b"', false],
	['a', false]
])('a client that holds %j has the version "a": %j', (header, expected) => {
	expect(holds(header, '"a"')).toBe(expected);
});
