import * as v from 'valibot';
import { LANGUAGES, type Language } from '../../languages.ts';
import { config } from '../config.ts';
import { prisma } from '../db/index.ts';
import { LANGUAGE_COOKIE } from '../language.ts';
import type { Viewer } from '../viewer.ts';

/** The form on every page: the language, and the page to come back to. */
export const languageChoice = v.object({
	language: v.picklist(LANGUAGES, 'Choose one of the languages shown.'),
	to: v.optional(v.string(), '/')
});

const YEAR = 365 * 24 * 60 * 60;

/**
 * Keeps the language a person chose: in this browser, and for all their devices when they are signed in.
 * @returns the cookie to set, in the form that Kit's `cookies.set` takes.
 */
export async function chooseLanguage(viewer: Viewer | null, language: Language) {
	if (viewer !== null) {
		await prisma().person.update({ where: { id: viewer.personId }, data: { language } });
	}
	const secure = config().origin.startsWith('https:');
	return {
		name: LANGUAGE_COOKIE,
		value: language,
		attributes: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const, maxAge: YEAR }
	};
}
