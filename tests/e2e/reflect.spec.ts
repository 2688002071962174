import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, goOffline } from '../support/journey.ts';
import { signInNewcomer } from '../support/newcomer.ts';

const step =
	'/learn/leading-with-access-and-equity/start-with-who-is-missing/make-room-before-the-decision';
const words = 'I knew that the bus is late, and nobody asked.';

test.beforeEach(async ({ context, baseURL }) => {
	await signInNewcomer(context, baseURL ?? '');
});

/** The first writing block of the step. */
function prompt(page: Page): Locator {
	return page.locator('section[data-kind="reflect"]').first();
}

function field(page: Page): Locator {
	return prompt(page).getByRole('textbox');
}

async function expectState(page: Page, state: string): Promise<void> {
	await expect(prompt(page).locator(`[data-state="${state}"]`)).toBeVisible();
}

async function open(page: Page): Promise<void> {
	await page.goto(step);
	await expect(prompt(page).locator('[data-state]')).toBeVisible();
}

function writtenTo(page: Page): (route: 'abort' | 'lose' | 'pass') => Promise<void> {
	return async (how) => {
		await page.unroute('**/*?/answer');
		if (how === 'abort') await page.route('**/*?/answer', (route) => route.abort());
		if (how === 'lose') {
			await page.route('**/*?/answer', async (route) => {
				await route.fetch();
				await route.abort();
			});
		}
	};
}

async function signOut(page: Page): Promise<void> {
	const button = page.getByRole('button', { name: 'Sign out', exact: true });
	if (!(await button.isVisible()))
		await page.locator('summary', { hasText: 'Your account' }).click();
	await button.click();
}

test('what is written is saved at a pause and is there after a reload', async ({ page }) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await open(page);
	await expect(prompt(page).getByRole('radio', { name: 'Only me' })).toBeChecked();
	await field(page).pressSequentially(words);
	await expectState(page, 'saved');
	await expect(prompt(page).getByText('Done', { exact: true })).toBeVisible();
	await page.reload();
	await expect(field(page)).toHaveValue(words);
	expect(complaints).toEqual([]);
});

test('a reload in the middle of a word loses nothing', async ({ page }) => {
	await open(page);
	await field(page).pressSequentially(words);
	await page.reload();
	await expect(field(page)).toHaveValue(words);
	await expectState(page, 'saved');
});

test('words are kept on the device while there is no connection, and saved when it is back', async ({
	page,
	context
}) => {
	await open(page);
	await goOffline(page);
	await field(page).fill(words);
	await expectState(page, 'unreachable');
	await expect(prompt(page)).toContainText('it is saved when you are back online');
	await context.setOffline(false);
	await expectState(page, 'saved');
});

test('a save whose answer was lost is no conflict', async ({ page }) => {
	await open(page);
	const answers = writtenTo(page);
	await answers('lose');
	await field(page).fill('I knew');
	await expectState(page, 'unreachable');
	await answers('pass');
	await field(page).fill(words);
	await expectState(page, 'saved');
	await page.reload();
	await expect(field(page)).toHaveValue(words);
});

test('going on while nothing can be saved keeps the words for the way back', async ({ page }) => {
	await open(page);
	const answers = writtenTo(page);
	await answers('abort');
	await field(page).fill(words);
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.getByRole('link', { name: 'Previous', exact: true }).click();
	await expect(field(page)).toHaveValue(words);
	await answers('pass');
	await expectState(page, 'saved');
});

test('two tabs never write over one another in silence', async ({ page, context }) => {
	await open(page);
	const other = await context.newPage();
	await open(other);
	await field(other).fill('From the other tab.');
	await expectState(other, 'saved');
	await field(page).fill('From this tab.');
	await expectState(page, 'choice');
	await page.reload();
	await expectState(page, 'choice');
	await expect(prompt(page).getByText('From the other tab.')).toBeVisible();
	await prompt(page).getByRole('button', { name: 'Keep both' }).press('Enter');
	await expect(field(page)).toHaveValue('From the other tab.\n\nFrom this tab.');
	await expect(field(page)).toBeFocused();
	await expectState(page, 'saved');
});

test('who is signed out while writing signs in and goes on', async ({ page, context, baseURL }) => {
	await open(page);
	const mine = await context.cookies();
	await context.clearCookies();
	await field(page).fill(words);
	await expectState(page, 'signed-out');
	await expect(prompt(page)).toContainText('Your words are kept on this device.');
	await expect(prompt(page).getByRole('link', { name: 'Sign in and go on' })).toHaveAttribute(
		'href',
		`/sign-in?to=${encodeURIComponent(step)}`
	);

	await signInNewcomer(context, baseURL ?? '');
	await prompt(page).getByRole('button', { name: 'Save' }).click();
	await expectState(page, 'refused');

	await context.clearCookies();
	await context.addCookies(mine);
	await prompt(page).getByRole('button', { name: 'Try again' }).click();
	await expectState(page, 'saved');
});

test('the readers are chosen before writing and changed at any time', async ({ page }) => {
	await open(page);
	await field(page).fill(words);
	await prompt(page).getByRole('radio', { name: 'My cohort' }).check();
	await expectState(page, 'saved');
	const shared = page.getByRole('link', { name: 'What your cohort shares on this step' });
	await expect(shared).toHaveAttribute('href', `${step}/shared`);
	await prompt(page).getByRole('radio', { name: 'Only me' }).check();
	await expect(shared).toBeHidden();
	await page.reload();
	await expect(prompt(page).getByRole('radio', { name: 'Only me' })).toBeChecked();
});

test('too many characters are counted, never cut', async ({ page }) => {
	await open(page);
	await field(page).fill('a'.repeat(20_012));
	await expectState(page, 'too-long');
	await expect(prompt(page)).toContainText('12 characters too long');
	await page.reload();
	await expect(field(page)).toHaveValue('a'.repeat(20_012));
});

test('signing out asks before it throws words away, and saves them when it can', async ({
	page,
	context
}) => {
	await open(page);
	const mine = await context.cookies();
	const answers = writtenTo(page);
	await answers('abort');
	await field(page).fill(words);
	await signOut(page);
	await page.getByRole('dialog').getByRole('button', { name: 'Stay signed in' }).click();
	await answers('pass');
	await page.keyboard.press('Escape');
	const saved = page.waitForResponse((response) => response.url().includes('?/answer'));
	await signOut(page);
	expect((await saved).status()).toBe(200);
	await page.waitForURL((url) => url.pathname === '/');
	expect(mine).not.toEqual(await context.cookies());
});

test('signing out waits for what asks, however late that comes', async ({ page }) => {
	await open(page);
	await writtenTo(page)('abort');
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((done) => (letGo = done));
	await page.route(/\.js$/, async (route) => {
		await held;
		await route.continue();
	});
	const asked = page.waitForRequest(/\.js$/);
	await field(page).fill(words);
	await asked;
	await signOut(page);
	letGo();
	await expect(page.getByRole('dialog')).toContainText('Some of your words are not saved');
	await expect(page).toHaveURL(new RegExp(`${step}$`));
});

test('the arrow keys turn the page, but not for who is writing', async ({ page }) => {
	await open(page);
	await field(page).fill(words);
	await field(page).press('ArrowRight');
	await prompt(page).getByRole('radio', { name: 'Only me' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(new RegExp(`${step}$`));
	await page.getByRole('link', { name: 'Next', exact: true }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/ask-one-person-this-week$/);
});

test('who goes on before their words are saved gets there, though the page reads them anew', async ({
	page
}) => {
	await open(page);
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((done) => (letGo = done));
	await page.route('**/ask-one-person-this-week/__data.json*', async (route) => {
		await held;
		await route.continue();
	});
	await field(page).fill(words);
	const saved = page.waitForResponse((response) => response.url().endsWith('?/answer'));
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await saved;
	letGo();
	await expect(page).toHaveURL(/ask-one-person-this-week$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask one person this week');
});

test('who goes on while the page asks whether it can be read anew gets there', async ({ page }) => {
	await open(page);
	let answer: () => void = () => undefined;
	const answered = new Promise<void>((done) => (answer = done));
	await page.route('**/_app/version.json', async (route) => {
		await answered;
		await route.continue();
	});
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((done) => (letGo = done));
	await page.route('**/ask-one-person-this-week/__data.json*', async (route) => {
		await held;
		await route.continue();
	});
	const asked = page.waitForRequest('**/_app/version.json');
	await field(page).fill(words);
	await asked;
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	const heard = page.waitForResponse('**/_app/version.json');
	answer();
	await heard;
	letGo();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask one person this week');
	await expect(page).toHaveURL(/ask-one-person-this-week$/);
});

test('the step is sound for assistive technology and fits a small phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await open(page);
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('words are saved, and two versions are kept apart', async ({ page, context }) => {
		await page.goto(step);
		const other = await context.newPage();
		await other.goto(step);
		await field(other).fill('From the other tab.');
		await prompt(other).getByRole('button', { name: 'Save', exact: true }).click();
		await expect(field(other)).toHaveValue('From the other tab.');

		await field(page).fill('From this tab,\nin two lines.');
		await prompt(page).getByRole('button', { name: 'Save', exact: true }).click();
		await expect(field(page)).toHaveValue('From this tab,\nin two lines.');
		await prompt(page).getByRole('button', { name: 'Keep both' }).click();
		await expect(field(page)).toHaveValue('From the other tab.\n\nFrom this tab,\nin two lines.');
	});

	test('words that cannot be saved come back with the reason', async ({ page }) => {
		await page.goto(step);
		await field(page).fill('a'.repeat(20_001));
		await prompt(page).getByRole('button', { name: 'Save', exact: true }).click();
		await expect(page.getByRole('alert')).toContainText('20,000 characters');
		await expect(field(page)).toHaveValue('a'.repeat(20_001));
	});
});
