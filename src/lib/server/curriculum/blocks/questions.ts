import * as v from 'valibot';
import type { PlayerQuestions } from '../../../blocks.ts';
import { group, id, words } from '../fields.ts';
import { choiceId, listWithIds } from './choices.ts';

export const questionsFields = group({
	id: id(),
	title: words(),
	roles: listWithIds(group({ id: choiceId(), name: words() }), 2, 'role'),
	lenses: v.pipe(
		listWithIds(
			group({
				id: choiceId(),
				title: words(),
				questions: listWithIds(group({ id: choiceId(), text: words() }), 1, 'question')
			}),
			1,
			'lens'
		),
		v.check((lenses) => {
			const ids = lenses.flatMap(({ questions }) => questions.map((one) => one.id));
			return new Set(ids).size === ids.length;
		}, 'has two questions with the same id in different lenses: give each its own')
	)
});

export type QuestionsBlock = PlayerQuestions;
