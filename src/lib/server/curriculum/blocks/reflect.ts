import * as v from 'valibot';
import type { PlayerReflect } from '../../../blocks.ts';
import { group, id, oneOf } from '../fields.ts';

const notWords = 'must be a whole number of words, 0 or more';

export const reflectFields = group({
	id: id(),
	audience: oneOf('me', 'facilitators', 'cohort'),
	thread: v.nullish(id(), null),
	minimum: v.nullish(v.pipe(v.number(notWords), v.integer(notWords), v.minValue(0, notWords)), 0)
});

export type ReflectBlock = PlayerReflect;
