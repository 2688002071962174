import type { Language } from '../../languages.ts';
import { listOpenCohorts, type OpenCohort } from '../cohorts/index.ts';
import {
	findSeries,
	getModule,
	getSeries,
	listLibraryPages,
	listSeries,
	type Series
} from '../curriculum/index.ts';
import { prisma, statement } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { LIBRARY, scopeOf, type Source } from './entry.ts';
import { indexKept } from './keep-index.ts';

export type EntryPage = {
	id: string;
	kind: string;
	title: string;
	summary: string;
	level: string;
	minutes: number | null;
	required: boolean;
	greatFor: string[];
	topics: string[];
	credit: string;
	language: string;
	body: EntryBody;
	related: { id: string; title: string; summary: string; kind: string; language: string }[];
};

export type EntryBody =
	| { is: 'page'; html: string; year: number | null }
	| { is: 'link'; href: string; host: string; year: number | null }
	| { is: 'handout'; html: string; module: string; series: { title: string; href: string } }
	| { is: 'practice'; did: string; changed: string; advice: string; module: InSeries | null }
	| { is: 'series'; series: SeriesToStart };

export type InSeries = { module: string; series: string; href: string };

export type SeriesToStart = {
	introHtml: string;
	hours: number;
	order: 'in-order' | 'any';
	modules: { id: string; number: number; title: string; summary: string; minutes: number }[];
	sources: Series['sources'];
	licence: string;
	/** Where the viewer goes on, when they take part. */
	goOn: string | null;
	/** Null for who is not signed in: which cohorts there are is not for everybody. */
	cohorts: OpenCohort[] | null;
};

type Row = Omit<EntryPage, 'body' | 'related'> & {
	source: Source;
	href: string;
	practiceId: string | null;
};

const ENTRY = `
	select id, source, kind, title, summary, level, minutes, required, great_for as "greatFor", topics,
		credit, language, href, practice_id as "practiceId"
	from library_entry where scope = $1 and id = $2`;

/** What shares most: topics first, then for whom it is. */
const RELATED = `
	select other.id, other.title, other.summary, other.kind, other.language
	from library_entry one join library_entry other on other.scope = one.scope and other.id <> one.id,
		lateral (select
			(select count(*) from unnest(one.topics) topic where topic = any(other.topics)) as topics,
			(select count(*) from unnest(one.great_for) tag where tag = any(other.great_for)) as people
		) shared
	where one.scope = $1 and one.id = $2 and (shared.topics > 0 or shared.people > 0)
	order by shared.topics desc, ts_rank(other.head, plainto_tsquery('english', one.title)) desc,
		shared.people desc, other.title
	limit 4`;

/** One thing of the library. Anybody may read it, signed in or not. */
export async function readEntry(
	viewer: Viewer | null,
	id: string,
	language: Language
): Promise<EntryPage> {
	await indexKept();
	const scope = scopeOf(LIBRARY, language);
	const [row] = await statement<Row>('library-entry', ENTRY, [scope, id]);
	if (row === undefined) throw new NotFound('There is nothing at this address of the library.');
	const { kind, title, summary, level, minutes, required, greatFor, topics, credit } = row;
	const [body, related] = await Promise.all([
		bodyOf(viewer, row, language),
		statement<EntryPage['related'][number]>('library-related', RELATED, [scope, id])
	]);
	return {
		id,
		kind,
		title,
		summary,
		level,
		minutes,
		required,
		greatFor,
		topics,
		credit,
		language: row.language,
		body,
		related
	};
}

async function bodyOf(viewer: Viewer | null, row: Row, language: Language): Promise<EntryBody> {
	switch (row.source) {
		case 'page':
			return pageBody(row, language);
		case 'series':
			return seriesBody(viewer, row.id, language);
		case 'handout':
			return handoutBody(row.id, language);
		case 'practice':
			return practiceBody(row.practiceId ?? '', language);
		case 'step':
			throw new NotFound();
	}
}

function pageBody({ id }: Row, language: Language): EntryBody {
	const page = listLibraryPages(language).find(({ slug }) => slug === id);
	if (page === undefined) throw new NotFound();
	const { href, html, year } = page;
	if (href === null) return { is: 'page', html, year };
	return { is: 'link', href, host: new URL(href).hostname.replace(/^www\./, ''), year };
}

async function seriesBody(
	viewer: Viewer | null,
	slug: string,
	language: Language
): Promise<EntryBody> {
	const series = findSeries(slug, language);
	if (series === null) throw new NotFound();
	const { id, introHtml, hours, order, modules, sources, licence } = series;
	const isIn = viewer?.enrolments.some(({ seriesId }) => seriesId === id) ?? false;
	const cohorts = viewer === null ? null : await listOpenCohorts(viewer, [id]);
	return {
		is: 'series',
		series: {
			introHtml,
			hours,
			order,
			modules: modules.map(({ id: moduleId, number, title, summary, minutes }) => ({
				id: moduleId,
				number,
				title,
				summary,
				minutes: minutes.alone
			})),
			sources,
			licence,
			goOn: isIn ? `/learn/${slug}` : null,
			cohorts
		}
	};
}

function handoutBody(id: string, language: Language): EntryBody {
	for (const series of listSeries(language)) {
		for (const module of series.modules) {
			const handout = module.handouts.find((each) => each.id === id);
			if (handout === undefined) continue;
			return {
				is: 'handout',
				html: handout.html,
				module: module.title,
				series: { title: series.title, href: `/library/${series.slug}` }
			};
		}
	}
	throw new NotFound();
}

async function practiceBody(id: string, language: Language): Promise<EntryBody> {
	const practice = await prisma().practice.findFirst({
		where: { id, state: 'published' },
		select: { did: true, changed: true, advice: true, moduleId: true }
	});
	if (practice === null) throw new NotFound();
	const { moduleId, ...words } = practice;
	return {
		is: 'practice',
		...words,
		module: moduleId === null ? null : inSeries(moduleId, language)
	};
}

/** A module that is gone from the content takes nothing from what people did with it. */
function inSeries(moduleId: string, language: Language): InSeries | null {
	try {
		const module = getModule(moduleId, language);
		const series = getSeries(module.seriesId, language);
		return { module: module.title, series: series.title, href: `/library/${series.slug}` };
	} catch (thrown) {
		if (thrown instanceof NotFound) return null;
		throw thrown;
	}
}
