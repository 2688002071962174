import { expect, test } from '../support/journey.ts';
import { makeParticipant, makeTeam, newEmail, signIn } from '../support/rows.ts';
import { block, check, expectDone, steps } from '../support/step.ts';

test.use({ javaScriptEnabled: false });

test('a person signs in and out', async ({ page, enterAs }) => {
	await enterAs('Nadia Haddad');
	await expect(page.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	await page.locator('summary', { hasText: 'Nadia Haddad' }).click();
	await page.getByRole('button', { name: 'Sign out', exact: true }).click();
	await page.goto('/journal');
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test.describe('what is amiss', () => {
	test.use({ expected: [/status of 400/] });

	test('comes back to a new person with what they had entered', async ({ page }) => {
		const { cohort } = await makeTeam('Rail team');
		await page.goto(`/join/${cohort.joinCode}`);
		await page.getByRole('textbox', { name: 'Your name' }).fill('Ines Marlow');
		await page.getByRole('textbox', { name: 'Email address' }).fill(newEmail('Ines Marlow'));
		await page.getByRole('textbox', { name: 'Password' }).fill('short');
		await page.getByRole('button', { name: 'Make my account and join' }).click();
		await expect(page.getByText('Use at least 15 characters')).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ines Marlow');
		await page.getByRole('textbox', { name: 'Password' }).fill('a rail among the reeds');
		await page.getByRole('button', { name: 'Make my account and join' }).click();
		await expect(page.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	});
});

test('words, a poll and a check are saved', async ({ page, context }) => {
	const { cohort } = await makeTeam('Stilt team');
	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	await page.goto(steps.arrive);
	const arrive = block(page, 'lae-1-arrive');
	await arrive.getByRole('radio', { name: 'My facilitators' }).check();
	await arrive.getByRole('textbox').fill('Who decides on the bell.');
	await arrive.getByRole('button', { name: 'Save' }).click();
	await expect(arrive.getByRole('textbox')).toHaveValue('Who decides on the bell.');
	await expect(arrive.getByRole('radio', { name: 'My facilitators' })).toBeChecked();
	await expectDone(page, 'lae-1-arrive');

	const poll = block(page, 'lae-1-how-families-heard');
	await poll.getByRole('radio', { name: 'They helped to decide' }).check();
	await poll.getByRole('button', { name: 'Save my answer' }).click();
	await expectDone(page, 'lae-1-how-families-heard');
	await expect(arrive.getByRole('textbox')).toHaveValue('Who decides on the bell.');

	await page.goto(steps.missing);
	await check(page, 'lae-1-present-not-heard', 'She is missing because she is not there');
	await expect(page.getByText('She is in her chair at every meeting')).toBeVisible();
	await check(page, 'lae-1-present-not-heard', 'She is there, and still missing');
	await expectDone(page, 'lae-1-present-not-heard');
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await expect(page).toHaveURL(/make-room-before-the-decision$/);
});
