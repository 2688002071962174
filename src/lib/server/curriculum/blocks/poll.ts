import * as v from 'valibot';
import type { PlayerPoll } from '../../../blocks.ts';
import { group, id, words, yesOrNo } from '../fields.ts';
import { choiceId, choicesOf } from './choices.ts';

export const pollFields = group({
	id: id(),
	choices: choicesOf(group({ id: choiceId(), text: words() })),
	multiple: v.nullish(yesOrNo(), false)
});

export type PollBlock = PlayerPoll;
