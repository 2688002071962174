import * as v from 'valibot';
import { atLeastOne, group, id, listOf, minutes, oneOf, words } from './fields.ts';
import { isBlockKind } from './blocks/index.ts';

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
					(kind) => typeof kind === 'string' && isBlockKind(kind) && kind !== 'resources',
					'must be one of: video, reflect, poll, check'
				)
			)
		),
		null
	)
});
export type StepFields = v.InferOutput<typeof stepFields>;

/** "Leading number orders, the rest is the slug." */
export interface Place {
	number: number;
	slug: string;
}

export function placeOf(name: string): Place | null {
	const match = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
	return match ? { number: Number(match[1]), slug: match[2] ?? '' } : null;
}
