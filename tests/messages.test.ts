import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiled, faultOf, problemsOf, readCatalogue } from '../scripts/messages/catalogue.ts';
import { extract } from '../scripts/messages/extract.ts';
import { fill, isStill, withPlaces } from '../scripts/messages/places.ts';

const textsIn = async (code: string, file = 'src/routes/Page.svelte') =>
	(await extract(code, file)).texts.map(({ forms }) => forms.join(' / '));

describe('the texts in our code', () => {
	test('are sentences, labels and what is read out, not addresses, classes or keys', async () => {
		const code = `<script lang="ts">
			const label = 'Your journal';
			const key = 'ArrowLeft';
			const look = done ? 'quiet' : 'loud';
			if (kind === 'Video') go('/learn');
		</script>
		<p class="note" aria-label="Main">You wrote {count} words.</p>
		<a href="/journal" aria-current={here ? 'page' : undefined}>{label}</a>`;

		expect(await textsIn(code)).toEqual(['Your journal', 'Main', 'You wrote {0} words.']);
	});

	test('keep a link inside its sentence', async () => {
		expect(await textsIn('<p>Been here before? <a href="/sign-in">Sign in</a></p>')).toEqual([
			'Been here before? <0>Sign in</0>'
		]);
	});

	test('count in two forms', async () => {
		expect(await textsIn("<p>{plural(people, ['# person', '# people'])}</p>")).toEqual([
			'# person / # people'
		]);
	});

	test('on the server are the errors that people read, not those for whoever mends it', async () => {
		const code = `export function find() {
			if (gone) throw new NotFound('This module is gone.');
			throw new Error('The curriculum was not loaded.');
		}`;

		expect(await textsIn(code, 'src/lib/server/cohorts/find.ts')).toEqual(['This module is gone.']);
	});

	test('are said anew to each reader where the code is made once', async () => {
		const code = `export const names = { me: 'Only me' };
			export const schema = v.pipe(v.string(), v.minLength(1, 'Write your reply first.'));`;
		const { code: made } = await extract(code, 'src/lib/audience.svelte.ts');

		expect(made('').code).toContain('get me() { return _w_runtime_(0) }');
		expect(made('').code).toContain('v.minLength(1, () => _w_runtime_(1))');
	});

	test('are a fault where each reader would get the words of the first', async () => {
		const { faults } = await extract(
			"export const later = 'It is tried again by itself.';",
			'src/lib/player/post.ts'
		);

		expect(faults).toEqual(['It is tried again by itself.']);
	});
});

describe('a translation', () => {
	test.each([
		[['Go on'], ['Continuar'], null],
		[['Go on'], [''], 'has no Spanish yet'],
		[['Go on'], [], 'has no Spanish yet'],
		[['{0} of {1}'], ['{0}'], 'lacks {1} in its Spanish'],
		[['Read <0>this</0>'], ['Lea esto'], 'lacks <0> </0> in its Spanish'],
		[['Read this'], ['Lea <0/>'], 'has <0/> in its Spanish only'],
		[['# day', '# days'], ['# día'], 'has no Spanish yet'],
		[['One day', '# days'], ['Un día', '# días'], null]
	])('of %j as %j: %s', (english, spanish, fault) => {
		expect(faultOf(english, spanish)).toBe(fault);
	});
});

test('the page for when all is down says in both languages what the catalogue says', () => {
	const page = readFileSync(new URL('../src/error.html', import.meta.url), 'utf8');
	const textsOf = (html: string) =>
		[...html.matchAll(/<(?:h1|h2|p|a)\b[^>]*>([^<>]+)<\/(?:h1|h2|p|a)>/g)]
			.map(([, text = '']) => text.replaceAll(/\s+/g, ' ').trim())
			.filter((text) => text !== 'Throughline' && !text.includes('%'));
	const [english = '', spanish = ''] = page.split('<section lang="es">');
	const catalogue = readCatalogue();

	expect(textsOf(english)).toHaveLength(3);
	expect(textsOf(spanish)).toEqual(textsOf(english).map((text) => catalogue.get(text)?.join('')));
});

test('a text that is in no catalogue fails the check, with its place', () => {
	const file = 'src/routes/+error.svelte';
	const said = new Map(
		['There is no page here', 'Sign in'].map((text) => [
			text,
			{ forms: [text], values: new Set<string>(), files: new Set([file]) }
		])
	);

	expect(problemsOf(said, [], new Map([['Sign in', ['Iniciar sesión']]]))).toEqual([
		expect.stringMatching(
			/^src\/routes\/\+error\.svelte:\d+ There is no page here\n\thas no Spanish yet\.$/
		)
	]);
	expect(problemsOf(new Map(), ['src/a.ts:1 Later.'], new Map())).toHaveLength(1);
});

test('a script is written once for each language, with the words of that one', async () => {
	const { texts, code } = await extract(
		'<button title="Go on">Save</button><p>{n} of {m}</p>',
		'src/routes/Page.svelte'
	);
	const each = compiled(
		texts,
		new Map([
			['Go on', ['Seguir']],
			['Save', ['Guardar `ya`']],
			['{0} of {1}', ['{0} de {1}']]
		])
	);
	const still = withPlaces.still(code('').code, (index) => isStill(each, index), 'page', 'v1');
	const built = `${still.replaceAll('"', '`')}${withPlaces.list('page', 'v1')}`;
	const made = new Map([['page', each]]);

	expect(fill(built, 'en', made)).toContain('<button title=`Go on`>Save</button>');
	expect(fill(built, 'es', made)).toContain('<button title=`Seguir`>Guardar \\x60ya\\x60</button>');
	expect(fill(built, 'es', made)).toContain('[0," de ",1]');
});
