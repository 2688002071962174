import { DEFAULT_LANGUAGE, type Language } from '../languages.ts';

/** Below which folder the build keeps what every browser may keep for ever. */
export const IMMUTABLE = '_app/immutable/';

const SCRIPTS = new RegExp(`(${IMMUTABLE})((?:entry|nodes|chunks)/[\\w.-]+\\.js)`, 'g');

/**
 * The addresses of scripts, where they are written in this language: the build makes a copy of each for
 * every language (scripts/messages/plugin.ts), so that a browser loads the words of one only.
 */
export function scriptsIn(language: Language, text: string): string {
	if (language === DEFAULT_LANGUAGE) return text;
	return text.replace(SCRIPTS, `$1${language}/$2`);
}
