import * as v from 'valibot';

/** Ids of choices are short and their own: they are stored with answers. */
export const choiceId = () =>
	v.pipe(
		v.string("must be a short id such as 'a'"),
		v.regex(/^[a-z0-9][a-z0-9-]*$/, "must be a short id in lower case such as 'a'")
	);

/** A list of things with ids, each its own. */
export function listWithIds<Item extends v.GenericSchema<unknown, { id: string }>>(
	item: Item,
	least: number,
	thing: string
) {
	return v.pipe(
		v.array(item, 'must be a list'),
		v.minLength(least, `needs at least ${least === 1 ? `one ${thing}` : `two ${thing}s`}`),
		v.check(
			(things) => new Set(things.map((one) => one.id)).size === things.length,
			`has two ${thing}s with the same id: give each its own`
		)
	);
}

export function choicesOf<Fields extends v.GenericSchema<unknown, { id: string }>>(choice: Fields) {
	return v.pipe(
		v.array(choice, 'must be a list'),
		v.minLength(2, 'needs at least two choices'),
		v.check(
			(choices) => new Set(choices.map((one) => one.id)).size === choices.length,
			'has two choices with the same id: give each its own'
		)
	);
}
