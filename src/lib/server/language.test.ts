import { expect, test } from 'vitest';
import { plural } from '../messages/plural.ts';
import { inLanguage, languageAskedFor } from './language.ts';

test.each([
	['es', 'en-US,en;q=0.9', 'es'],
	['en', 'es-MX', 'en'],
	[undefined, 'es-MX,es;q=0.9,en;q=0.8', 'es'],
	[undefined, 'fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4', 'es'],
	[undefined, 'en;q=0.1, es;q=0.7', 'es'],
	[undefined, 'es;q=0', 'en'],
	[undefined, 'fr', 'en'],
	[undefined, null, 'en'],
	['klingon', ';;,q=,es;q=many', 'en']
])('who chose %s and whose browser asks for %s reads %s', (chosen, accepts, read) => {
	expect(languageAskedFor(chosen, accepts)).toBe(read);
});

test('two readers at once are each answered in their own language', async () => {
	const later = async () => {
		await Promise.resolve();
		return plural(12_500, ['#', '#']);
	};

	expect(await Promise.all([inLanguage('en', later), inLanguage('es', later)])).toEqual([
		'12,500',
		(12_500).toLocaleString('es-US')
	]);
});
