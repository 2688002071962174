import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
	['/learn/x?y=1#z', '/learn/x?y=1#z'],
	[null, '/learn'],
	['', '/learn'],
	['//evil.example', '/learn'],
	['/\\evil.example', '/learn'],
	['https://evil.example', '/learn'],
	['javascript:alert(1)', '/learn']
])('After signing in, %s leads to %s', (to, expected) => {
	expect(ownPath(to)).toBe(expected);
});

test('Nothing leads away from the site', () => {
	fc.assert(
		fc.property(fc.string(), (to) => {
			expect(new URL(ownPath(`/${to}`), 'https://learn.example.org').origin).toBe(
				'https://learn.example.org'
			);
		})
	);
});
