import type { CompiledElement } from 'wuchale/compiler';
import { LANGUAGES, type Language } from '../../src/lib/languages.ts';

/** The texts of one file in every language. */
export type Texts = Record<Language, CompiledElement[]>;

const STILL = /(=?)(?<!\$)\{_w_runtime_(?:mod_)?\((\d+)\)\}|_w_runtime_(?:mod_)?\((\d+)\)/g;

/**
 * A browser's script is built once, with places in it for the words, and then filled for each language.
 * A text that never changes has its place in the markup itself, as if it had been written there: that is
 * smaller than asking for it. The others stand in a list.
 */
export const withPlaces = {
	list: (name: string, version: string) => `__words_of__("${name}|${version}")`,

	still(
		code: string,
		isStillAt: (index: number) => boolean,
		name: string,
		version: string
	): string {
		return code.replace(STILL, (asked, equals = '', inMarkup, inScript) => {
			const index = Number(inMarkup ?? inScript);
			if (!isStillAt(index)) return String(asked);
			const place = `@@${name}|${index}|${version}@@`;
			if (inMarkup === undefined) return JSON.stringify(place);
			return equals === '=' ? `="${place}"` : place;
		});
	}
};

/** The same for every reader of a language, and with no character that HTML or Svelte would read as its own. */
export function isStill(texts: Texts, index: number): boolean {
	return LANGUAGES.every((language) => {
		const text = texts[language][index];
		return typeof text === 'string' && !/[<>&"{}]/.test(text);
	});
}

export function fill(
	code: string,
	language: Language,
	textsOf: ReadonlyMap<string, Texts>
): string {
	const listed = (name: string) => {
		const texts = textsOf.get(name);
		if (texts === undefined) return [];
		return texts[language].map((text, index) => (isStill(texts, index) ? 0 : text));
	};
	return code
		.replace(/__words_of__\(["'`]([^"'`|]+)\|\w*["'`]\)/g, (_, name: string) =>
			JSON.stringify(listed(name))
		)
		.replace(/@@([^@|]+)\|(\d+)\|\w*@@/g, (_, name: string, index: string) =>
			inScript(textsOf.get(name)?.[language][Number(index)] ?? '')
		);
}

/** Whatever the quotes are in which the minifier put it. */
function inScript(text: CompiledElement): string {
	return String(text).replaceAll(
		/['`\\$]/g,
		(sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
	);
}
