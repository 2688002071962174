import { chosenFilters, type ChosenFilter, type LibraryFilters } from '../../library.ts';
import type { Language } from '../../languages.ts';
import { statement } from '../db/index.ts';
import { byIndex, type Ask } from './by-index.ts';
import { LIBRARY, scopeOf, type Source } from './entry.ts';
import { indexKept } from './keep-index.ts';
import { CLOSE, hasMarks, OPEN, stretches, type Stretch } from './marks.ts';
import { readQuery, type Query } from './query.ts';

const PAGE_SIZE = 15;

/** How an entry stands in a list. */
export type Found = {
	id: string;
	source: Source;
	kind: string;
	title: Stretch[];
	summary: Stretch[];
	/** Where the words stand in its text; empty when they do not, or nothing was looked for. */
	excerpt: Stretch[];
	level: string;
	minutes: number | null;
	required: boolean;
	greatFor: string[];
	credit: string;
	language: string;
	href: string;
	isElsewhere: boolean;
};

export type Nearest = {
	/** One choice taken back, and how many there would be then. */
	fewer: (ChosenFilter & { count: number })[];
	/** Whatever has any of the words, with nothing else asked for. */
	entries: Found[];
};

export type LibraryPage = {
	filters: LibraryFilters;
	total: number;
	pages: number;
	entries: Found[];
	mended: Query['mended'];
	topics: { topic: string; count: number }[];
	/** How many there are in all. */
	all: number;
	/** Only when nothing was found. */
	nearest: Nearest | null;
};

type Row = Omit<Found, 'title' | 'summary' | 'excerpt' | 'isElsewhere'> & {
	total: number;
	title: string;
	summary: string;
	excerpt: string;
};

/**
 * Asked for with words or without: two statements, so that the one with words goes by its index. Where most
 * entries have the words PostgreSQL reads them all, and then what is cheap to ask comes first.
 */
const wanted = (hasWords: boolean) => `
	scope = $1
	and (cardinality($3::text[]) = 0 or great_for && $3::text[])
	and (cardinality($4::text[]) = 0 or kind = any($4::text[]))
	and (cardinality($5::text[]) = 0 or level = any($5::text[]))
	and (cardinality($6::text[]) = 0 or topics && $6::text[])
	and ($7::integer is null or minutes <= $7::integer)
	and ($8::boolean is null or required = $8::boolean)
	and ${hasWords ? 'search @@ $2::tsquery' : '$2::text is null'}`;

/**
 * Words in a title weigh most, in a summary less; what has them in its text only comes after. Without
 * words: where to start comes first. Marks are put only into what is shown.
 */
const search = (hasWords: boolean) => `
	with matching as (
		select id as found, count(*) over ()::int as total,
			row_number() over (order by
				${hasWords ? `ts_rank('{0, 0, 0.4, 1}', head, $2::tsquery, 1)` : '0::real'} desc,
				array_position('{start,deepen,lead}', level), required desc, title, id
			) as place
		from library_entry
		where ${wanted(hasWords)}
		order by place
		limit $9 offset $10
	)
	select id, source, kind, level, minutes, required, great_for as "greatFor", credit, language, href,
		total,
		${hasWords ? marked('title', 'HighlightAll=true') : 'title'} as title,
		${hasWords ? marked('summary', 'HighlightAll=true') : 'summary'} as summary,
		${hasWords ? marked('left(text, 12000)', 'MaxFragments=1, MaxWords=26, MinWords=14') : `''`} as excerpt
	from matching join library_entry on scope = $1 and id = found
	order by place`;

const SEARCH = { words: search(true), all: search(false) };
const COUNT = {
	words: `select count(*)::int as total from library_entry where ${wanted(true)}`,
	all: `select count(*)::int as total from library_entry where ${wanted(false)}`
};

const TOPICS = `
	select topic, count(*)::int as count
	from library_entry, unnest(topics) as topic
	where scope = $1 group by topic order by topic`;

const ALL = `select count(*)::int as total from library_entry where scope = $1`;

function marked(text: string, options: string): string {
	return `ts_headline('english', ${text}, $2::tsquery, 'StartSel=${OPEN}, StopSel=${CLOSE}, ${options}')`;
}

/** The library as it is asked for. It is everybody's, so nobody's name is asked. */
export async function searchLibrary(
	filters: LibraryFilters,
	language: Language
): Promise<LibraryPage> {
	await indexKept();
	const scope = scopeOf(LIBRARY, language);
	const [{ query, rows, nearest }, topics, all] = await Promise.all([
		byIndex(async (ask) => {
			const read = await readQuery(ask, filters.words, scope);
			const found = await find(ask, scope, filters, read.every, PAGE_SIZE);
			const near = found.length === 0 ? await findNearest(ask, scope, filters, read) : null;
			return { query: read, rows: found, nearest: near };
		}),
		statement<{ topic: string; count: number }>('library-topics', TOPICS, [scope]),
		statement<{ total: number }>('library-all', ALL, [scope])
	]);
	const total = rows[0]?.total ?? 0;
	return {
		filters,
		total,
		pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
		entries: rows.map(foundIn),
		mended: query.mended,
		topics,
		all: all[0]?.total ?? 0,
		nearest
	};
}

/** An address with a page beyond the last one has nothing either: its nearest is the same without. */
async function findNearest(
	ask: Ask,
	scope: string,
	filters: LibraryFilters,
	query: Query
): Promise<Nearest> {
	const fewer: Nearest['fewer'] = [];
	for (const chosen of chosenFilters(filters)) {
		const [row] = await ask<{ total: number }>(
			query.every === null ? 'library-count' : 'library-count-words',
			query.every === null ? COUNT.all : COUNT.words,
			asked(scope, chosen.without, query.every)
		);
		fewer.push({ ...chosen, count: row?.total ?? 0 });
	}
	const open = { ...filters, for: [], kind: [], level: [], topic: [], minutes: null, need: null };
	const entries =
		query.any === null ? [] : await find(ask, scope, { ...open, page: 1 }, query.any, 5);
	return {
		fewer: fewer.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
		entries: entries.map(foundIn)
	};
}

function find(
	ask: Ask,
	scope: string,
	filters: LibraryFilters,
	tsquery: string | null,
	limit: number
): Promise<Row[]> {
	const [name, text] =
		tsquery === null ? ['library-search', SEARCH.all] : ['library-search-words', SEARCH.words];
	return ask<Row>(name, text, [
		...asked(scope, filters, tsquery),
		limit,
		(filters.page - 1) * limit
	]);
}

function asked(scope: string, filters: LibraryFilters, tsquery: string | null): unknown[] {
	return [
		scope,
		tsquery,
		filters.for,
		filters.kind,
		filters.level,
		filters.topic,
		filters.minutes,
		filters.need === null ? null : filters.need === 'required'
	];
}

function foundIn(row: Row): Found {
	const { id, source, kind, level, minutes, required, greatFor, credit, language, href } = row;
	return {
		id,
		source,
		kind,
		level,
		minutes,
		required,
		greatFor,
		credit,
		language,
		href,
		title: stretches(row.title),
		summary: stretches(row.summary),
		excerpt: hasMarks(row.excerpt) ? stretches(row.excerpt) : [],
		isElsewhere: source === 'page' && href.startsWith('https://')
	};
}
