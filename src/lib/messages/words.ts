import type { Language } from '../languages.ts';
import { currentLanguage } from './current.ts';

/** A text, or its parts: a number stands for a value of the sentence, a list for an element with words in it. */
type Part = string | number | [number, ...Part[]];
type Text = string | Part[];
type Value = string | number | boolean | null | undefined;
type Texts = readonly Text[];

/**
 * What the compiler puts in the place of a file's texts (scripts/messages): `words(3, [name])` is the
 * text with that number. `c` gives the parts, `x` puts parts together, `p` gives the forms of a plural.
 */
type Words = {
	(index: number, values?: readonly Value[]): string;
	c: (index: number) => readonly Part[];
	x: (parts: readonly Part[], values?: readonly Value[]) => string;
	p: (index: number) => Text;
};

/** The texts of one file, for a browser: it has them in its reader's language only. */
export function wordsOf(texts: Texts): Words {
	return wordsFrom(() => texts);
}

/** The texts of one file in every language; each call answers in the language of its request. */
export function wordsOfEach(texts: Record<Language, Texts>): Words {
	return wordsFrom(() => texts[currentLanguage()]);
}

function wordsFrom(texts: () => Texts): Words {
	const parts = (index: number) => {
		const text = texts()[index] ?? '';
		return typeof text === 'string' ? [text] : text;
	};
	const say = (index: number, values?: readonly Value[]) => joined(parts(index), values);
	return Object.assign(say, {
		c: parts,
		// The first part of an element's words is its number.
		x: (inside: readonly Part[], values?: readonly Value[]) => joined(inside.slice(1), values),
		p: (index: number) => texts()[index] ?? []
	});
}

function joined(parts: readonly Part[], values: readonly Value[] = []): string {
	return parts
		.map((part) => (typeof part === 'number' ? String(values[part] ?? '') : part))
		.join('');
}
