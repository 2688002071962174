import * as v from 'valibot';
import { inFigures } from '../messages/regional.ts';
import { Invalid } from './errors.ts';

/**
 * Reads a form's fields by a schema. Text with a NUL or a lone surrogate is refused, since PostgreSQL
 * cannot keep it; a field that is sent twice is refused unless the schema asks for an array.
 * @throws Invalid with a message for each field at fault.
 */
export function readForm<Schema extends v.GenericSchema>(
	form: FormData,
	schema: Schema
): v.InferOutput<Schema> {
	return readInput(fieldsOf(form), schema);
}

/** As `readForm`, for input that is an object already. */
export function readInput<Schema extends v.GenericSchema>(
	input: unknown,
	schema: Schema
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, withAllKeys(schema, input));
	if (parsed.success) return parsed.output;
	const fields: Record<string, string> = {};
	for (const issue of parsed.issues) fields[v.getDotPath(issue) ?? 'form'] ??= issue.message;
	throw new Invalid(Object.values(fields)[0] ?? 'Please check what you entered.', fields);
}

function fieldsOf(form: FormData): Record<string, unknown> {
	// From entries, not by assignment: a field may be called __proto__.
	return Object.fromEntries(
		[...new Set(form.keys())].map((key) => {
			const values = form.getAll(key);
			return [key, values.length === 1 ? values[0] : values];
		})
	);
}

/** A field that is missing is judged like one that is empty: by its own rule, in its own words. */
function withAllKeys(schema: v.GenericSchema, input: unknown): unknown {
	if (!('entries' in schema) || typeof schema.entries !== 'object') return input;
	if (typeof input !== 'object' || input === null) return input;
	const missing = Object.keys(schema.entries ?? {}).map((key) => [key, undefined]);
	return { ...Object.fromEntries(missing), ...input };
}

/** What a field is called in a sentence, such as “your name”; asked for anew for each reader. */
type Name = string | (() => string);

function said(name: Name): string {
	return typeof name === 'string' ? name : name();
}

/** What turns the text around it as well: nobody types it, and a name with it rewrites the row it stands in. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** Anything but blanks and letters without a shape. Between others these join and part, in emoji and in Persian. */
const SHOWS = /[^\s\u2800\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** One line of text, trimmed, of which something can be seen. */
export function line(longest: number, name: Name) {
	return v.pipe(
		storable(name),
		v.transform((value) => value.replace(TURNS, '')),
		v.trim(),
		v.regex(SHOWS, `Enter ${said(name)}.`),
		v.maxLength(longest, `Keep ${said(name)} to ${longest} characters.`)
	);
}

/** Text as it was typed, over any number of lines, possibly empty. */
export function words(longest: number, name: Name) {
	return v.pipe(
		storable(name),
		v.transform((value) => value.replaceAll('\r\n', '\n')),
		v.maxLength(longest, `Keep ${said(name)} to ${inFigures(longest)} characters.`)
	);
}

function storable(name: Name) {
	return v.pipe(
		v.string(`Enter ${said(name)}.`),
		v.check(
			(value) => !value.includes('\0') && value.isWellFormed(),
			`There is a character in ${said(name)} that cannot be kept. Please remove it.`
		)
	);
}

/** A whole number, written in digits. */
export function wholeNumber(smallest: number, largest: number, name: Name) {
	return v.pipe(
		v.string(`Enter ${said(name)}.`),
		v.regex(/^\d{1,10}$/, `Enter ${said(name)} as a whole number.`),
		v.transform(Number),
		v.minValue(smallest, `${said(name)} is at least ${smallest}.`),
		v.maxValue(largest, `${said(name)} is at most ${largest}.`)
	);
}

export const uuid = v.pipe(
	v.string('There is no such thing here.'),
	v.uuid('There is no such thing here.')
);

/** Reads a field that carries JSON, for reports that are no form of their own. */
export function readJsonField<Schema extends v.GenericSchema>(
	form: FormData,
	name: string,
	schema: Schema
): v.InferOutput<Schema> {
	return readInput(parsed(form.get(name)), schema);
}

function parsed(text: FormDataEntryValue | null): unknown {
	try {
		return JSON.parse(typeof text === 'string' ? text : '');
	} catch {
		throw new Invalid('The report did not arrive whole.');
	}
}
