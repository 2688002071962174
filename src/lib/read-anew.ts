import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Reads the page anew, unless its reader is on the way to another one: Kit would drop that navigation for it, and
 * leave its progress standing. The next page comes with what is new anyway.
 */
export async function readAnew(): Promise<void> {
	if (navigating.to === null) await invalidateAll();
}
