import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does on a step: tests say it in these words. */

export const SERIES = '/learn/leading-with-access-and-equity';
export const MODULE = `${SERIES}/start-with-who-is-missing`;
export const steps = {
	arrive: `${MODULE}/arrive-with-one-decision`,
	watch: `${MODULE}/watch-who-is-in-the-room`,
	missing: `${MODULE}/who-is-missing`,
	makeRoom: `${MODULE}/make-room-before-the-decision`,
	askOne: `${MODULE}/ask-one-person-this-week`
};

export function block(page: Page, id: string): Locator {
	return page.locator(`section#${id}`);
}

/** A page is alive once its fields say where the words are. */
export async function expectAlive(page: Page): Promise<void> {
	await expect(page.locator('[data-state]').first()).toBeVisible();
}

/** Writes, and waits until it is saved and counts. */
export async function write(page: Page, id: string, words: string): Promise<void> {
	await block(page, id).getByRole('textbox').fill(words);
	await expect(block(page, id).locator('[data-state="saved"]')).toBeVisible();
	await expectDone(page, id);
}

export async function vote(page: Page, id: string, choice: string): Promise<void> {
	await block(page, id).getByRole('radio', { name: choice }).check();
	await block(page, id).getByRole('button', { name: 'Save my answer' }).click();
	await expectDone(page, id);
}

export async function check(page: Page, id: string, choice: string): Promise<void> {
	await block(page, id).getByRole('radio', { name: choice }).check();
	await block(page, id)
		.getByRole('button', { name: /^Check/ })
		.click();
}

export async function expectDone(page: Page, id: string): Promise<void> {
	await expect(block(page, id).getByText('Done', { exact: true })).toBeVisible();
}

export async function next(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Next', exact: true }).click();
}
