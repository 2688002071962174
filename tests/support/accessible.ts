import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/**
 * What axe finds. It runs in the page itself and is put there once: its own driver for browsers opens another
 * page for each look, which takes longer than looking.
 */

declare global {
	interface Window {
		axe?: typeof axe;
	}
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing that axe can find, in light and in dark. Only colors differ between the two. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
	await expectNothing(page, { runOnly: RULES });
	await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
	await expectNothing(page, { runOnly: ['color-contrast'] });
	await page.emulateMedia({ reducedMotion: null, colorScheme: null });
}

/** The same page at another width: its colors have been looked at, and they take longest. */
export async function expectAccessibleHere(page: Page): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
	await expectNothing(page, { runOnly: RULES, rules: { 'color-contrast': { enabled: false } } });
}

async function expectNothing(page: Page, options: RunOptions): Promise<void> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	await page.evaluate(settled);
	const found = await page.evaluate(
		async (options) => {
			const looked = await window.axe?.run(document, options);
			return looked?.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
		},
		// What passes is not described: that would take longer than finding what does not.
		{ ...options, resultTypes: ['violations'] } satisfies RunOptions
	);
	expect(found).toEqual([]);
}

/** Colors that are on their way from light to dark are neither. */
async function settled(): Promise<void> {
	for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
	const passing = document
		.getAnimations()
		.filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
	await Promise.allSettled(passing.map(({ finished }) => finished));
}
