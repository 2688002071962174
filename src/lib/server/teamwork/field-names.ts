import { Invalid } from '../errors.ts';

/** The fields of a form that begin with the name and a hyphen, by what follows it. */
export function fieldsNamed(
	name: string,
	fields: Readonly<Record<string, string>>
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([key]) => key.startsWith(`${name}-`))
			.map(([key, value]) => [key.slice(name.length + 1), value])
	);
}

/** The revision that the words were written over; 0 where the form says none. */
export function baseOf(bases: Readonly<Record<string, string>>, name: string): number {
	const base = Object.hasOwn(bases, name) ? bases[name] : undefined;
	if (base !== undefined && !/^\d{1,9}$/.test(base)) {
		throw new Invalid('The form did not arrive whole. Please send it again.');
	}
	return Number(base ?? 0);
}
