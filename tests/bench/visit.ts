import { setTimeout } from 'node:timers/promises';
import { chromium, type CDPSession, type Page } from 'playwright';
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts';

export type Visit = {
	requests: number;
	/** Bytes on the wire, compressed, without the headers. */
	scriptBytes: number;
	totalBytes: number;
	/** Milliseconds to the largest paint. */
	largestPaint: number;
	layoutShift: number;
	/** Milliseconds in which scripts ran or were compiled. */
	scripting: number;
};

/**
 * Lighthouse's "Slow 4G" as its browser throttling applies it: 1.6 Mb/s less a tenth, and 150 ms of
 * round trip as 562.5 ms a request.
 */
const SLOW_4G = {
	offline: false,
	downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
	uploadThroughput: (750 * 1024 * 0.9) / 8,
	latency: 562.5
};

/** Nothing happens any more once nothing has happened for so many milliseconds. */
const QUIET = 700;
const LOOKS = 50;

/**
 * The first visit of a page on a phone with an empty cache, until nothing moves any more.
 * @param how `slowNetwork` and `slowProcessor` are those of a phone; `unscrolled` is as if no video ever came
 *   near the viewport.
 */
export async function visit(
	url: string,
	cookie: string,
	how: { slowNetwork?: boolean; slowProcessor?: boolean; unscrolled?: boolean }
): Promise<Visit> {
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: chromiumFlags,
		...(executablePath && { executablePath })
	});
	try {
		const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
		const [name = '', value = ''] = cookie.split('=');
		await context.addCookies([{ name, value, url }]);
		const page = await context.newPage();
		const network = await context.newCDPSession(page);
		const traffic = await watchTraffic(network);
		if (how.unscrolled) await page.addInitScript(nothingComesNear);
		await network.send('Performance.enable');
		if (how.slowNetwork) await network.send('Network.emulateNetworkConditions', SLOW_4G);
		if (how.slowProcessor) {
			await network.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		}
		const answer = await page.goto(url);
		if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}.`);
		const scripting = await settledScriptingTime(page, network, traffic);
		return { ...traffic(), ...(await paints(page)), scripting };
	} finally {
		await browser.close();
	}
}

/** Kit takes over where the page is scrolled to once the page answers to its reader. */
function isAlive(): boolean {
	return history.scrollRestoration === 'manual';
}

function nothingComesNear(): void {
	IntersectionObserver.prototype.observe = () => undefined;
}

async function watchTraffic(network: CDPSession) {
	const types = new Map<string, string>();
	const bytes = new Map<string, number>();
	await network.send('Network.enable');
	network.on('Network.responseReceived', ({ requestId, type, response }) => {
		if (!response.url.startsWith('data:')) types.set(requestId, type);
	});
	network.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
		bytes.set(requestId, (bytes.get(requestId) ?? 0) + encodedDataLength)
	);
	return () => ({
		requests: types.size,
		scriptBytes: total([...bytes].filter(([id]) => types.get(id) === 'Script')),
		totalBytes: total([...bytes])
	});
}

/** Once nothing has come and no script has run for a while. */
async function settledScriptingTime(
	page: Page,
	network: CDPSession,
	traffic: () => { totalBytes: number }
): Promise<number> {
	let before = { scripting: -1, totalBytes: -1 };
	for (let look = 0; look < LOOKS; look += 1) {
		await setTimeout(QUIET);
		const scripting = await scriptingTime(network);
		const { totalBytes } = traffic();
		// Looking costs a little by itself.
		const isQuiet = scripting - before.scripting < 2 && totalBytes === before.totalBytes;
		if (isQuiet && (await page.evaluate(isAlive))) return scripting;
		before = { scripting, totalBytes };
	}
	throw new Error(`${page.url()} does not come to rest.`);
}

async function scriptingTime(network: CDPSession): Promise<number> {
	const { metrics } = await network.send('Performance.getMetrics');
	const spent = ['ScriptDuration', 'V8CompileDuration'];
	return sum(metrics.filter(({ name }) => spent.includes(name)).map(({ value }) => value)) * 1000;
}

function total(entries: readonly (readonly [string, number])[]): number {
	return sum(entries.map(([, size]) => size));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function paints(page: Page): Promise<{ largestPaint: number; layoutShift: number }> {
	return page.evaluate(
		() =>
			new Promise((resolve) => {
				let largestPaint = 0;
				let layoutShift = 0;
				new PerformanceObserver((list) => {
					for (const { startTime } of list.getEntries()) largestPaint = startTime;
				}).observe({ type: 'largest-contentful-paint', buffered: true });
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) {
						if ('value' in entry && typeof entry.value === 'number') layoutShift += entry.value;
					}
				}).observe({ type: 'layout-shift', buffered: true });
				requestAnimationFrame(() =>
					requestAnimationFrame(() => resolve({ largestPaint, layoutShift }))
				);
			})
	);
}
