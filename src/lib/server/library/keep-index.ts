import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { statement } from '../db/index.ts';
import { transaction } from '../db/transaction.ts';
import { contentEntries } from './content.ts';
import type { Entry } from './entry.ts';

/**
 * The index of what can be found. What comes from the content is compared by its hash when a server starts;
 * only what changed is written, by one worker at a time. Published practices come and go one by one.
 */

const COLUMNS = [
	'scope',
	'id',
	'source',
	'kind',
	'title',
	'summary',
	'text',
	'level',
	'minutes',
	'required',
	'great_for',
	'topics',
	'href',
	'language',
	'credit',
	'hash',
	'practice_id'
] as const;

const WRITE = `
	insert into library_entry (${COLUMNS.join(', ')})
	select scope, id, source::library_source, kind, title, summary, text, level, minutes, required,
		array(select jsonb_array_elements_text(great_for)), array(select jsonb_array_elements_text(topics)),
		href, language, credit, hash, practice_id
	from jsonb_to_recordset($1::jsonb) as entry(
		scope text, id text, source text, kind text, title text, summary text, text text, level text,
		minutes integer, required boolean, great_for jsonb, topics jsonb, href text, language text,
		credit text, hash text, practice_id uuid
	)
	on conflict (scope, id) do update set ${COLUMNS.slice(2)
		.map((column) => `${column} = excluded.${column}`)
		.join(', ')}`;

/** The words of entries, as they stand: numbers and scraps help nobody who mistyped. */
const WRITE_WORDS = `
	insert into library_word (scope, word)
	select distinct entry.scope, lexeme.word
	from library_entry entry,
		unnest(tsvector_to_array(
			to_tsvector('simple', entry.title || ' ' || entry.summary || ' ' || entry.text)
		)) as lexeme(word)
	where (entry.scope, entry.id) in (select * from unnest($1::text[], $2::text[]))
		and lexeme.word ~ '^[[:alpha:]]{3,40}$'
	on conflict do nothing`;

/** The key of the advisory lock: any number that nobody else takes. */
const LOCK = 7_130_411;

let kept: Promise<unknown> | undefined;

/** Resolves when the index has been compared with the content of this process. */
export async function indexKept(): Promise<void> {
	kept ??= keepIndex();
	try {
		await kept;
	} catch (problem) {
		// Another try at the next question: the database may only have been away.
		kept = undefined;
		throw problem;
	}
}

/** Makes the index equal to the content. */
export async function keepIndex(
	entries: readonly Entry[] = contentEntries()
): Promise<{ written: number; removed: number }> {
	const wanted = new Map(entries.map((entry) => [keyOf(entry), { entry, hash: hashOf(entry) }]));
	if ((await differences(wanted)).isNothing) return { written: 0, removed: 0 };
	return transaction(async (client) => {
		await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
		// Again, now that nobody else writes.
		const { changed, gone } = await differences(wanted, client);
		await client.query(
			`delete from library_entry where (scope, id) in (select * from unnest($1::text[], $2::text[]))`,
			[gone.map(({ scope }) => scope), gone.map(({ id }) => id)]
		);
		await write(client, changed);
		return { written: changed.length, removed: gone.length };
	});
}

/** Puts entries into the index, or anew. */
export async function indexEntries(client: PoolClient, entries: readonly Entry[]): Promise<void> {
	await write(
		client,
		entries.map((entry) => ({ entry, hash: hashOf(entry) }))
	);
}

type Hashed = { entry: Entry; hash: string };
type Kept = { scope: string; id: string; hash: string };

const KEPT = `select scope, id, hash from library_entry where source <> 'practice'`;

async function differences(wanted: ReadonlyMap<string, Hashed>, client?: PoolClient) {
	const rows = client
		? (await client.query<Kept>(KEPT)).rows
		: await statement<Kept>('library-kept', KEPT, []);
	const hashes = new Map(rows.map((row) => [keyOf(row), row.hash]));
	const changed = [...wanted].flatMap(([key, each]) =>
		hashes.get(key) === each.hash ? [] : [each]
	);
	const gone = rows.filter((row) => !wanted.has(keyOf(row)));
	return { changed, gone, isNothing: changed.length === 0 && gone.length === 0 };
}

async function write(client: PoolClient, entries: readonly Hashed[]): Promise<void> {
	if (entries.length === 0) return;
	const rows = entries.map(({ entry, hash }) => {
		const { greatFor, practiceId, ...rest } = entry;
		return { ...rest, great_for: greatFor, practice_id: practiceId, hash };
	});
	await client.query(WRITE, [JSON.stringify(rows)]);
	await client.query(WRITE_WORDS, [
		entries.map(({ entry }) => entry.scope),
		entries.map(({ entry }) => entry.id)
	]);
}

function keyOf({ scope, id }: { scope: string; id: string }): string {
	return `${scope} ${id}`;
}

function hashOf(entry: Entry): string {
	return createHash('sha256').update(JSON.stringify(entry)).digest('base64url');
}
