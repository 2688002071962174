import * as v from 'valibot';
import type { PlayerCompare } from '../../../blocks.ts';
import { group, id, words, yesOrNo } from '../fields.ts';
import { choiceId, listWithIds } from './choices.ts';

const notValue = 'must be a number, or words in quotes';

export const compareFields = v.pipe(
	group({
		id: id(),
		title: words(),
		illustrative: v.nullish(yesOrNo(), false),
		source: v.nullish(words(), null),
		cases: listWithIds(
			group({ id: choiceId(), name: words(), note: v.nullish(words(), null) }),
			2,
			'case'
		),
		dimensions: listWithIds(
			group({
				id: choiceId(),
				name: words(),
				unit: v.nullish(words(), null),
				values: v.record(v.string(), v.union([v.number(), words()], notValue), 'must be a group')
			}),
			1,
			'dimension'
		)
	}),
	v.forward(
		v.check(
			({ illustrative, source }) => illustrative || source !== null,
			'must say where the figures are from. If you made them up, say `illustrative={true}`'
		),
		['source']
	),
	v.forward(
		v.check(({ cases, dimensions }) => {
			const known = new Set(cases.map((one) => one.id));
			return dimensions.every(({ values }) => Object.keys(values).every((key) => known.has(key)));
		}, 'give values to a case that is not among `cases`: mend its id'),
		['dimensions']
	)
);

type Fields = v.InferOutput<typeof compareFields>;

export type CompareBlock = PlayerCompare;

/** A dimension can be drawn when every case that has a value has a number. */
export function finishDimensions(dimensions: Fields['dimensions']): PlayerCompare['dimensions'] {
	return dimensions.map(({ values, ...dimension }) => {
		const given = Object.values(values);
		return {
			...dimension,
			values,
			isNumeric: given.length > 0 && given.every((value) => typeof value === 'number')
		};
	});
}
