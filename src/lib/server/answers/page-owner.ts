import * as v from 'valibot';
import { Refused } from '../errors.ts';
import { uuid } from '../forms.ts';
import type { Viewer } from '../viewer.ts';

/** Whose page sends the form. A request that says nothing of it speaks for the viewer. */
export const pageOwner = v.optional(uuid);

/**
 * An open page must not keep one person's words or choices as another's who has signed in since. (A
 * report of watching carries a stamp that is signed for its person, and needs no more.)
 */
export function requirePageOwner(viewer: Viewer, owner: string | undefined): void {
	if (owner === undefined || owner === viewer.personId) return;
	throw new Refused(
		`${viewer.name} is signed in here now. To save this, sign in again as the person who wrote it.`
	);
}
