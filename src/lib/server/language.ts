import { AsyncLocalStorage } from 'node:async_hooks';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../languages.ts';
import { readLanguageFrom } from '../messages/current.ts';

/** Where a browser keeps what its user chose, before and after they sign in. */
export const LANGUAGE_COOKIE = 'throughline_language';

const spoken = new AsyncLocalStorage<Language>();
readLanguageFrom(() => spoken.getStore() ?? DEFAULT_LANGUAGE);

/** Everything that `work` says is said in this language. */
export function inLanguage<Result>(language: Language, work: () => Result): Result {
	return spoken.run(language, work);
}

/**
 * What this browser asks to be answered in: what was chosen in it, or else the first of the languages
 * its user reads that we write.
 */
export function languageAskedFor(
	chosen: string | undefined,
	acceptLanguage: string | null
): Language {
	if (isLanguage(chosen)) return chosen;
	const read = (acceptLanguage ?? '')
		.slice(0, 500)
		.split(',')
		.map((entry) => {
			const [tag = '', ...settings] = entry.trim().toLowerCase().split(';');
			const quality = settings.find((setting) => setting.trim().startsWith('q='));
			const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
			return { language: tag.split('-')[0], weight: Number.isFinite(weight) ? weight : 0 };
		})
		.filter(({ weight }) => weight > 0)
		.sort((one, other) => other.weight - one.weight);
	const first = read.map(({ language }) => language).find(isLanguage);
	return first ?? DEFAULT_LANGUAGE;
}
