import pg from 'pg';
import type { DemoApp } from '../support/demo-app.ts';
import { load, type Load } from './load.ts';

/** How fast the library answers when it is large: entries of made-up words, the same at every run. */

const ENTRIES = 5000;
/** A search at the server, in milliseconds. */
export const LIBRARY_BAR = 50;

/** What people look for: one word, two of them with filters, the beginning of a word, and a slip. */
const SEARCHES = {
	everything: '',
	'one word': 'q=family',
	'two words, filtered': 'q=student+meeting&for=teacher&kind=tool&kind=protocol&minutes=30',
	'the beginning of a word': 'q=fam',
	'with a slip': 'q=studnet+agneda',
	nothing: 'q=student+xylophonist&for=coach&level=lead'
} as const;

export type LibraryFigures = { search: string; load: Load }[];

export async function measureLibrary(demo: DemoApp): Promise<LibraryFigures> {
	await fill(demo.databaseUrl);
	const figures: LibraryFigures = [];
	for (const [search, query] of Object.entries(SEARCHES)) {
		const url = `${demo.origin}/library/__data.json?${query}`;
		const processes = [demo.processes.app, demo.processes.database];
		figures.push({ search, load: await load({ url, headers: {}, processes }, 1) });
	}
	return figures;
}

/** Writes them into the index, where the app has kept its own already. */
async function fill(databaseUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		await client.query(
			`insert into library_entry (scope, id, source, kind, title, summary, text, level, minutes, required,
				great_for, topics, href, language, credit, hash)
			select 'library', 'bench-' || at, 'page', kind, title, summary, body, level, minutes, at % 9 = 0,
				array[great_for, 'coach'], array[topic], '/library/bench-' || at, 'en', '', ''
			from jsonb_to_recordset($1::jsonb) as entry(at integer, kind text, title text, summary text,
				body text, level text, minutes integer, great_for text, topic text)`,
			[JSON.stringify(Array.from({ length: ENTRIES }, (_, at) => entryOf(at)))]
		);
		await client.query(
			`insert into library_word (scope, word)
			select 'library', word from ts_stat(
				'select to_tsvector(''simple'', title || summary || text) from library_entry where scope = ''library'''
			) where word ~ '^[[:alpha:]]{3,40}$' on conflict do nothing`
		);
		await client.query('analyze library_entry');
		await client.query('analyze library_word');
	} finally {
		await client.end();
	}
}

const COMMON = `family student teacher meeting agenda letter question week plan room evidence listen
	schedule help reading data partner school change team morning support habit decide`.split(/\s+/);

function entryOf(at: number) {
	const next = numbers(at + 1);
	const pick = <Thing>(things: readonly Thing[]) => things[next() % things.length] as Thing;
	// One word in twelve is common, so that each common word stands in about half of the entries.
	const word = () => (next() % 12 === 0 ? pick(COMMON) : rare(next()));
	const words = (count: number) => Array.from({ length: count }, word).join(' ');
	return {
		at,
		kind: pick(['tool', 'protocol', 'page', 'handout']),
		title: words(6),
		summary: words(20),
		body: words(200),
		level: pick(['start', 'deepen', 'lead']),
		minutes: pick([5, 15, 25, 45, 90]),
		great_for: pick(['teacher', 'school-leader', 'support-staff']),
		topic: pick(['families', 'data', 'meetings', 'access'])
	};
}

const SYLLABLES = ['ba', 'cor', 'den', 'fi', 'gal', 'hem', 'jo', 'kir', 'lum', 'mo', 'nar', 'pel'];

function rare(seed: number): string {
	return [1, 12, 144].map((power) => SYLLABLES[Math.floor(seed / power) % 12]).join('');
}

/** Numbers that look like chance and are the same each time. */
function numbers(seed: number): () => number {
	let state = seed * 2_654_435_761;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
		return state >>> 3;
	};
}
