import * as v from 'valibot';
import { Refused } from '../errors.ts';
import { uuid } from '../forms.ts';
import type { ViewerEnrolment } from '../viewer.ts';

/** The enrolment for which the sending page was opened. A request without one speaks for the viewer. */
export const pageOwner = v.optional(uuid);

/**
 * An open page must not keep one person's words as another's who has signed in since, nor give words meant
 * for one cohort to another that the person has joined since. (A report of watching carries a stamp that is
 * signed for its enrolment, and needs no more.)
 */
export function requirePageOwner(
	{ enrolmentId }: ViewerEnrolment,
	owner: string | undefined
): void {
	if (owner === undefined || owner === enrolmentId) return;
	throw new Refused(
		'This page was opened by someone else, or in another cohort, so it saves nothing now. Copy what you wrote, then reload the page.'
	);
}
