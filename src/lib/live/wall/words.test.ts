import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedWords } from './words.ts';

const wall = [
	'We never asked the bus drivers.',
	'Bus drivers see the families first',
	'The front desk, and the bus.',
	'Families at night',
	'Nobody from the night shift'
];

describe('The words of a wall', () => {
	test('are those that two answers share, the commonest first', () => {
		expect(sharedWords(wall)).toEqual([
			{ word: 'bus', answers: 3, size: 5 },
			{ word: 'drivers', answers: 2, size: 1 },
			{ word: 'families', answers: 2, size: 1 },
			{ word: 'night', answers: 2, size: 1 }
		]);
	});

	test('show from five answers on', () => {
		expect(sharedWords(wall.slice(0, 4))).toEqual([]);
	});

	test('leave out what says nothing, in English and in Spanish', () => {
		const both = [
			'Porque nosotros también',
			'because we also',
			'Porque para la escuela',
			'also',
			'x'
		];
		expect(sharedWords(both)).toEqual([]);
		expect(sharedWords([...both, 'La escuela']).map(({ word }) => word)).toEqual(['escuela']);
	});

	test('that one person writes again and again are still one person’s', () => {
		expect(sharedWords(['clerk clerk clerk', 'desk', 'office', 'night', 'table'])).toEqual([]);
	});

	test('keep the capital that most give them', () => {
		const named = ['Ana knows', 'ask Ana', 'Ana', 'clerk', 'night'];
		expect(sharedWords(named)).toEqual([{ word: 'Ana', answers: 3, size: 5 }]);
	});

	test('never come from one answer alone, whatever is written', () => {
		const text = fc.array(
			fc.constantFrom('clerk', 'Clerk', 'night', 'bus', 'niño', 'the', '7', '—')
		);
		fc.assert(
			fc.property(
				fc.array(
					text.map((words) => words.join(' ')),
					{ maxLength: 12 }
				),
				(texts) => {
					for (const { word, answers, size } of sharedWords(texts)) {
						const having = texts.filter((one) =>
							one.toLowerCase().split(' ').includes(word.toLowerCase())
						);
						expect(having).toHaveLength(answers);
						expect(answers).toBeGreaterThanOrEqual(2);
						expect(size).toBeGreaterThanOrEqual(1);
						expect(size).toBeLessThanOrEqual(5);
						expect(texts.length).toBeGreaterThanOrEqual(5);
					}
				}
			)
		);
	});
});
