import * as v from 'valibot';
import type { PlayerContinuum } from '../../../blocks.ts';
import { group, id, words } from '../fields.ts';
import { choiceId, listWithIds } from './choices.ts';

export const continuumFields = v.pipe(
	group({
		id: id(),
		title: words(),
		pairs: v.nullish(
			listWithIds(group({ id: choiceId(), from: words(), to: words() }), 1, 'pair'),
			null
		),
		again: v.nullish(id(), null)
	}),
	v.forward(
		v.check(
			({ pairs, again }) => (pairs === null) !== (again === null),
			'or `again` must be given, one of the two: `again` takes the pairs of an earlier Continuum over'
		),
		['pairs']
	)
);

export type ContinuumBlock = PlayerContinuum;
