import type { Ask } from './by-index.ts';
import { meant, swaps } from './slips.ts';

/** What was typed, as the index is asked for it. */
export type Query = {
	/** For PostgreSQL; every word must be there. Null when nothing can be looked for. */
	every: string | null;
	/** The same, but any of the words is enough: for what is nearest when nothing has all of them. */
	any: string | null;
	/** Words that were read as others, since nothing has them as they were typed. */
	mended: { typed: string; read: string[] }[];
};

const MOST_WORDS = 12;
const LONGEST_WORD = 40;

type Word = { word: string; stem: string };

/** The English stem of each word, quoted; empty for “the” and its like. */
const STEMS = `
	select word, to_tsquery('english', word)::text as stem
	from unnest($1::text[]) with ordinality as asked(word, at) order by at`;

/** Whether there is a word that begins with what was typed, or with its stem. */
const KNOWN = `
	(select 1 as known from library_word where scope = $1 and word like $2 limit 1)
	union all
	(select 1 as known from library_word where scope = $1 and word like $3 limit 1)
	limit 1`;

/** The words that are most like it. */
const NEAR = `
	select word, to_tsquery('english', word)::text as stem
	from library_word
	where scope = $1 and (word % $2 or word = any($3::text[]))
	order by similarity(word, $2) desc, word
	limit 24`;

/** Reads what a person typed, where they look for it. */
export async function readQuery(ask: Ask, typed: string, scope: string): Promise<Query> {
	const asked = wordsIn(typed);
	if (asked.length === 0) return { every: null, any: null, mended: [] };
	const found = await ask<Word>('library-stems', STEMS, [asked]);
	const mended: Query['mended'] = [];
	const told = found.filter(({ stem }) => stem !== '');
	const clauses: string[] = [];
	for (const each of told.length > 0 ? told : found) {
		const near = (await isKnown(ask, scope, each)) ? [] : await nearTo(ask, scope, each.word);
		if (near.length > 0) mended.push({ typed: each.word, read: near.map(({ word }) => word) });
		// The last word may still be on its way.
		const isLast = each.word === asked.at(-1) || near.length > 0;
		clauses.push(anyOf(near.length > 0 ? near : [each], isLast));
	}
	return { every: clauses.join(' & '), any: clauses.join(' | '), mended };
}

/** These are asked without a name, so that each is planned for its own word: a pattern goes by an index then. */
async function isKnown(ask: Ask, scope: string, { word, stem }: Word): Promise<boolean> {
	const begins = stem === '' ? word : stem.replaceAll("'", '');
	const rows = await ask<{ known: number }>(null, KNOWN, [scope, `${word}%`, `${begins}%`]);
	return rows.length > 0;
}

async function nearTo(ask: Ask, scope: string, typed: string): Promise<Word[]> {
	const swapped = typed.length > 2 ? swaps(typed) : [];
	const rows = await ask<Word>(null, NEAR, [scope, typed, swapped]);
	const read = meant(
		typed,
		rows.map(({ word }) => word)
	);
	return rows.filter(({ word }) => read.includes(word));
}

function anyOf(words: readonly Word[], isBeginning: boolean): string {
	const clauses = words.flatMap(({ word, stem }) => [
		...(stem === '' ? [] : [stem]),
		isBeginning ? `'${word}':*` : `'${word}'`
	]);
	return `(${clauses.join(' | ')})`;
}

/** Letters and digits only, so that nothing in a query is more than a word. */
function wordsIn(typed: string): string[] {
	const words =
		typed
			.toLowerCase()
			.normalize('NFC')
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return [...new Set(words)].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}
