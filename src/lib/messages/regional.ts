import { REGIONS } from '../languages.ts';
import { currentLanguage } from './current.ts';

/** For `Intl`: how dates and numbers are written in the language that is being written in. */
export function region(): string {
	return REGIONS[currentLanguage()];
}

/** What `Intl` makes is dear to make, and the same for everybody who reads a language. */
export function oneForEach<Format>(make: (region: string) => Format): () => Format {
	const made = new Map<string, Format>();
	return () => {
		const its = region();
		const format = made.get(its) ?? make(its);
		made.set(its, format);
		return format;
	};
}

const figures = oneForEach((its) => new Intl.NumberFormat(its));

/** 12,500 in English, 12,500 or 12.500 as the region has it in Spanish. */
export function inFigures(number: number): string {
	return figures().format(number);
}

/** A title among other words, between the marks of the language. */
export function quoted(title: string): string {
	return currentLanguage() === 'es' ? `«${title}»` : `“${title}”`;
}

const lists = oneForEach((its) => new Intl.ListFormat(its));

/** “a, b, and c”. */
export function listed(items: readonly string[]): string {
	return lists().format(items);
}
