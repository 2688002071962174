import { HttpError } from '@sveltejs/kit/internal';

/**
 * What a domain may throw at its caller; the message is meant for the person who reads it. It is Kit's
 * own HttpError, so that Kit answers with its status wherever it is thrown (docs/decisions/003).
 */
export class DomainError extends HttpError {
	constructor(status: number, message: string) {
		super(status, message);
	}

	get message(): string {
		return this.body.message;
	}
}

/** There is no such thing, or it is not the viewer's to see: the two look the same from outside. */
export class NotFound extends DomainError {
	constructor(message?: string) {
		super(404, message ?? 'There is nothing here, or it is not yours to see.');
	}
}

/** The viewer may see the thing but not do this with it now. */
export class Refused extends DomainError {
	constructor(message: string) {
		super(403, message);
	}
}

/** Not yet. `why` says what it waits for, and until when. */
export class Locked extends DomainError {
	constructor(message: string, why: string) {
		super(403, message);
		this.body = { message, why };
	}
}

/** The input does not have the shape or the size that was asked for. */
export class Invalid extends DomainError {
	/** The message for each field that is at fault. */
	readonly fields: Record<string, string>;

	constructor(message: string, fields: Record<string, string> = {}) {
		super(400, message);
		this.fields = fields;
	}
}

/** Somebody else, or the same person in another window, was there first. */
export class Conflict extends DomainError {
	constructor(message: string) {
		super(409, message);
	}
}

/** Too many tries. */
export class TooMany extends DomainError {
	constructor(message: string) {
		super(429, message);
	}
}
