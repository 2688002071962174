import {
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { config } from '$lib/server/config.ts';
import { DomainError, NotFound } from '$lib/server/errors.ts';
import { closeDatabase } from '$lib/server/db/index.ts';
import { refusal } from '$lib/server/gate.ts';
import { findViewer, type SessionCookie } from '$lib/server/identity/index.ts';
import { inLanguage, LANGUAGE_COOKIE, languageAskedFor } from '$lib/server/language.ts';
import { READING_COOKIE } from '$lib/server/reading.ts';
import { isLanguage } from '$lib/languages.ts';
import { readingAttributes, readReading, USUAL_READING } from '$lib/reading.ts';
import { scriptsIn } from '$lib/messages/scripts.ts';
import { indexKept } from '$lib/server/library/index.ts';
import { log } from '$lib/server/log.ts';
import type { Viewer } from '$lib/server/viewer.ts';

export const init: ServerInit = () => {
	try {
		config();
	} catch (thrown) {
		console.error(thrown instanceof Error ? thrown.message : thrown);
		process.exit(1);
	}
	process.once('sveltekit:shutdown', () => void closeDatabase());
	// Whoever asks first would wait for it; a database that is away is asked again then.
	indexKept().catch((problem: unknown) => log().warn({ err: problem }, 'the index was not kept'));
};

const HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Frame-Options': 'DENY',
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'
};

export const handle: Handle = async ({ event, resolve }) => {
	sendHome(event);
	if (isNoAction(event)) throw new NotFound();
	const asked = languageAskedFor(
		event.cookies.get(LANGUAGE_COOKIE),
		event.request.headers.get('accept-language')
	);
	// For what is said when it cannot be found out who asks.
	event.locals.language = asked;
	const { viewer, cookie } = await findViewer(event.request.headers.get('cookie'), asked);
	event.locals.viewer = viewer;
	event.locals.language = viewer?.language ?? asked;
	event.locals.reading =
		viewer?.reading ?? readReading(event.cookies.get(READING_COOKIE)) ?? USUAL_READING;
	return inLanguage(event.locals.language, () => answer(event, resolve, viewer, cookie));
};

async function answer(
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve'],
	viewer: Viewer | null,
	cookie: SessionCookie | null
): Promise<Response> {
	if (cookie !== null) event.cookies.set(cookie.name, cookie.value, cookie.attributes);

	const refused = refusal(event.route.id, viewer);
	if (refused === 'sign-in') toSignIn(event);
	event.locals.isRefused = refused !== null;
	if (event.locals.isRefused && !isReading(event)) throw new NotFound();

	const { language, reading } = event.locals;
	const response = await resolve(event, {
		// The root layout preloads the two fonts every page needs; Kit would preload all five.
		preload: ({ type }) => type === 'css' || type === 'js',
		transformPageChunk: ({ html }) =>
			scriptsIn(
				language,
				html
					.replace('%throughline.language%', language)
					.replace('%throughline.reading%', readingAttributes(reading))
			)
	});
	response.headers.set('Content-Language', language);
	response.headers.append('Vary', 'Cookie, Accept-Language');
	const preloads = response.headers.get('Link');
	if (preloads !== null) response.headers.set('Link', scriptsIn(language, preloads));
	// A refused page shows its own “not found”. One that forgot to ask for its viewer is still nobody's.
	if (event.locals.isRefused && response.status < 400) throw new NotFound();
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	if (config().origin.startsWith('https:')) {
		response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
	}
	if (viewer !== null && !response.headers.has('Cache-Control')) {
		response.headers.set('Cache-Control', 'private, no-store');
	}
	return response;
}

/**
 * The demo is reached as localhost and as 127.0.0.1, but only one of them is its origin: a form sent from
 * the other would be refused as cross-site.
 */
function sendHome({ request, url }: RequestEvent): void {
	if (!config().demo || request.method !== 'GET' || url.pathname === '/healthz') return;
	const host = request.headers.get('host');
	if (host !== null && host !== url.host) redirect(307, url);
}

/** Names that Kit answers with 500: it finds them in every object, or keeps them to itself. */
function isNoAction({ request, url }: RequestEvent): boolean {
	if (request.method !== 'POST') return false;
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
	return name !== undefined && (name === 'default' || name in Object.prototype);
}

/**
 * A page sends to the sign-in and back. What a page in the background sends is told that the sign-in is
 * over: it keeps what was written and asks for it.
 */
function toSignIn(event: RequestEvent): never {
	const { pathname, search } = event.url;
	const isPage = isReading(event) && !pathname.includes('/media/');
	if (!isPage) {
		throw new DomainError(
			401,
			'You are signed out. What you wrote is kept on this device: sign in again.'
		);
	}
	redirect(303, `/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

function isReading({ request }: RequestEvent): boolean {
	return request.method === 'GET' || request.method === 'HEAD';
}

export const handleError: HandleServerError = ({ error: thrown, event, status, message }) => {
	if (status >= 500) log().error({ err: thrown, route: event.route.id }, 'unexpected');
	if (status < 500) return { message };
	// What broke may have been what says the language of everything else.
	const { language } = event.locals;
	return { message: isLanguage(language) ? inLanguage(language, ourFault) : ourFault() };
};

function ourFault(): string {
	return 'Something went wrong on our side. What you wrote is kept on this device; please try again.';
}
