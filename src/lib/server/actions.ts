import { fail, type ActionFailure } from '@sveltejs/kit';
import { LONGEST_ANSWER } from '../answer.ts';
import { inFigures } from '../messages/regional.ts';
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
	if (form === null) return fail(413, { message: tooLong(), fields: {}, values: {} });
	try {
		return await work(form);
	} catch (thrown) {
		if (!(thrown instanceof DomainError) || thrown instanceof NotFound) throw thrown;
		const fields = thrown instanceof Invalid ? thrown.fields : {};
		return fail(thrown.status, { message: thrown.message, fields, values: valuesOf(form) });
	}
}

/** Null when it is larger than the server reads, which sending it again does not change. */
async function formOf(request: Request): Promise<FormData | null> {
	try {
		return await request.formData();
	} catch (thrown) {
		if (isTooLarge(thrown)) return null;
		throw new Invalid('The form did not arrive whole. Please send it again.');
	}
}

/** Kit breaks the body off with an error of its own; a form with files wraps it. */
function isTooLarge(thrown: unknown): boolean {
	if (!(thrown instanceof Error)) return false;
	return ('status' in thrown && thrown.status === 413) || isTooLarge(thrown.cause);
}

function tooLong(): string {
	return `That is too long to be sent. A text can have up to ${inFigures(LONGEST_ANSWER)} characters: please make it shorter.`;
}

function valuesOf(form: FormData): Record<string, string> {
	const texts = [...form].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !KEPT_BACK.has(entry[0])
	);
	return Object.fromEntries(texts);
}
