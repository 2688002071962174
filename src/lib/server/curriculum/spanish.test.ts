import { describe, expect, test } from 'vitest';
import { getModule } from './index.ts';

/** Where the other language says nothing of its own, of two things that are alike in shape. */
function* untranslated(english: unknown, other: unknown, place: string): Iterable<string> {
	if (typeof english === 'string') {
		const isOwn = typeof other === 'string' && other !== english;
		if (isSentence(english) && !isOwn) yield `${place}: ${english}`;
	} else if (isGroup(english)) {
		for (const [key, value] of Object.entries(english)) {
			// What others published is looked for by its own title; a transcript has every language in itself.
			const isTheirs = key === 'title' && /^https:/.test(String(english['href']));
			if (isTheirs || key === 'captions') continue;
			yield* untranslated(value, isGroup(other) ? other[key] : undefined, `${place}.${key}`);
		}
	}
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** Words with a space between them: no address, no id, no name of a kind. */
function isSentence(text: string): boolean {
	return /\p{L}{2,}\W* \W*\p{L}{2,}/u.test(text);
}

describe('the first module in Spanish', () => {
	const english = getModule('lae-1', 'en');
	const spanish = getModule('lae-1', 'es');

	test('is in full: steps, blocks, handouts, every guide and its protocols', () => {
		expect([...untranslated(english, spanish, 'lae-1')]).toEqual([]);
	});

	test('says for each part that it is Spanish, so that it is read out as such', () => {
		const parts = spanish.steps.flatMap((step) => [step, ...step.parts]);
		const pages = [...spanish.handouts, ...spanish.guides];
		expect(new Set([...parts, ...pages].map(({ language }) => language))).toEqual(new Set(['es']));
		expect(spanish.guides.map(({ variant }) => variant).toSorted()).toEqual([
			'in-person',
			'online',
			'self-study'
		]);
	});
});
