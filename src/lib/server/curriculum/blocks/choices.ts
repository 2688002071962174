import * as v from 'valibot';

/** Ids of choices are short and their own: they are stored with answers. */
export const choiceId = () =>
	v.pipe(
		v.string("must be a short id such as 'a'"),
		v.regex(/^[a-z0-9][a-z0-9-]*$/, "must be a short id in lower case such as 'a'")
	);

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
