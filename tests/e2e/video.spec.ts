import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { signInNewcomer } from '../support/newcomer.ts';

const step =
	'/learn/leading-with-access-and-equity/start-with-who-is-missing/watch-who-is-in-the-room';

test.beforeEach(async ({ context, baseURL }) => {
	await signInNewcomer(context, baseURL ?? '');
});

/** Opens the step and waits for its player; what the browser complains of fails the test. */
async function openStep(page: Page): Promise<string[]> {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(step);
	await expect(page.locator('.vjs-control-bar')).toBeVisible();
	await page.locator('[data-kind="video"]').evaluate((section) => section.scrollIntoView());
	return complaints;
}

function chapter(page: Page, title: string) {
	return page.getByRole('list', { name: 'Chapters' }).getByRole('button', { name: title });
}

function currentTime(page: Page): Promise<number> {
	return page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
}

/** Once the video knows its length and the seek is over: an earlier one would be lost as it loads. */
async function seekTo(page: Page, time: number): Promise<void> {
	await page.locator('video').evaluate(async (video: HTMLVideoElement, to: number) => {
		const happened = (name: string) =>
			new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
		if (video.readyState < HTMLMediaElement.HAVE_METADATA) await happened('loadedmetadata');
		const seeked = happened('seeked');
		video.currentTime = to;
		await seeked;
	}, time);
}

function isPaused(page: Page): Promise<boolean> {
	return page.locator('video').evaluate((video: HTMLVideoElement) => video.paused);
}

async function playUntil(page: Page, time: number): Promise<void> {
	await expect
		.poll(() => currentTime(page), { timeout: 20_000, intervals: [100] })
		.toBeGreaterThan(time);
}

/** The seconds that count as seen. */
async function seen(page: Page): Promise<number> {
	const words =
		(await page.getByRole('meter', { name: 'Seen' }).getAttribute('aria-valuetext')) ?? '';
	const [minutes = 0, seconds = 0] = (words.split(' ')[0] ?? '').split(':').map(Number);
	return minutes * 60 + seconds;
}

test('what is played counts, and what is skipped does not', async ({ page }) => {
	const complaints = await openStep(page);
	await page.getByRole('button', { name: 'Play Video' }).click();
	await playUntil(page, 3.2);
	await page.keyboard.press('k');
	await expect.poll(() => seen(page)).toBeGreaterThanOrEqual(3);
	const before = await seen(page);
	expect(before).toBeLessThan(8);

	await chapter(page, 'Ask earlier').click();
	await expect(page.getByText('Only what you play counts as seen.')).toBeVisible();
	await page.getByRole('region', { name: 'Who is in the room' }).focus();
	await page.keyboard.press('k');
	await playUntil(page, 99);
	await page.keyboard.press('k');
	await expect.poll(() => seen(page)).toBeGreaterThan(before);
	expect(await seen(page)).toBeLessThan(before + 8);
	expect(complaints).toEqual([]);
});

test('the video goes on where it stopped, and as fast as before', async ({ page }) => {
	await openStep(page);
	await chapter(page, 'What the table did not know').click();
	const player = page.getByRole('region', { name: 'Who is in the room' });
	await player.focus();
	await page.keyboard.press('>');
	await page.keyboard.press('Space');
	await playUntil(page, 37);
	const kept = page.waitForResponse((response) => response.url().includes('?/watch'));
	await page.keyboard.press('Space');
	const stopped = await currentTime(page);
	await kept;

	await openStep(page);
	await expect.poll(() => currentTime(page)).toBeGreaterThan(stopped - 1);
	expect(await currentTime(page)).toBeLessThan(stopped + 1);
	await expect(page.locator('.vjs-playback-rate-value')).toHaveText('1.25x');
});

test('the transcript is searched, played from, and speaks the language of the captions', async ({
	page
}) => {
	await openStep(page);
	const search = page.getByRole('searchbox', { name: 'Search the transcript' });
	await search.fill('BUS');
	const status = page.locator('.transcript').getByRole('status');
	await expect(status).toHaveText(/^1 of \d+$/);
	await search.press('Enter');
	await expect(status).toHaveText(/^2 of \d+$/);
	await expect(page.locator('mark[data-chosen]')).toBeInViewport();
	await search.fill('zebra');
	await expect(status).toHaveText('Not found');
	await search.fill('');

	const line = page.locator('.transcript li button').nth(6);
	await line.click();
	await expect(line).toHaveAttribute('aria-current', 'true');
	expect(await currentTime(page)).toBeGreaterThan(1);

	await page.getByRole('button', { name: /Captions/ }).click();
	await page.getByRole('menuitemradio', { name: 'Español' }).click();
	await expect(page.locator('.transcript ol')).toHaveAttribute('lang', 'es');
	await page.reload();
	await expect(page.locator('.transcript ol')).toHaveAttribute('lang', 'es');
});

test('a stop pauses the video once and asks', async ({ page }) => {
	const complaints = await openStep(page);
	await seekTo(page, 70);
	await page.getByRole('button', { name: 'Play Video' }).click();
	await expect(page.getByText('A moment to think')).toBeVisible();
	expect(await isPaused(page)).toBe(true);
	await page.getByRole('button', { name: 'Play on' }).click();
	await playUntil(page, 73);
	await expect(page.getByText('A moment to think')).toBeHidden();
	await seekTo(page, 71);
	await playUntil(page, 73);
	await expect(page.getByText('A moment to think')).toBeHidden();
	expect(complaints).toEqual([]);
});

test('a stop leads to its question', async ({ page }) => {
	await openStep(page);
	await seekTo(page, 71);
	await page.getByRole('button', { name: 'Play Video' }).click();
	await page.getByRole('button', { name: 'Answer now' }).click();
	await expect(page.locator('#lae-1-first-thought textarea')).toBeFocused();
});

test('a video is reachable by keyboard, and the page does not turn under it', async ({ page }) => {
	await openStep(page);
	await page.getByRole('button', { name: 'Play Video' }).focus();
	await page.keyboard.press('Enter');
	await playUntil(page, 0.5);
	await page.keyboard.press('l');
	await expect.poll(() => currentTime(page)).toBeGreaterThan(10);
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => currentTime(page)).toBeLessThan(10);
	await page.keyboard.press('m');
	await expect(page.getByRole('button', { name: 'Unmute' })).toBeVisible();
	await page.keyboard.press('c');
	await expect(page.locator('.vjs-text-track-cue')).toBeHidden();
	expect(new URL(page.url()).pathname).toBe(step);
});

test('nothing moves when the player takes over', async ({ page }) => {
	await page.addInitScript(() => {
		Object.assign(window, { shift: 0 });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const moved = 'value' in entry ? Number(entry.value) : 0;
				Reflect.set(window, 'shift', Number(Reflect.get(window, 'shift')) + moved);
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await openStep(page);
	expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')))).toBeLessThan(0.01);
});

test('the player has no fault that axe can find', async ({ page }) => {
	await openStep(page);
	await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('bus');
	await expectAccessible(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('there is a plain video with its captions and a transcript', async ({ page }) => {
		await page.goto(step);
		await expect(page.locator('video[controls]')).toBeVisible();
		await expect(page.locator('video track')).toHaveCount(2);
		await expect(page.getByRole('searchbox')).toBeHidden();
		await page.getByRole('link', { name: 'Read the transcript' }).click();
		await expect(page.getByText('Six people are looking at reading scores.')).toBeVisible();
	});
});
