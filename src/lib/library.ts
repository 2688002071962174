/** What the library is sorted by, and how a choice of it is written in an address. */

export const AUDIENCES = [
	'teacher',
	'school-leader',
	'district-leader',
	'support-staff',
	'family-partner',
	'coach'
] as const;

export const LEVELS = ['start', 'deepen', 'lead'] as const;

export const KINDS = [
	'series',
	'page',
	'tool',
	'protocol',
	'handout',
	'article',
	'report',
	'video',
	'practice'
] as const;

/** How long somebody has, in minutes. */
export const LENGTHS = [10, 20, 30, 60] as const;

export type LibraryFilters = {
	words: string;
	for: readonly string[];
	kind: readonly string[];
	level: readonly string[];
	topic: readonly string[];
	/** At most so many minutes. */
	minutes: number | null;
	need: 'required' | 'optional' | null;
	page: number;
};

export const EVERYTHING: LibraryFilters = {
	words: '',
	for: [],
	kind: [],
	level: [],
	topic: [],
	minutes: null,
	need: null,
	page: 1
};

const LONGEST = 200;
const MOST = 20;

/** Reads what an address asks for. What makes no sense there is left out: nobody mends an address. */
export function readFilters(params: URLSearchParams): LibraryFilters {
	const known = (name: string, values: readonly string[]) =>
		[...new Set(params.getAll(name))].filter((value) => values.includes(value));
	const need = params.get('need');
	const minutes = Number(params.get('minutes'));
	const page = Number(params.get('page'));
	return {
		words: storable(params.get('q') ?? '')
			.trim()
			.slice(0, LONGEST),
		for: known('for', AUDIENCES),
		kind: known('kind', KINDS),
		level: known('level', LEVELS),
		topic: [...new Set(params.getAll('topic').map((topic) => storable(topic).slice(0, LONGEST)))]
			.filter((topic) => topic !== '')
			.slice(0, MOST),
		minutes: LENGTHS.find((length) => length === minutes) ?? null,
		need: need === 'required' || need === 'optional' ? need : null,
		page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
	};
}

/** The address of the library with this choice; the same choice has one address. */
export function libraryHref(filters: LibraryFilters): string {
	const params = new URLSearchParams();
	if (filters.words !== '') params.set('q', filters.words);
	for (const name of ['for', 'kind', 'level', 'topic'] as const) {
		for (const value of filters[name].toSorted()) params.append(name, value);
	}
	if (filters.minutes !== null) params.set('minutes', String(filters.minutes));
	if (filters.need !== null) params.set('need', filters.need);
	if (filters.page > 1) params.set('page', String(filters.page));
	const query = params.toString();
	return query === '' ? '/library' : `/library?${query}`;
}

/** One thing that was chosen, and the choice without it. */
export type ChosenFilter = {
	name: 'for' | 'kind' | 'level' | 'topic' | 'minutes' | 'need';
	value: string;
	without: LibraryFilters;
};

export function chosenFilters(filters: LibraryFilters): ChosenFilter[] {
	const first = { ...filters, page: 1 };
	const lists = (['for', 'kind', 'level', 'topic'] as const).flatMap((name) =>
		filters[name].map((value) => ({
			name,
			value,
			without: { ...first, [name]: filters[name].filter((other) => other !== value) }
		}))
	);
	return [
		...lists,
		...(filters.minutes === null
			? []
			: [
					{
						name: 'minutes' as const,
						value: String(filters.minutes),
						without: { ...first, minutes: null }
					}
				]),
		...(filters.need === null
			? []
			: [{ name: 'need' as const, value: filters.need, without: { ...first, need: null } }])
	];
}

/** Text with a NUL or half a character would reach the database, which cannot take it. */
function storable(text: string): string {
	return text.toWellFormed().replaceAll('\0', '');
}
