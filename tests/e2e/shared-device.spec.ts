import type { Page } from '@playwright/test';
import { expect, test, untilAlive } from '../support/journey.ts';
import { askEverybody, beginMeeting, makeMeeting, type ThrowawayMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, SESSION_COOKIE, signIn } from '../support/rows.ts';

/** One tablet goes round in the room. */

const WORDS = 'Nobody asked the driver.';

async function comeInAndWrite(page: Page, { code }: ThrowawayMeeting, name: string): Promise<void> {
	await page.goto(`/live/${code}`);
	await untilAlive(page);
	await page.getByRole('textbox', { name: 'Your name' }).fill(name);
	await page.getByRole('button', { name: 'Come in as a guest' }).click();
	await page.getByRole('textbox', { name: /decision/i }).fill(WORDS);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByText('Sent. You can change it.')).toBeVisible();
}

/** Neither in the page nor in the data that it is drawn from. */
async function expectNoWordOf(page: Page, { code }: ThrowawayMeeting): Promise<void> {
	for (const path of [`/live/${code}`, `/live/${code}/__data.json`]) {
		const answer = await page.request.get(path);
		expect(answer.status()).toBe(200);
		expect(await answer.text()).not.toContain(WORDS);
	}
	await expect(page.getByText(WORDS)).toHaveCount(0);
}

test('whoever signs in where a guest wrote sees none of it, until they say that it was them', async ({
	page,
	context
}) => {
	const { cohort } = await makeTeam('Whimbrel team');
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await askEverybody(meeting, { block: 'lae-1-last-decision' });
	await comeInAndWrite(page, meeting, 'Rosa');

	await test.step('Jonah is someone else, and says so', async () => {
		await signIn(context, await makeParticipant('Jonah Bell', cohort));
		await page.goto(`/live/${meeting.code}`);
		await expect(page.getByRole('heading', { name: /Welcome, Jonah Bell/ })).toBeVisible();
		await expect(page.getByRole('heading', { name: /as “Rosa” before/ })).toBeVisible();
		await expectNoWordOf(page, meeting);
		await untilAlive(page);
		await page.getByRole('button', { name: 'I am here, in the room' }).click();
		await expect(page.getByText('You are here as Jonah Bell, in the room.')).toBeVisible();
		await expect(page.getByRole('textbox', { name: /decision/i })).toHaveValue('');
		await expectNoWordOf(page, meeting);
		await page.getByRole('button', { name: 'That was not me' }).click();
		await expect(page.getByText('Rosa')).toHaveCount(0);
		await context.clearCookies({ name: SESSION_COOKIE });
	});

	await test.step('the tablet has forgotten Rosa; Ana comes in as a guest, and gives it on and takes it back', async () => {
		await page.goto(`/live/${meeting.code}`);
		await expect(page.getByRole('button', { name: 'Come in as a guest' })).toBeVisible();
		await expectNoWordOf(page, meeting);
		await comeInAndWrite(page, meeting, 'Bea');
		await page.getByText('Are you someone else?').click();
		await page.getByRole('button', { name: 'I am not Bea' }).click();
		await expect(page.getByRole('button', { name: 'Come in as a guest' })).toBeVisible();
		await expectNoWordOf(page, meeting);
		await comeInAndWrite(page, meeting, 'Ana');
	});

	await test.step('Ana signs in, and has it as hers', async () => {
		await signIn(context, await makeParticipant('Ana Reyes', cohort));
		await page.goto(`/live/${meeting.code}`);
		await expect(page.getByRole('heading', { name: /as “Ana” before/ })).toBeVisible();
		await expectNoWordOf(page, meeting);
		await untilAlive(page);
		await page.getByRole('button', { name: 'That was me: keep it' }).click();
		await expect(page.getByText('What you wrote is in your journal now.')).toBeVisible();
		await expect(page.getByRole('textbox', { name: /decision/i })).toHaveValue(WORDS);
		await page.goto('/journal');
		await expect(page.getByText(WORDS)).toBeVisible();
	});
});
