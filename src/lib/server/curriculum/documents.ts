import * as v from 'valibot';
import { atLeastOne, group, id, listOf, minutes, oneOf, words } from './fields.ts';
import { completableKinds } from './blocks/index.ts';

/** The front matter of each kind of file under modules/. */

const retired = v.nullish(listOf(v.string('must be an id')), []);

export const seriesFields = group({
	id: id(),
	title: words(),
	summary: words(),
	licence: words(),
	sources: listOf(
		group({
			title: words(),
			by: words(),
			year: v.nullish(v.number('must be a year'), null),
			note: v.nullish(words(), null),
			href: v.nullish(words(), null)
		})
	),
	audiences: atLeastOne(id()),
	arcs: atLeastOne(group({ id: id(), title: words(), question: words() })),
	norms: listOf(words()),
	hours: v.pipe(v.number('must be a number of hours'), v.minValue(0, 'must be 0 or more')),
	order: oneOf('in-order', 'any'),
	retired
});
export type SeriesFields = v.InferOutput<typeof seriesFields>;

export const moduleFields = group({
	id: id(),
	title: words(),
	summary: words(),
	arc: id(),
	minutes: group({ alone: minutes(), live: minutes() }),
	objectives: atLeastOne(words()),
	essential_question: words(),
	prerequisites: v.nullish(listOf(id()), []),
	modes: v.nullish(atLeastOne(oneOf('alone', 'group')), ['alone']),
	version: v.nullish(
		v.pipe(
			v.union([words(), v.number()], 'must be a number or words such as 2 or 2026-08'),
			v.transform(String)
		),
		'1'
	),
	retired
});
export type ModuleFields = v.InferOutput<typeof moduleFields>;

export const stepFields = group({
	id: id(),
	title: words(),
	minutes: minutes(),
	requires: v.nullish(
		atLeastOne(
			v.pipe(
				v.string('must be a kind of block'),
				v.custom<string>(
					(kind) => typeof kind === 'string' && completableKinds.includes(kind),
					`must be one of: ${completableKinds.join(', ')}`
				)
			)
		),
		null
	),
	layout: v.nullish(oneOf('digest'), null)
});
export type StepFields = v.InferOutput<typeof stepFields>;

/** A page that a group prints and uses. */
export const handoutFields = group({ id: id(), title: words(), summary: words() });
export type HandoutFields = v.InferOutput<typeof handoutFields>;

/** The words of a series that are explained where they are read. */
export const glossaryFields = group({
	terms: atLeastOne(group({ term: words(), also: v.nullish(listOf(words()), []), means: words() }))
});
export type GlossaryFields = v.InferOutput<typeof glossaryFields>;

export const libraryFields = group({
	id: id(),
	title: words(),
	summary: words(),
	kind: oneOf('article', 'tool', 'report', 'video', 'handout', 'protocol', 'page'),
	href: v.nullish(
		v.pipe(
			v.string('must be a web address'),
			v.regex(/^https:\/\/[^\s]+$/, 'must begin with https://')
		),
		null
	),
	great_for: atLeastOne(
		oneOf('teacher', 'school-leader', 'district-leader', 'support-staff', 'family-partner', 'coach')
	),
	level: oneOf('start', 'deepen', 'lead'),
	minutes: minutes(),
	required: v.nullish(v.boolean('must be true or false'), false),
	topics: atLeastOne(words()),
	by: v.nullish(words(), null),
	year: v.nullish(v.number('must be a year'), null)
});
export type LibraryFields = v.InferOutput<typeof libraryFields>;

/** A handout's address, from the name of its file: handout.three-lists.md is three-lists. */
export function handoutSlug(name: string): string | null {
	return /^handout\.([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(name)?.[1] ?? null;
}

/** The language that stands in a file's name (10-watch.es.md), or null: English. */
export function languageOf(name: string): string | null {
	return /\.([a-z]{2})\.md$/.exec(name)?.[1] ?? null;
}

/** "Leading number orders, the rest is the slug." */
export interface Place {
	number: number;
	slug: string;
}

export function placeOf(name: string): Place | null {
	const match = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
	return match ? { number: Number(match[1]), slug: match[2] ?? '' } : null;
}
