import { Invalid } from '../errors.ts';

/**
 * The number of the last change that a page has: what it says itself, or what its browser says when it comes
 * back after a connection that broke, whichever is later.
 */
export function readKnown(url: URL, headers: Headers): number {
	return Math.max(
		wholeIn(url.searchParams.get('known') ?? '0'),
		wholeIn(headers.get('last-event-id') ?? '0')
	);
}

function wholeIn(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new Invalid('The page is too old. Please reload it.');
	return Number(text);
}
