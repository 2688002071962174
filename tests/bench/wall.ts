import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts';
import type { DemoApp } from '../support/demo-app.ts';
import { postAction } from '../support/streams.ts';
import { newKey, type BenchRoom } from './live-room.ts';

/**
 * A wall of two hundred answers on a processor four times slower, on each surface: what one more answer costs
 * the page.
 */

const ENTRIES = 200;
const MORE = 20;
/** How many guests that takes: each answers once. */
export const WALL_GUESTS = ENTRIES + MORE;
/** The longest that a page may be busy without a pause, in milliseconds. */
const BAR = 100;
const SLOWER = 4;
/** How often it is looked whether an answer has come. */
const LOOK = 100;

export type WallFigures = {
	surface: 'console' | 'projector' | 'phone';
	/** Of one more answer, in milliseconds: scripts, style and layout, and all together. */
	script: number;
	layout: number;
	task: number;
	/** Frames over 50 ms, of all answers. */
	longFrames: number;
	longest: number;
	isKept: boolean;
};

/** The room is running, and has that many guests. */
export async function measureWall(demo: DemoApp, room: BenchRoom): Promise<WallFigures[]> {
	const path = `/facilitate/sessions/${room.id}`;
	const atConsole = (action: string, fields: Record<string, string>) =>
		postAction(demo, demo.port, `${path}/console?/${action}`, room.facilitator, {
			key: newKey(),
			...fields
		});
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: chromiumFlags,
		...(executablePath && { executablePath })
	});
	try {
		const figures: WallFigures[] = [];
		for (const [surface, address, cookie] of [
			['console', `${path}/console`, room.facilitator],
			['projector', `${path}/projector`, room.facilitator],
			['phone', `/live/${room.code}`, room.guests[0] ?? '']
		] as const) {
			await atConsole('ask', { question: `What did you notice on the ${surface}?` });
			const ask = await room.text(
				'select id as text from live_ask where live_session_id = $1 and closed_at is null',
				[room.id]
			);
			const answer = (guest: number) =>
				postAction(demo, demo.port, `/live/${room.code}?/respond`, room.guests[guest] ?? '', {
					key: newKey(),
					ask,
					text: `${guest}. The bus drivers, who see every morning who arrives late, and why.`,
					wall: 'yes'
				});
			for (let guest = 0; guest < ENTRIES; guest += 1) await answer(guest);
			await atConsole('reveal', { ask });
			const url = `${demo.origin}${address}`;
			figures.push({ surface, ...(await watch(browser, url, cookie, answer)) });
		}
		return figures;
	} finally {
		await browser.close();
	}
}

async function watch(
	browser: Browser,
	url: string,
	cookie: string,
	answer: (guest: number) => Promise<unknown>
): Promise<Omit<WallFigures, 'surface'>> {
	const isPhone = url.includes('/live/');
	const context = await browser.newContext({
		viewport: isPhone ? { width: 360, height: 740 } : { width: 1440, height: 810 }
	});
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url }]);
	const page = await context.newPage();
	await page.addInitScript(noteLongTasks);
	await page.goto(url);
	await hasEntries(page, ENTRIES);
	const session = await context.newCDPSession(page);
	await session.send('Performance.enable');
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	// One to warm up: what is run for the first time is compiled.
	await answer(ENTRIES);
	await hasEntries(page, ENTRIES + 1);
	const before = await metricsOf(session);
	await page.evaluate(() => sessionStorage.setItem('long-tasks', ''));
	for (let more = 1; more < MORE; more += 1) {
		await answer(ENTRIES + more);
		await hasEntries(page, ENTRIES + more + 1);
	}
	const after = await metricsOf(session);
	const long = await page.evaluate(() => sessionStorage.getItem('long-tasks') ?? '');
	await context.close();
	const tasks = long.split(' ').filter(Boolean).map(Number);
	const longest = Math.max(0, ...tasks);
	const each = (metric: string) =>
		((after.get(metric) ?? 0) - (before.get(metric) ?? 0)) * (1000 / (MORE - 1));
	return {
		script: each('ScriptDuration'),
		layout: each('LayoutDuration') + each('RecalcStyleDuration'),
		task: each('TaskDuration'),
		longFrames: tasks.length,
		longest,
		isKept: longest <= BAR
	};
}

/** In the page: each task of more than 50 ms, as it ends. */
function noteLongTasks(): void {
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) {
			const before = sessionStorage.getItem('long-tasks') ?? '';
			sessionStorage.setItem('long-tasks', `${before} ${Math.round(duration)}`);
		}
	}).observe({ type: 'longtask' });
}

async function hasEntries(page: Page, count: number): Promise<void> {
	const counted = () =>
		page.evaluate(() => document.querySelectorAll('ul[aria-label="Answers"] > li').length);
	const until = Date.now() + 60_000;
	while ((await counted()) < count) {
		if (Date.now() > until) throw new Error(`The wall never had ${count} answers.`);
		await pause(LOOK);
	}
}

async function metricsOf(session: CDPSession): Promise<Map<string, number>> {
	const { metrics } = await session.send('Performance.getMetrics');
	return new Map(metrics.map(({ name, value }) => [name, value]));
}

export function printWall(figures: readonly WallFigures[]): void {
	console.log(
		`\nOne more answer on a wall of ${ENTRIES}, on a processor ${SLOWER} times slower. Asked: no task over ${BAR} ms`
	);
	console.table(
		figures.map(({ surface, script, layout, task, longFrames, longest, isKept }) => ({
			surface,
			'script ms': script.toFixed(1),
			'style and layout ms': layout.toFixed(1),
			'all ms': task.toFixed(1),
			'frames over 50 ms': longFrames,
			'longest ms': longest,
			bar: isKept ? 'kept' : 'MISSED'
		}))
	);
}
