import { expect, test } from '../support/journey.ts';
import { makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, query, signIn } from '../support/rows.ts';

/** What is taken on in one meeting goes through the journal and the recap to the opening of the next. */

test('Ana’s commitment goes from her phone to the next meeting', async ({
	page,
	context,
	elsewhere
}) => {
	test.setTimeout(300_000);
	const { cohort, facilitator } = await makeTeam('Turnstone team');
	const meeting = await makeMeeting(cohort);
	const ana = await makeParticipant('Ana Reyes', cohort);
	await signIn(context, facilitator);
	const phone = await elsewhere();
	await signIn(phone.context(), ana);
	await phone.goto(`/live/${meeting.code}`);
	await phone.getByRole('button', { name: 'I am here, in the room' }).click();
	await expect(phone.getByText('You are in. This page goes on by itself.')).toBeVisible();

	await test.step('she is asked for it, and says who can read it before she writes', async () => {
		await page.goto(`/facilitate/sessions/${meeting.id}/console`);
		await page.getByRole('button', { name: 'Start the session' }).click();
		await expect(page.getByRole('heading', { name: 'Ask everybody' })).toBeVisible();
		await query(
			`update live_block set entered_at = case when block_id = 'commit' then now() end
			where live_session_id = $1`,
			[meeting.id]
		);
		await page.reload();
		await page.getByRole('button', { name: 'Ask this' }).first().click();
		await expect(phone.getByText('Only you can read it.')).toBeVisible();
		await phone.getByRole('combobox', { name: 'Who can read it' }).selectOption('cohort');
		await expect(phone.getByText('Your cohort can read it, without your name')).toBeVisible();
		await phone.getByRole('textbox', { name: 'What, in your words' }).fill('ask the bus driver');
		await phone.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(phone.getByText('Sent. You can change it.')).toBeVisible();
		await expect(page.getByText('I will ask the bus driver')).toBeVisible();
		await phone.goto('/journal');
		await expect(phone.getByText('ask the bus driver').first()).toBeVisible();
	});

	await test.step('it ends, and what worked is noted as it is written', async () => {
		await page.getByText('End the session', { exact: true }).click();
		await page.getByRole('button', { name: 'End it for everybody' }).click();
		await page.getByRole('link', { name: 'Note what worked while it is fresh' }).click();
		await expect(page.getByText('It is kept as you write.')).toBeVisible();
		await page.getByRole('textbox', { name: 'What worked' }).fill('Two minutes of silence');
		await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
		await page.reload();
		await expect(page.getByRole('textbox', { name: 'What worked' })).toHaveValue(
			'Two minutes of silence'
		);
		await page.goto(`/facilitate/cohorts/${cohort.id}/guides/start-with-who-is-missing`);
		await expect(page.getByText('Two minutes of silence')).toBeVisible();
	});

	await test.step('the recap has it, and the next meeting opens with it', async () => {
		await page.goto(`/facilitate/sessions/${meeting.id}/recap`);
		await page.getByRole('button', { name: 'Send it to the cohort' }).click();
		await expect(page).toHaveURL(/\?sent/);
		await phone.goto(`/learn/recaps/${meeting.id}`);
		await expect(phone.getByText('ask the bus driver')).toBeVisible();
		await expect(phone.getByRole('article').getByText('Ana Reyes')).toHaveCount(0);
		const next = await makeMeeting(cohort);
		await query(`update live_session set starts_at = now() + interval '2 hours' where id = $1`, [
			next.id
		]);
		await page.goto(`/facilitate/sessions/${next.id}/console`);
		await page.getByRole('button', { name: 'Start the session' }).click();
		await expect(page.getByRole('heading', { name: 'Ask everybody' })).toBeVisible();
		await page.goto(`/facilitate/sessions/${next.id}/projector`);
		await expect(page.getByText('I will ask the bus driver')).toBeVisible();
		await phone.goto(`/live/${next.code}`);
		await phone.getByRole('button', { name: 'I am here, in the room' }).click();
		await expect(phone.getByRole('heading', { name: 'What you took on last time' })).toBeVisible();
		await phone.getByRole('button', { name: 'I kept it' }).click();
		await expect(phone.getByText('It is kept in your journal.')).toBeVisible();
		await phone.goto('/journal');
		await expect(phone.getByText(/^I kept it/).first()).toBeVisible();
	});
});
