/** The languages a person can read Throughline in. English is the one everything is written in. */
export const LANGUAGES = ['en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en';

/** What each language calls itself: said so to everybody, in whatever language they read. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' };

/** How dates and numbers are written for readers of each language in the United States. */
export const REGIONS: Record<Language, string> = { en: 'en-US', es: 'es-US' };

export function isLanguage(value: unknown): value is Language {
	return LANGUAGES.some((language) => language === value);
}
