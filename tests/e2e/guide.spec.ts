import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, untilAlive } from '../support/journey.ts';
import { enrol, makePerson, makeTeam, signIn } from '../support/rows.ts';

const MODULE = 'start-with-who-is-missing';

test('Denise prepares with a colleague, adapts a block, sees the difference, and undoes it', async ({
	page,
	context,
	elsewhere
}) => {
	// A long way through several pages, by two people.
	test.slow();
	const { cohort, facilitator } = await makeTeam('Turnstone team');
	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}`);
	await page.getByRole('link', { name: 'Read the guide to Start with who is missing' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Start with who is missing');

	// A task that is done is done for whoever facilitates with her.
	const task = page.getByRole('button', { name: /^Set tables for four/ });
	await task.click();
	await expect(task).toHaveAttribute('aria-pressed', 'true');
	const colleague = await makePerson('Sam Okafor');
	await enrol(colleague, cohort, 'facilitator');
	const theirs = await elsewhere();
	await signIn(theirs.context(), colleague);
	await theirs.goto(`/facilitate/cohorts/${cohort.id}/guides/${MODULE}`);
	await expect(theirs.getByRole('button', { name: /^Set tables for four/ })).toHaveAttribute(
		'aria-pressed',
		'true'
	);

	const booklet = await page.request.get(`${new URL(page.url()).pathname}/booklet.pdf`);
	expect(booklet.headers()['content-type']).toBe('application/pdf');

	await page.getByRole('link', { name: 'Adapt it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Adapt');
	await page.getByRole('link', { name: /^Change\b.*Opening circle$/ }).click();
	await page.getByRole('textbox', { name: 'Minutes' }).first().fill('9');
	const say = page.getByRole('textbox', { name: 'Say' }).first();
	await say.fill('Good morning. We begin with a walk.');
	await page.reload();
	await expect(say).toHaveValue('Good morning. We begin with a walk.');
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(page.getByText('Kept. You can undo it.')).toBeVisible();
	await expect(page.getByText('3 minutes over.')).toBeVisible();
	await page.getByRole('button', { name: /^Down\b.*Opening circle$/ }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Opening circle' })).toContainText(
		/Moved by .* for Turnstone team/
	);
	await expectAccessible(page);

	await page.getByRole('link', { name: /^Difference to the original/ }).click();
	await expect(page.locator('ins').first()).toBeVisible();
	await expect(page.getByText('9 minutes instead of 6 minutes.')).toBeVisible();

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('It comes after')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Nothing differs')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
});

test('two who write one block at once see each other’s words, and none are lost', async ({
	page,
	context,
	elsewhere,
	baseURL
}) => {
	const { cohort, facilitator } = await makeTeam('Whimbrel team');
	const colleague = await makePerson('Sam Okafor');
	await enrol(colleague, cohort, 'facilitator');
	const theirs = await elsewhere();
	await signIn(context, facilitator);
	await signIn(theirs.context(), colleague);
	const block = `/facilitate/cohorts/${cohort.id}/guides/${MODULE}/adapt?open=open`;
	for (const one of [page, theirs]) {
		await one.goto(`${baseURL}${block}`);
		await untilAlive(one);
	}
	const say = (one: Page) => one.getByRole('textbox', { name: 'Say' }).first();
	const keep = (one: Page) => one.getByRole('button', { name: 'Keep it' });

	await say(page).fill('We begin with a walk.');
	await keep(page).click();
	await expect(page.getByText('Kept. You can undo it.')).toBeVisible();
	await say(theirs).fill('We begin with a song.');
	await keep(theirs).click();
	await expect(theirs.getByText('Say, as it stands now')).toBeVisible();
	await expect(theirs.getByText('We begin with a walk.')).toBeVisible();
	await expect(say(theirs)).toHaveValue('We begin with a song.');
	await keep(theirs).click();
	await expect(theirs.getByText('Kept. You can undo it.')).toBeVisible();

	await theirs.getByRole('textbox', { name: 'Minutes' }).first().fill('many');
	await keep(theirs).click();
	await expect(theirs.getByRole('textbox', { name: 'Minutes' }).first()).toHaveAttribute(
		'aria-invalid',
		'true'
	);
});
