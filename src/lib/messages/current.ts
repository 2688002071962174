import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../languages.ts';

/** The browser reads the page's own language; the server says for each request what to read. */
let read = (): Language => {
	const language = typeof document === 'undefined' ? null : document.documentElement.lang;
	return isLanguage(language) ? language : DEFAULT_LANGUAGE;
};

/** The language that is being written in: on the server that of the request. */
export function currentLanguage(): Language {
	return read();
}

/** For the server, where many readers are answered at once. */
export function readLanguageFrom(source: () => Language): void {
	read = source;
}
