import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Reads the page anew, or what in it depends on `part`. Not while its reader is on the way to another one: Kit would
 * drop that navigation for it, and leave its progress standing; the next page comes with what is new anyway. And not
 * while the server is out of reach: Kit would put the error page in its place, with all that is being written.
 * @returns whether it was read.
 */
export async function readAnew(part?: string): Promise<boolean> {
	// Somebody may set out while it is asked.
	if (!(await isInReach()) || navigating.to !== null) return false;
	await (part === undefined ? invalidateAll() : invalidate(part));
	return true;
}

/** Asks for the smallest thing that the server has. */
function isInReach(): Promise<boolean> {
	return fetch('/_app/version.json', { method: 'HEAD', cache: 'no-store' }).then(
		({ ok }) => ok,
		() => false
	);
}
