import { expect, expectAccessible, test } from '../support/journey.ts';
import { enterFor, pages } from '../support/pages.ts';

for (const looked of pages) {
	test(`${looked.name} has no fault that axe can find, in light and in dark`, async ({
		page,
		context
	}) => {
		await page.goto(await enterFor(context, looked));
		await expect(page.getByRole('heading').first()).toBeVisible();
		await expectAccessible(page);
	});
}
