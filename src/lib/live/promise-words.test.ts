import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promised, promiseInWords } from './promise-words.ts';

describe('A commitment as a sentence', () => {
	test('says once what its writer has begun with already', () => {
		for (const text of ['ask the office', 'I will ask the office', 'i’ll ask the office']) {
			expect(promiseInWords('will', text)).toBe('I will ask the office');
		}
		for (const text of [
			'shouting',
			'I will stop shouting',
			"I'll stop shouting",
			'Stop shouting'
		]) {
			expect(promiseInWords('stop', text)).toBe('I will stop shouting');
		}
		expect(promiseInWords('will', 'I will … ask the office')).toBe('I will ask the office');
		expect(promiseInWords('will', 'I will stop shouting')).toBe('I will stop shouting');
	});

	test('says it once in Spanish too, whatever its reader’s language is', () => {
		expect(promised('stop', 'voy a dejar de gritar')).toBe('gritar');
		expect(promised('stop', 'Dejar de gritar')).toBe('gritar');
		expect(promised('will', 'Voy a preguntar')).toBe('preguntar');
	});

	test('leaves alone what only looks like it, and what is nothing else', () => {
		for (const text of [
			'I willingly ask',
			'I’llustrate it',
			'voy al centro',
			'I will',
			'I will …'
		]) {
			expect(promised('will', text)).toBe(text);
		}
		expect(promised('stop', 'stopping at the stop')).toBe('stopping at the stop');
	});

	test('loses no word of what follows', () => {
		const kinds = fc.constantFrom('will' as const, 'stop' as const);
		fc.assert(
			fc.property(kinds, fc.string(), (kind, written) => {
				const text = written.trim();
				const rest = promised(kind, text);
				expect(text.endsWith(rest)).toBe(true);
				expect(rest === '').toBe(text === '');
			})
		);
	});
});
