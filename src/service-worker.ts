/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, version } from '$service-worker';

// One page is kept: the one that says there is no connection. Nobody's own pages are ever stored here.
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const name = `offline-${version}`;
const page = `${base}/offline`;
const script = `${base}/back-online.js`;

async function keepOfflinePage() {
	const cache = await caches.open(name);
	// Without credentials the server does not know who asks, so the page names no one.
	const response = await fetch(page, { credentials: 'omit', cache: 'reload' });
	if (!response.ok) throw new Error(`The offline page answered ${response.status}`);
	const parts = new Set<string>([script]);
	// It is shown at any address, so what it links to is written from the root.
	const html = (await response.text()).replace(
		/href="([^"]+\.(?:css|woff2|svg))"/g,
		(_, href: string) => {
			const { pathname } = new URL(href, response.url);
			parts.add(pathname);
			return `href="${pathname}"`;
		}
	);
	await cache.addAll([...parts]);
	const { status, headers } = response;
	await cache.put(page, new Response(html, { status, headers }));
}

async function forgetOldPages() {
	const stored = await caches.keys();
	await Promise.all(stored.filter((each) => each !== name).map((each) => caches.delete(each)));
	await worker.registration.navigationPreload.enable();
	await worker.clients.claim();
}

async function navigate(event: FetchEvent): Promise<Response> {
	try {
		const early: unknown = await event.preloadResponse;
		return early instanceof Response ? early : await fetch(event.request);
	} catch {
		return (await caches.match(page)) ?? Response.error();
	}
}

function isPart({ url, destination }: Request): boolean {
	const { origin, pathname } = new URL(url);
	const isLook = ['style', 'font', 'image'].includes(destination);
	return origin === worker.location.origin && (isLook || pathname === script);
}

async function partOfPage(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch {
		return (await caches.match(request, { ignoreVary: true })) ?? Response.error();
	}
}

worker.addEventListener('install', (event) => event.waitUntil(keepOfflinePage()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOldPages()));
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET') return;
	if (request.mode === 'navigate') event.respondWith(navigate(event));
	else if (isPart(request)) event.respondWith(partOfPage(request));
});
