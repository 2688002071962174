import { REGIONS } from '../languages.ts';
import { currentLanguage } from './current.ts';

/** For `Intl`: how dates and numbers are written in the language that is being written in. */
export function region(): string {
	return REGIONS[currentLanguage()];
}

/** 12,500 in English, 12,500 or 12.500 as the region has it in Spanish. */
export function inFigures(number: number): string {
	return number.toLocaleString(region());
}

/** A title among other words, between the marks of the language. */
export function quoted(title: string): string {
	return currentLanguage() === 'es' ? `«${title}»` : `“${title}”`;
}

/** “a, b, and c”. */
export function listed(items: readonly string[]): string {
	return new Intl.ListFormat(region()).format(items);
}
