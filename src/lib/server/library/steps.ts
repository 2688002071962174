import type { Language } from '../../languages.ts';
import type { Series } from '../curriculum/index.ts';
import { byIndex } from './by-index.ts';
import { scopeOf } from './entry.ts';
import { indexKept } from './keep-index.ts';
import { CLOSE, hasMarks, OPEN, stretches, type Stretch } from './marks.ts';
import { readQuery, type Query } from './query.ts';

export type FoundStep = { stepId: string; title: Stretch[]; excerpt: Stretch[] };
export type FoundSteps = { steps: FoundStep[]; mended: Query['mended'] };

type Row = { stepId: string; title: string; excerpt: string };

const MOST = 40;

const SEARCH = `
	select id as "stepId",
		ts_headline('english', title, $2::tsquery,
			'StartSel=${OPEN}, StopSel=${CLOSE}, HighlightAll=true') as title,
		ts_headline('english', text, $2::tsquery,
			'StartSel=${OPEN}, StopSel=${CLOSE}, MaxFragments=1, MaxWords=26, MinWords=14') as excerpt
	from library_entry
	where scope = $1 and source = 'step' and search @@ $2::tsquery
	order by ts_rank('{0, 0, 0.4, 1}', head, $2::tsquery, 1) desc, id
	limit ${MOST}`;

/**
 * The steps of a series that have the words, the likeliest first. It tells of locked steps too: the caller,
 * who knows the reader's place, leaves out what they may not open.
 */
export async function searchSteps(
	series: Pick<Series, 'id'>,
	words: string,
	language: Language
): Promise<FoundSteps> {
	await indexKept();
	const scope = scopeOf(series.id, language);
	const { rows, mended } = await byIndex(async (ask) => {
		const query = await readQuery(ask, words, scope);
		if (query.every === null) return { rows: [], mended: query.mended };
		const strict = await ask<Row>('library-steps', SEARCH, [scope, query.every]);
		const found =
			strict.length > 0 ? strict : await ask<Row>('library-steps', SEARCH, [scope, query.any]);
		return { rows: found, mended: query.mended };
	});
	return {
		steps: rows.map(({ stepId, title, excerpt }) => ({
			stepId,
			title: stretches(title),
			excerpt: hasMarks(excerpt) ? stretches(excerpt) : []
		})),
		mended
	};
}
