import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToNote } from './add-to-note.ts';

test('What was typed is added to what stands, which stays', () => {
	expect(addToNote('Buses. Trains.', 'Buses.', 'Buses.')).toBe('Buses. Trains.');
	expect(addToNote('Buses. Trains.', 'Buses.', 'Buses. Doors.')).toContain('Trains.');
	expect(addToNote('Buses at fo', 'Buses at', 'Buses at')).toBe('Buses at fo');
	expect(addToNote('Buses at four', 'Buses at fo', 'Buses at fo')).toBe('Buses at four');
	expect(addToNote('', 'Buses. Doors.', 'Buses. Doors.')).toBe('Buses. Doors.');
	expect(addToNote('Buses.', 'Buses. Doors.', 'Buses. Doors.')).toBe('Buses. Doors.');
	expect(addToNote('LATE NOTE', 'Typed in a tunnel', 'Typed in a tunnel')).toBe(
		'Typed in a tunnel LATE NOTE'
	);
});

test('Whatever is sent, over whatever base, every letter stays in its order', () => {
	const text = fc
		.array(fc.constantFrom('bus', 'buses', 'door', ' ', '\n', 'a', '.'), { maxLength: 12 })
		.map((words) => words.join(''));
	fc.assert(
		fc.property(text, text, text, (mine, base, stands) => {
			let rest = addToNote(mine, base, stands);
			for (const letter of stands) {
				const at = rest.indexOf(letter);
				expect(at).toBeGreaterThanOrEqual(0);
				rest = rest.slice(at + 1);
			}
		})
	);
});
