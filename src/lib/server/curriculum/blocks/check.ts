import * as v from 'valibot';
import type { Prompt } from '../../../blocks.ts';
import { group, id, words, yesOrNo } from '../fields.ts';
import { choiceId, choicesOf } from './choices.ts';

export const checkFields = group({
	id: id(),
	choices: v.pipe(
		choicesOf(
			group({
				id: choiceId(),
				text: words(),
				feedback: words(),
				correct: v.nullish(yesOrNo(), false)
			})
		),
		v.check(
			(choices) => choices.some((choice) => choice.correct),
			'has no right choice: give at least one `correct: true`'
		)
	)
});

export type CheckChoice = v.InferOutput<typeof checkFields>['choices'][number];

export interface CheckBlock extends Prompt {
	kind: 'check';
	id: string;
	/** With the answer key: this never leaves the server whole. */
	choices: CheckChoice[];
	multiple: boolean;
}
