import { Lucia, TimeSpan } from 'lucia';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../../languages.ts';
import { readReading } from '../../reading.ts';
import { config } from '../config.ts';
import type { Viewer } from '../viewer.ts';
import { adapter, type PersonAttributes } from './adapter.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, PersonAttributes>;
		DatabaseUserAttributes: PersonAttributes;
	}
}

/** What the browser is told to keep; `attributes` are in the form that Kit's `cookies.set` takes. */
export type SessionCookie = {
	name: string;
	value: string;
	attributes: {
		path: string;
		httpOnly: boolean;
		secure: boolean;
		sameSite: 'lax';
		maxAge: number;
	};
};

const DAYS = 30;

let current: Lucia<Record<never, never>, PersonAttributes> | undefined;

function lucia() {
	current ??= new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(DAYS, 'd'),
		sessionCookie: { name: 'throughline_session' },
		getUserAttributes: (attributes: PersonAttributes) => attributes
	});
	return current;
}

function cookie(value: string, maxAge: number): SessionCookie {
	const secure = config().origin.startsWith('https:');
	return {
		name: lucia().sessionCookieName,
		value,
		attributes: { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge }
	};
}

export async function startAuthSession(personId: string): Promise<SessionCookie> {
	const session = await lucia().createSession(personId, {});
	return cookie(session.id, DAYS * 24 * 60 * 60);
}

/** A cookie that cannot be decoded is no session. */
function sessionIdIn(cookieHeader: string | null): string | null {
	try {
		return lucia().readSessionCookie(cookieHeader ?? '');
	} catch {
		return null;
	}
}

/**
 * Who holds the session in this `Cookie` header. `cookie` is set when the browser must be told
 * something new: that the session was prolonged, or that it is over.
 * @param asked The language for somebody who has not chosen one.
 */
export async function findViewer(
	cookieHeader: string | null,
	asked: Language = DEFAULT_LANGUAGE
): Promise<{ viewer: Viewer | null; cookie: SessionCookie | null }> {
	const sessionId = sessionIdIn(cookieHeader);
	if (sessionId === null) return { viewer: null, cookie: null };
	const { session, user } = await lucia().validateSession(sessionId);
	if (session === null) return { viewer: null, cookie: cookie('', 0) };
	const { id, language, reading, ...attributes } = user;
	return {
		viewer: {
			personId: id,
			language: isLanguage(language) ? language : asked,
			reading: readReading(reading),
			...attributes
		},
		cookie: session.fresh ? cookie(session.id, DAYS * 24 * 60 * 60) : null
	};
}

/** Ends the session in this `Cookie` header, here only. */
export async function signOut(cookieHeader: string | null): Promise<SessionCookie> {
	const sessionId = sessionIdIn(cookieHeader);
	if (sessionId !== null) await lucia().invalidateSession(sessionId);
	return cookie('', 0);
}

/** Ends every session of the viewer, on all their devices. */
export async function signOutEverywhere(viewer: Viewer): Promise<SessionCookie> {
	await lucia().invalidateUserSessions(viewer.personId);
	return cookie('', 0);
}
