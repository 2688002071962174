import * as v from 'valibot';
import type { PlanColumn, PlayerPlan } from '../../../blocks.ts';
import { group, id, listOf, oneOf, words, yesOrNo } from '../fields.ts';
import { choiceId, listWithIds } from './choices.ts';

/** What a status may be when the author names no choices of their own. */
const STATUSES = ['Not started', 'Under way', 'Done', 'Stopped'];

const column = v.pipe(
	group({
		id: choiceId(),
		name: words(),
		kind: oneOf('text', 'person', 'date', 'status', 'choice'),
		choices: v.nullish(v.pipe(listOf(words()), v.minLength(2, 'needs at least two choices')), null),
		hint: v.nullish(words(), null),
		optional: v.nullish(yesOrNo(), false)
	}),
	v.check(
		({ kind, choices }) => choices === null || kind === 'choice' || kind === 'status',
		'has `choices` in a column that is neither a choice nor a status: remove them or change its kind'
	),
	v.check(
		({ kind, choices }) => kind !== 'choice' || choices !== null,
		"has a column of kind choice without `choices`: name them, such as choices: ['Keep', 'Stop']"
	)
);

export const planFields = v.pipe(
	group({
		id: id(),
		title: words(),
		columns: v.pipe(
			listWithIds(column, 2, 'column'),
			v.maxLength(8, 'has more than eight columns, which no page is wide enough for: join some')
		),
		rows: v.nullish(
			listOf(v.record(v.string(), words(), 'must be a group of starting texts by column id')),
			[]
		)
	}),
	v.forward(
		v.check(({ columns, rows }) => {
			const known = new Set(columns.map((one) => one.id));
			return rows.every((row) => Object.keys(row).every((key) => known.has(key)));
		}, 'have a text for a column that is not among `columns`: mend its id'),
		['rows']
	),
	v.forward(
		v.check(
			({ columns, rows }) =>
				columns.every(({ id: key, kind, choices }) => {
					const allowed = choices ?? (kind === 'status' ? STATUSES : null);
					const texts = rows.flatMap((row) => (row[key] === undefined ? [] : [row[key]]));
					if (kind === 'date') return texts.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
					return allowed === null || texts.every((text) => allowed.includes(text));
				}),
			'start a cell with what its column does not know: one of its choices, or a date such as 2027-03-31'
		),
		['rows']
	)
);

export type PlanBlock = PlayerPlan;

/** Columns with what they may hold; a status has four of its own when the author names none. */
export function finishColumns(columns: v.InferOutput<typeof planFields>['columns']): PlanColumn[] {
	return columns.map((one) => ({
		...one,
		choices: one.choices ?? (one.kind === 'status' ? STATUSES : [])
	}));
}
