import { LANGUAGES } from '$lib/languages.ts';
import { inLanguage } from '$lib/server/language.ts';
import type { PageServerLoad } from './$types';

/**
 * Browsers fetch this page before they need it, and without saying who asks: what its reader chose is not known
 * here. So it says the same in every language, that of the browser first.
 */
export const load: PageServerLoad = ({ locals }) => {
	const first = locals.language;
	const languages = [first, ...LANGUAGES.filter((language) => language !== first)];
	return {
		first,
		said: languages.map((language) => ({ language, ...inLanguage(language, told) }))
	};
};

function told() {
	return {
		title: 'You are offline',
		why: 'This page needs a connection, and there is none right now.',
		kept: 'What you wrote is kept on this device. It is sent when the connection is back and the page is open again.',
		next: 'Check the network. The page comes by itself as soon as there is one.'
	};
}
