import * as v from 'valibot';
import type { PlayerRubric } from '../../../blocks.ts';
import { group, id, listOf, words } from '../fields.ts';
import { choiceId, listWithIds } from './choices.ts';

export const rubricFields = v.pipe(
	group({
		id: id(),
		title: words(),
		levels: v.pipe(
			listOf(words()),
			v.minLength(2, 'needs at least two levels'),
			v.maxLength(7, 'has more than seven levels, which nobody can tell apart: join some'),
			v.check(
				(levels) => new Set(levels).size === levels.length,
				'has two levels of the same name: give each its own'
			)
		),
		indicators: listWithIds(
			group({ id: choiceId(), text: words(), looks: listOf(words()) }),
			1,
			'indicator'
		)
	}),
	v.forward(
		v.check(
			({ levels, indicators }) => indicators.every(({ looks }) => looks.length === levels.length),
			'has an indicator whose `looks` are not as many as the `levels`: say for each level what it looks like'
		),
		['indicators']
	)
);

export type RubricBlock = PlayerRubric;
