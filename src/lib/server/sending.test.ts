import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendingId, sendingOf } from './sending.ts';

const sent = fc.record({ key: fc.uuid(), text: fc.string(), choices: fc.array(fc.string()) });

test('The same sent again is one sending; with anything else in it, it is another', () => {
	fc.assert(
		fc.property(sent, sent, (one, other) => {
			const isSame = JSON.stringify(one) === JSON.stringify(other);
			expect(sendingOf({ ...one })).toBe(sendingOf(one));
			expect(sendingOf({ ...other, key: one.key }) === sendingOf({ ...one, key: one.key })).toBe(
				JSON.stringify({ ...other, key: '' }) === JSON.stringify({ ...one, key: '' })
			);
			expect(sendingId(one) === sendingId(other)).toBe(isSame);
		})
	);
});

test('Its name is none of its words, and its id is an id', () => {
	const one = { key: 'a-key-of-a-page', text: 'The clerk knows' };
	expect(sendingOf(one)).toMatch(/^a-key-of-a-page\.[\w-]{22}$/);
	expect(sendingId(one)).toMatch(
		/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/
	);
});
