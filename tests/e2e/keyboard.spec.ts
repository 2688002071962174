import type { Locator, Page } from '@playwright/test';
import { expect, test, untilAlive } from '../support/journey.ts';
import { makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, newEmail, signIn } from '../support/rows.ts';
import { block, expectAlive, expectDone } from '../support/step.ts';

const FURTHEST = 60;

/** Goes on with the Tab key, as far as a person would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let pressed = 0; pressed < FURTHEST; pressed += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('The Tab key does not lead there.');
}

test('a person joins, plays a step and saves by keyboard alone', async ({ page }) => {
	const { cohort } = await makeTeam('Bittern team');
	await page.goto('/');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
	await tabTo(page, page.getByRole('textbox', { name: 'Join code' }));
	await page.keyboard.type(cohort.joinCode);
	await page.keyboard.press('Enter');

	await expect(page.getByRole('heading', { name: 'Bittern team', level: 1 })).toBeVisible();
	await tabTo(page, page.getByRole('textbox', { name: 'Your name' }));
	await page.keyboard.type('Noor Haddad');
	await tabTo(page, page.getByRole('textbox', { name: 'Email address' }));
	await page.keyboard.type(newEmail('Noor Haddad'));
	await tabTo(page, page.getByRole('textbox', { name: 'Password' }));
	await page.keyboard.type('three herons at noon');
	await tabTo(page, page.getByRole('combobox', { name: 'Your school' }));
	await page.keyboard.type('Bittern');
	await tabTo(page, page.getByRole('button', { name: 'Make my account and join' }));
	await page.keyboard.press('Enter');

	await expect(page.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: /^Start/ }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Arrive with one decision' })).toBeFocused();
	await expectAlive(page);

	const poll = block(page, 'lae-1-how-families-heard');
	await tabTo(page, poll.getByRole('radio').first());
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await expect(poll.getByRole('radio', { name: 'We asked them before' })).toBeChecked();
	await tabTo(page, poll.getByRole('button', { name: 'Save my answer' }));
	await page.keyboard.press('Enter');
	await expectDone(page, 'lae-1-how-families-heard');

	const arrive = block(page, 'lae-1-arrive');
	await tabTo(page, arrive.getByRole('radio', { name: 'My cohort' }));
	await page.keyboard.press('ArrowUp');
	await expect(arrive.getByRole('radio', { name: 'My facilitators' })).toBeChecked();
	await tabTo(page, arrive.getByRole('textbox'));
	await page.keyboard.type('Who reads the letters home before they go.');
	await tabTo(page, arrive.getByRole('button', { name: 'Save' }));
	await page.keyboard.press('Enter');
	await expectDone(page, 'lae-1-arrive');

	await tabTo(page, page.getByRole('link', { name: 'Next', exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Watch a good plan go wrong' })).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('heading', { name: 'Arrive with one decision' })).toBeFocused();
});

test('the account menu opens, closes and signs out by keyboard', async ({ page, enterAs }) => {
	await enterAs('Ana Reyes');
	const menu = page.locator('summary', { hasText: 'Ana Reyes' });
	await tabTo(page, menu);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeHidden();
	await expect(menu).toBeFocused();
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('button', { name: 'Sign out', exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
});

test('the focus stays where one acts, though the button that was pressed may go', async ({
	page,
	context
}) => {
	const { cohort, facilitator } = await makeTeam('Dunlin team');
	await makeParticipant('Ana Reyes', cohort);
	const meeting = await makeMeeting(cohort);
	await signIn(context, facilitator);
	const press = async (button: Locator) => {
		await button.focus();
		await page.keyboard.press('Enter');
	};
	const button = (name: string | RegExp) => page.getByRole('button', { name });

	await page.goto(`/facilitate/sessions/${meeting.id}/console`);
	await untilAlive(page);
	await press(button('Start the session'));
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.getByText('The whole agenda').click();
	await press(button(/^Go here/).nth(1));
	await expect(page.getByText('The whole agenda')).toBeFocused();
	await page.getByText('A question of your own').click();
	await page.getByLabel('Your question').fill('Who is missing?');
	await press(button('Ask this').last());
	await expect(page.getByRole('heading', { name: 'Before everybody' })).toBeVisible();
	await expect(button('Ask this').last()).toBeFocused();
	await press(button('Show it to the room'));
	await expect(page.getByRole('heading', { name: 'Before everybody' })).toBeFocused();

	await page.goto(`/facilitate/sessions/${meeting.id}/attendance`);
	await untilAlive(page);
	await page.getByText('Correct Ana Reyes').click();
	await page.getByRole('textbox', { name: 'Why', exact: true }).fill('She sat in the back.');
	await press(button('Keep the correction'));
	await expect(page.getByText('She sat in the back.')).toBeVisible();
	// Its forms begin anew.
	await expect(page.getByRole('heading', { name: 'The cohort' })).toBeFocused();

	const guide = `/facilitate/cohorts/${cohort.id}/guides/start-with-who-is-missing`;
	await page.goto(guide);
	await untilAlive(page);
	const task = button(/^Set tables for four/);
	await press(task);
	await expect(task).toHaveAttribute('aria-pressed', 'true');
	await expect(task).toBeFocused();

	await page.goto(`${guide}/adapt?open=open`);
	await untilAlive(page);
	await page.getByRole('textbox', { name: 'Say' }).first().fill('We begin with a walk.');
	await press(button('Keep it'));
	await expect(page.getByText('Kept. You can undo it.')).toBeVisible();
	await expect(button('Keep it')).toBeFocused();
	await press(button(/^Leave out.*Opening circle$/));
	await expect(button(/^Bring back.*Opening circle$/)).toBeFocused();
});
