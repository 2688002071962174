import * as v from 'valibot';

/** The fields that authors write, with messages that say how to mend them. */

export const words = () =>
	v.pipe(
		v.string('must be words'),
		v.trim(),
		v.nonEmpty('is empty: write something or leave it out')
	);

export const id = () =>
	v.pipe(
		v.string('must be an id such as lae-1-welcome'),
		v.regex(
			/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
			'must be an id in lower case with hyphens, such as lae-1-welcome'
		)
	);

const notMinutes = 'must be a whole number of minutes, at least 1';
export const minutes = () =>
	v.pipe(v.number(notMinutes), v.integer(notMinutes), v.minValue(1, notMinutes));

const notSeconds = 'must be a number of seconds from the start, such as 62';
export const seconds = () => v.pipe(v.number(notSeconds), v.minValue(0, notSeconds));

export const oneOf = <const Names extends readonly string[]>(...names: Names) =>
	v.picklist(names, `must be one of: ${names.join(', ')}`);

export const yesOrNo = () => v.boolean('must be true or false');

export const listOf = <Item extends v.GenericSchema>(item: Item) => v.array(item, 'must be a list');

export const atLeastOne = <Item extends v.GenericSchema>(item: Item) =>
	v.pipe(v.array(item, 'must be a list'), v.minLength(1, 'is an empty list: give at least one'));

export const group = <Entries extends v.ObjectEntries>(entries: Entries) => v.strictObject(entries);

export const media = () =>
	v.pipe(
		v.string('must be a file such as media/rooms.mp4'),
		v.regex(
			/^media\/[\w-]+(\.[\w-]+)+$/,
			'must be a file in the media folder, such as media/rooms.mp4'
		)
	);

/** What is wrong with one value, as a sentence, and where in it. */
export interface Complaint {
	path: (string | number)[];
	message: string;
}

export function complaints(issues: readonly v.BaseIssue<unknown>[]): Complaint[] {
	return issues.map((issue) => {
		const keys = (issue.path ?? []).map((item) =>
			typeof item.key === 'number' ? item.key : String(item.key)
		);
		const name = keys.map(String).join('.') || 'This';
		if (issue.type === 'strict_object' && issue.expected === 'never') {
			const last = keys.at(-1);
			if (typeof last === 'string' && last.includes(' ')) {
				return {
					path: keys,
					message: `"${last}" is cut off from its text. Quote the whole text: inside { } and [ ] a comma ends it.`
				};
			}
			return {
				path: keys,
				message: `\`${name}\` is not known here. Check its spelling or remove it.`
			};
		}
		if (issue.received === 'undefined') {
			return { path: keys, message: `\`${name}\` is missing. Add it.` };
		}
		if (issue.type === 'strict_object') {
			return { path: keys, message: `\`${name}\` must be a group of named values.` };
		}
		return { path: keys, message: `\`${name}\` ${issue.message}.` };
	});
}
