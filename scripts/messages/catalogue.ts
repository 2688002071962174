import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import PO from 'pofile';
import { compileTranslation, type CompiledElement } from 'wuchale/compiler';
import { extract, type Extract } from './extract.ts';
import { CATALOGUE, readSource, sources } from './sources.ts';

/** The texts that the code says, each with the files that say it. */
export type Said = { forms: string[]; values: Set<string>; files: Set<string> };

/** Spanish by the key of the English; a text that waits for its translation has empty forms. */
export type Translations = ReadonlyMap<string, readonly string[]>;

const HEADER = [
	'Every text of the interface, English and Spanish. The English stands in the code; `npm run messages`',
	'brings it here. Write the Spanish in msgstr. {0} is a value, <0>…</0> is a link or another element',
	'with words of its own, <0/> one without: keep them all, in whatever order Spanish wants.',
	'In a plural, # is the number. Words to keep to: docs/glossary.md, “Spanish”.'
];

/**
 * What is wrong with the texts and their translations, each with its place in the code.
 * @param faults Texts that each reader would get in the language of the first.
 */
export function problemsOf(
	said: ReadonlyMap<string, Said>,
	faults: readonly string[],
	translations: Translations
): string[] {
	const problems = faults.map(
		(fault) => `${fault}\n\tis said once, in one language for everybody. Say it inside a function.`
	);
	for (const [key, { forms, files }] of said) {
		const [file = ''] = files;
		const fault = faultOf(forms, translations.get(key) ?? []);
		if (fault !== null) problems.push(`${whereIs(key, file)} ${forms.join(' / ')}\n\t${fault}.`);
	}
	return problems;
}

export async function gather(): Promise<{ said: Map<string, Said>; faults: string[] }> {
	const said = new Map<string, Said>();
	const faults: string[] = [];
	for (const file of sources()) {
		const code = readSource(file);
		const found = await extract(code, file);
		for (const text of found.texts) note(said, text, file);
		faults.push(...found.faults.map((text) => `${whereIs(text, file, code)} ${text}`));
	}
	return { said, faults };
}

function note(said: Map<string, Said>, { key, forms, values }: Extract, file: string): void {
	const known = said.get(key) ?? { forms, values: new Set(), files: new Set() };
	if (values.length > 0) known.values.add(values.map((value, at) => `{${at}} ${value}`).join(', '));
	known.files.add(file);
	said.set(key, known);
}

/** `file:line` of a text, found by its longest piece between values and elements. */
function whereIs(text: string, file: string, code = readSource(file)): string {
	const pieces = text.split(/\{\d+\}|<\/?\d+\/?>|\n/).map((piece) => piece.trim().split(' '));
	const words = pieces.sort((one, other) => other.length - one.length)[0] ?? [];
	// A text may be broken over lines anywhere.
	const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
	const at = code.search(new RegExp(pattern));
	const line = at < 0 ? 1 : code.slice(0, at).split('\n').length;
	return `${file}:${line}`;
}

export function readCatalogue(): Translations {
	if (!existsSync(CATALOGUE)) return new Map();
	const { items } = PO.parse(readFileSync(CATALOGUE, 'utf8'));
	return new Map(
		items
			.filter(({ obsolete }) => !obsolete)
			.map(({ msgid, msgid_plural: plural, msgstr }) => [
				(plural ? `${msgid}\n${plural}` : msgid).trim(),
				msgstr
			])
	);
}

/** Writes what the code says with the translations there are; one that nothing says any more goes. */
export function writeCatalogue(said: ReadonlyMap<string, Said>, translations: Translations): void {
	const po = new PO();
	po.comments = HEADER;
	po.headers = {
		Language: 'es',
		'Content-Type': 'text/plain; charset=utf-8',
		'Plural-Forms': 'nplurals=2; plural=n != 1;'
	};
	po.items = [...said]
		.map(([key, text]) => ({ key, text, first: [...text.files].sort()[0] ?? '' }))
		.sort((one, other) => order(one.first, other.first) || order(one.key, other.key))
		.map(({ key, text }) => {
			const item = new PO.Item();
			[item.msgid = ''] = text.forms;
			const [, plural] = text.forms;
			if (plural !== undefined) item.msgid_plural = plural;
			const empty = text.forms.map(() => '');
			item.msgstr = [...(translations.get(key) ?? empty)];
			item.references = [...text.files].sort();
			item.extractedComments = [...text.values].sort();
			return item;
		});
	writeFileSync(CATALOGUE, po.toString());
}

function order(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

/** What is wrong with a translation, in words, or null. */
export function faultOf(forms: readonly string[], translated: readonly string[]): string | null {
	if (translated.length < forms.length || translated.some((text) => text.trim() === '')) {
		return 'has no Spanish yet';
	}
	for (const [at, form] of forms.entries()) {
		const missing = marksOf(form).filter((mark) => !marksOf(translated[at] ?? '').includes(mark));
		const added = marksOf(translated[at] ?? '').filter((mark) => !marksOf(form).includes(mark));
		if (missing.length > 0) return `lacks ${missing.join(' ')} in its Spanish`;
		if (added.length > 0) return `has ${added.join(' ')} in its Spanish only`;
	}
	return null;
}

function marksOf(text: string): string[] {
	return text.match(/\{\d+\}|<\/?\d+\/?>|#/g) ?? [];
}

/** The texts of one file in each language, as the code wants them. Spanish falls back to English. */
export function compiled(texts: readonly Extract[], translations: Translations) {
	const english = texts.map(({ forms }) => made(forms, forms));
	const spanish = texts.map(({ key, forms }) => made(translations.get(key) ?? forms, forms));
	return { en: english, es: spanish };
}

function made(forms: readonly string[], fallback: readonly string[]): CompiledElement {
	const whole = forms.some((form) => form === '') ? fallback : forms;
	if (whole.length > 1) return [...whole];
	const [text = ''] = whole;
	return compileTranslation(text, text);
}
