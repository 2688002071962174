import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { config } from '../../config.ts';
import { NotFound } from '../../errors.ts';
import { findDoor, guestCookie, type Door } from './enter.ts';

type AtTheDoor = Pick<
	RequestEvent<{ code: string }>,
	'params' | 'locals' | 'cookies' | 'getClientAddress'
>;

/** The meeting with this code, and who asks in it. A code that is none’s has no page. */
export async function requireDoor({
	params,
	locals,
	cookies,
	getClientAddress
}: AtTheDoor): Promise<Door> {
	const secretFor = (code: string) => cookies.get(guestCookie(code));
	const door = await findDoor(params.code, locals.viewer, secretFor, getClientAddress());
	if (door === null) throw new NotFound('No session has this code.');
	return door;
}

/** For as long as a guest may take to get an account and come back for what they wrote. */
const GUEST_SECONDS = 30 * 24 * 60 * 60;

export function keepGuest(cookies: Cookies, code: string, secret: string): void {
	cookies.set(guestCookie(code), secret, { ...guestCookieShape(), maxAge: GUEST_SECONDS });
}

export function forgetGuest(cookies: Cookies, code: string): void {
	cookies.delete(guestCookie(code), guestCookieShape());
}

function guestCookieShape() {
	return {
		path: '/live',
		httpOnly: true,
		sameSite: 'lax',
		secure: config().origin.startsWith('https:')
	} as const;
}
