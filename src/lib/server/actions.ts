import { fail, type ActionFailure } from '@sveltejs/kit';
import { DomainError, Invalid, NotFound } from './errors.ts';

/** What a form gets back when a person can mend it: why, by field, and what they had entered. */
export type FormFault = {
	message: string;
	fields: Record<string, string>;
	values: Record<string, string>;
};

/** Fields that are never sent back to the browser; the last one Kit refuses to send at all. */
const KEPT_BACK = new Set(['password', '__proto__']);

/**
 * Reads a form and does its work. What its sender can mend comes back as a failure with what they
 * entered; what is not theirs to see stays a 404.
 */
export async function attempt<Result>(
	request: Request,
	work: (form: FormData) => Promise<Result>
): Promise<Result | ActionFailure<FormFault>> {
	const form = await formOf(request);
	try {
		return await work(form);
	} catch (thrown) {
		if (!(thrown instanceof DomainError) || thrown instanceof NotFound) throw thrown;
		const fields = thrown instanceof Invalid ? thrown.fields : {};
		return fail(thrown.status, { message: thrown.message, fields, values: valuesOf(form) });
	}
}

async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		throw new Invalid('The form did not arrive whole. Please send it again.');
	}
}

function valuesOf(form: FormData): Record<string, string> {
	const texts = [...form].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !KEPT_BACK.has(entry[0])
	);
	return Object.fromEntries(texts);
}
