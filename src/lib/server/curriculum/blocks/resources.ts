import * as v from 'valibot';
import type { PlayerResources } from '../../../blocks.ts';
import { atLeastOne, group, id, listOf, minutes, oneOf, words, yesOrNo } from '../fields.ts';

const address = v.pipe(
	v.string(
		'must be a web address, a file such as media/cards.pdf, or a handout such as handouts/three-lists'
	),
	v.regex(
		/^(https:\/\/[^\s]+|media\/[\w-]+(\.[\w-]+)+|handouts\/[a-z0-9]+(-[a-z0-9]+)*)$/,
		'must begin with https://, or be a file such as media/cards.pdf or a handout such as handouts/three-lists'
	)
);

export const resourcesFields = group({
	id: id(),
	title: words(),
	items: atLeastOne(
		group({
			title: words(),
			href: address,
			kind: oneOf('article', 'tool', 'report', 'video', 'handout'),
			minutes: v.nullish(minutes(), null),
			note: v.nullish(words(), null),
			required: v.nullish(yesOrNo(), false),
			great_for: v.nullish(listOf(id()), [])
		})
	)
});

export type ResourcesBlock = PlayerResources;
