import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { line } from './forms.ts';

const name = line(60, 'your name');
const kept = (typed: string) => v.parse(name, typed);
const turning = [...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'];
const withoutShape = [
	...' \t\u00A0\u00AD\u034F\u061C\u115F\u1160\u17B4\u180E\u200B\u200C\u200D\u200E\u200F',
	...'\u2060\u2064\u206F\u2800\u3000\u3164\uFE0F\uFEFF\uFFA0\u{E0020}',
	...turning
];

/** What people are called, and what they write on a line; some of it needs letters without a shape. */
const asTyped = [
	'Ana Reyes',
	'O’Neil-Brückner',
	'علی‌رضا',
	'مي‌خواهم',
	'שרה',
	'\u200Fשרה\u200F',
	'김민준',
	'👩‍🏫',
	'👨‍👩‍👧‍👦 Bell',
	'❤️',
	'🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
	'क्‍ष',
	'Ma\u00ADria'
];

describe('One line', () => {
	test('of letters without a shape is refused like an empty one', () => {
		const nothing = fc.array(fc.constantFrom(...withoutShape), { maxLength: 60 });
		fc.assert(
			fc.property(nothing, (letters) => {
				expect(() => kept(letters.join(''))).toThrow('Enter your name.');
			})
		);
	});

	test.each(asTyped)('stays as it was typed: %s', (typed) => {
		expect(kept(typed)).toBe(typed);
	});

	test('loses what turns the text around it, and nothing else', () => {
		const letters = fc.array(fc.constantFrom(...asTyped, ...turning), { maxLength: 20 });
		fc.assert(
			fc.property(letters, (typed) => {
				const left = typed.filter((one) => !turning.includes(one)).join('');
				const read = v.safeParse(line(10_000, 'your name'), typed.join(''));
				expect(read.success).toBe(left !== '');
				if (read.success) expect(read.output).toBe(left);
			})
		);
	});
});
