import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	LINE_WIDTHS,
	MOTIONS,
	readingAttributes,
	readReading,
	SPACINGS,
	TEXT_SIZES,
	writeReading
} from './reading.ts';

const readings = fc.record({
	size: fc.constantFrom(...TEXT_SIZES),
	width: fc.constantFrom(...LINE_WIDTHS),
	spacing: fc.constantFrom(...SPACINGS),
	motion: fc.constantFrom(...MOTIONS)
});

test('what was written is read again', () => {
	fc.assert(
		fc.property(readings, (reading) => {
			expect(readReading(writeReading(reading))).toEqual(reading);
		})
	);
});

test('whatever a browser holds, only known settings reach the page', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), (text) => {
			const reading = readReading(text);
			expect(reading && readingAttributes(reading)).toMatch(
				/^data-text-size="[a-z]+" data-line-width="[a-z]+" data-spacing="[a-z]+" data-motion="[a-z]+"$/
			);
		})
	);
	expect(readReading('')).toBeNull();
});
