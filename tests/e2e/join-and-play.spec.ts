import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey.ts';
import { makeTeam, newEmail } from '../support/rows.ts';
import { block, check, expectAlive, expectDone, next, vote, write } from '../support/step.ts';

/** Plays the video as a person does who is in a hurry: twice as fast, without sound. */
async function startVideo(page: Page): Promise<void> {
	await expect(page.locator('.vjs-control-bar')).toBeVisible();
	await page.getByRole('button', { name: 'Play Video' }).click();
	await page.locator('video').evaluate((video: HTMLVideoElement) => {
		video.muted = true;
		video.playbackRate = 2;
	});
}

test('a new person joins with the code and plays the first module to its end', async ({ page }) => {
	test.setTimeout(240_000);
	const { cohort } = await makeTeam('Sandpiper team');

	await page.goto('/');
	await page.getByRole('textbox', { name: 'Join code' }).fill(cohort.joinCode.toLowerCase());
	await page.getByRole('button', { name: 'Join my cohort' }).click();
	await expect(page.getByRole('heading', { name: 'Sandpiper team', level: 1 })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('textbox', { name: 'Your name' }).fill('Imani Castellano');
	await page.getByRole('textbox', { name: 'Email address' }).fill(newEmail('Imani Castellano'));
	await page.getByRole('textbox', { name: 'Password' }).fill('three quiet lanterns');
	await page.getByRole('button', { name: 'Make my account and join' }).click();

	await expect(page.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	await page.getByRole('link', { name: /^Start/ }).click();

	await test.step('the first step: a poll and a few words', async () => {
		await expect(page.getByRole('heading', { name: 'Arrive with one decision' })).toBeVisible();
		await expectAlive(page);
		await vote(page, 'lae-1-how-families-heard', 'We told them after we decided');
		await expect(page.getByText('Results show when 5 people have answered')).toBeVisible();
		const arrive = block(page, 'lae-1-arrive');
		await arrive.getByRole('radio', { name: 'My facilitators' }).check();
		await arrive.getByRole('textbox').fill('Who sets the bell, and who could ask them to move it.');
		await page.reload();
		await expectAlive(page);
		await expect(arrive.getByRole('textbox')).toHaveValue(/^Who sets the bell/);
		await expect(arrive.getByRole('radio', { name: 'My facilitators' })).toBeChecked();
		await expectDone(page, 'lae-1-arrive');
		await expect(
			block(page, 'lae-1-how-families-heard').getByRole('radio', { name: 'We told them after' })
		).toBeChecked();
		await next(page);
	});

	await test.step('the second step: a video that stops to ask, and a check', async () => {
		await expect(page.getByRole('heading', { name: 'Watch a good plan go wrong' })).toBeFocused();
		await startVideo(page);
		await check(page, 'lae-1-what-was-missing', 'More time to discuss the plan');
		await expect(page.getByText('More time among the same people')).toBeVisible();
		await check(page, 'lae-1-what-was-missing', 'A question to someone who sees the mornings');
		await expectDone(page, 'lae-1-what-was-missing');
		await page.getByRole('button', { name: 'Answer now' }).click({ timeout: 90_000 });
		await write(
			page,
			'lae-1-first-thought',
			'Mr. Kessler at the crossing. He sees every late bus.'
		);
		await page.getByRole('button', { name: 'Play', exact: true }).click();
		await expect(block(page, 'lae-1-rooms').getByText('Done', { exact: true })).toBeVisible({
			timeout: 90_000
		});
		await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
		await expect(page.getByText('This step is done.')).toBeVisible();
		await next(page);
	});

	await test.step('the third, the fourth and the fifth step', async () => {
		await expect(
			page.getByRole('heading', { name: 'Who is missing from the room?' })
		).toBeVisible();
		await check(page, 'lae-1-present-not-heard', 'She is there, and still missing');
		await write(
			page,
			'lae-1-last-decision',
			'The aides. They would have said that lunch is too short.'
		);
		await page.reload();
		await expect(block(page, 'lae-1-last-decision').getByRole('textbox')).toHaveValue(/^The aides/);
		await expectAlive(page);
		await next(page);

		await expect(page.getByRole('heading', { name: 'Make room before' })).toBeVisible();
		await write(page, 'lae-1-my-own-seat', 'My room was moved in July. I read it on the door.');
		await check(page, 'lae-1-which-move', 'Back: return and say what became of it');
		await write(page, 'lae-1-first-move', 'Back. A line on the Friday sheet about what we did.');
		await next(page);

		await expect(page.getByRole('heading', { name: 'Ask one person this week' })).toBeVisible();
		await write(page, 'lae-1-i-will', 'I will ask the bus driver what he sees, on Tuesday.');
		await next(page);
	});

	await expect(
		page.getByRole('heading', { name: 'You finished “Start with who is missing”' })
	).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What comes next' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Go on to “Read what the numbers leave out”' }).click();
	await expect(page).toHaveURL(/read-what-the-numbers-leave-out/);

	await page.goto('/journal');
	await expect(page.getByText('Mr. Kessler at the crossing')).toBeVisible();
	await expect(page.getByText('I will ask the bus driver')).toBeVisible();
});
