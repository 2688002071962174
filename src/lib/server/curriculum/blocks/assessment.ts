import * as v from 'valibot';
import type { PlayerAssessment } from '../../../blocks.ts';
import { group, id, listOf, oneOf, words } from '../fields.ts';
import { choiceId, listWithIds } from './choices.ts';

const item = group({
	id: choiceId(),
	text: words(),
	next: words(),
	outcome: v.nullish(oneOf('knowledge', 'practices', 'mindsets', 'systems'), null)
});

const NOT_BOTH =
	'or `again` must be given, one of the two: `again` takes all of an earlier Assessment over';

/** What a first assessment gives, and one that is done again takes over. */
export const assessmentFields = v.pipe(
	group({
		id: id(),
		title: words(),
		by: v.nullish(oneOf('team', 'person'), null),
		scale: v.nullish(
			v.pipe(
				listOf(words()),
				v.minLength(2, 'needs at least two levels'),
				v.maxLength(7, 'has more than seven levels, which nobody can tell apart: join some'),
				v.check(
					(levels) => new Set(levels).size === levels.length,
					'has two levels of the same name: give each its own'
				)
			),
			null
		),
		areas: v.nullish(
			v.pipe(
				listWithIds(
					group({ id: choiceId(), title: words(), items: listWithIds(item, 1, 'item') }),
					1,
					'area'
				),
				v.check((areas) => {
					const ids = areas.flatMap(({ items }) => items.map((one) => one.id));
					return new Set(ids).size === ids.length;
				}, 'has two items with the same id: give each its own, also across areas')
			),
			null
		),
		again: v.nullish(id(), null)
	}),
	v.forward(
		v.check(({ by, again }) => (by === null) !== (again === null), NOT_BOTH),
		['by']
	),
	v.forward(
		v.check(({ scale, again }) => (scale === null) !== (again === null), NOT_BOTH),
		['scale']
	),
	v.forward(
		v.check(({ areas, again }) => (areas === null) !== (again === null), NOT_BOTH),
		['areas']
	)
);

export type AssessmentBlock = PlayerAssessment;
