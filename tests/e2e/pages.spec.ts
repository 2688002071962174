import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleHere, test } from '../support/journey.ts';
import { enterFor, pages } from '../support/pages.ts';

/** Every page, at a desk in light and in dark, and then on a small phone. */

const PHONE = { width: 360, height: 740 };

/** What a finger meets: links in a line of text are as tall as the line. */
const TARGETS = 'button, summary, select, textarea, nav a, input:not([type="hidden"])';
const LEAST = 24;

function tooSmall(page: Page): Promise<string[]> {
	return page.locator(TARGETS).evaluateAll(
		(elements, least) =>
			elements.flatMap((element) => {
				// A radio button is as large as the label around it.
				const target = element.closest('label') ?? element;
				if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
				const box = target.getBoundingClientRect();
				// A knot of the rail lays a larger target over itself.
				const over = getComputedStyle(target, '::after');
				const width = Math.max(box.width, parseFloat(over.width) || 0);
				const height = Math.max(box.height, parseFloat(over.height) || 0);
				const isShown = width > 1 && height > 1;
				return isShown && (width < least || height < least)
					? [`${element.outerHTML.slice(0, 80)}: ${Math.round(width)} x ${Math.round(height)}`]
					: [];
			}),
		LEAST
	);
}

for (const looked of pages) {
	test(`${looked.name} is sound for assistive technology, and fits a small phone`, async ({
		page,
		context
	}) => {
		await page.goto(await enterFor(context, looked));
		await expect(page.getByRole('heading').first()).toBeVisible();
		await expectAccessible(page);

		await page.setViewportSize(PHONE);
		const { wide, shown } = await page.evaluate(() => ({
			wide: document.documentElement.scrollWidth,
			shown: document.documentElement.clientWidth
		}));
		expect(wide).toBeLessThanOrEqual(shown);
		expect(await tooSmall(page)).toEqual([]);
		await expectAccessibleHere(page);
	});
}
