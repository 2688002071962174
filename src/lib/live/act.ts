import { post, type Posted } from '../player/post.ts';

/** How often an action that did not arrive is sent again: it has a key, so it happens once. */
const TRIES = 3;

/**
 * Does something in a room. What did not reach the server is sent again with the same key.
 * @param href the page whose action it is.
 */
export async function act(
	href: string,
	action: string,
	fields: Record<string, string | readonly string[]> = {},
	key: string = newKey()
): Promise<Posted> {
	let posted = await post(href, action, { ...fields, key });
	for (let tries = 1; tries < TRIES && posted.kind === 'unreachable' && posted.online; tries += 1) {
		posted = await post(href, action, { ...fields, key });
	}
	return posted;
}

export function newKey(): string {
	return crypto.randomUUID();
}
