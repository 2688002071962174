import {
	test as base,
	expect,
	type Browser,
	type BrowserContext,
	type Page
} from '@playwright/test';

export { expectAccessible, expectAccessibleHere } from './accessible.ts';

/** What a journey can do, and what is watched in each without its asking. */
type Journey = {
	/** What the browser may complain of in this test. Anything else fails it. */
	expected: readonly RegExp[];
	/** Goes in by the button of the sign-in page. */
	enterAs: (name: string) => Promise<void>;
	/** A page of another browser: another person, or the same one elsewhere. */
	elsewhere: () => Promise<Page>;
	guarded: void;
};

export const test = base.extend<Journey>({
	expected: [[], { option: true }],

	guarded: [
		async ({ context, baseURL, expected }, use) => {
			const complaints = await listen(context, baseURL ?? '');
			await use();
			expect(without(expected, complaints)).toEqual([]);
		},
		{ auto: true }
	],

	enterAs: async ({ page }, use) => {
		await use(async (name) => {
			await page.goto('/sign-in');
			await page.getByRole('button', { name: `Enter as ${name}` }).click();
			await expect(page).not.toHaveURL(/\/sign-in/);
			await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
		});
	},

	elsewhere: async ({ browser, baseURL, expected }, use) => {
		const opened: { context: BrowserContext; complaints: string[] }[] = [];
		await use(() => openElsewhere(browser, baseURL ?? '', opened));
		for (const { context, complaints } of opened) {
			expect(without(expected, complaints)).toEqual([]);
			await context.close();
		}
	}
});

export { expect };

async function openElsewhere(
	browser: Browser,
	origin: string,
	opened: { context: BrowserContext; complaints: string[] }[]
): Promise<Page> {
	const context = await browser.newContext();
	opened.push({ context, complaints: await listen(context, origin) });
	return context.newPage();
}

/** A page that keeps a stream open never comes to rest: Kit takes over the scrolling once it is alive. */
export async function untilAlive(page: Page): Promise<void> {
	await page.waitForFunction(() => history.scrollRestoration === 'manual');
}

/** Collects what no page may do: complain, throw, break its own policy, or ask another site. */
async function listen(context: BrowserContext, origin: string): Promise<string[]> {
	const complaints: string[] = [];
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	context.on('weberror', (problem) => complaints.push(problem.error().message));
	context.on('request', (request) => {
		const url = new URL(request.url());
		const isOurs = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
		if (!isOurs) complaints.push(`asked another site: ${url.origin}`);
	});
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
			console.error(`policy violated: ${violatedDirective} ${blockedURI}`);
		});
	});
	return complaints;
}

/**
 * Takes the connection away, once the page's service worker is in place: a browser that is cut off while it
 * fetches the worker complains, at a moment of its own.
 */
export async function goOffline(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.context().setOffline(true);
}

/**
 * A browser looks for a newer service worker whenever it likes, also while a test has it offline. That the
 * worker works is a test of its own (states.spec.ts).
 */
const WORKER_NOT_FETCHED = /^An unknown error occurred when fetching the script/;

function without(expected: readonly RegExp[], complaints: readonly string[]): string[] {
	const allowed = [...expected, WORKER_NOT_FETCHED];
	return complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
}
