import { expect, test } from '../support/journey.ts';
import { holdMeeting, sendRecap } from '../support/held.ts';
import { makeParticipant, makeTeam, query, signIn } from '../support/rows.ts';

/** Who was there, corrected after the meeting and entered from paper. */

test('attendance is corrected with a reason, entered from paper, and read by whom it is about', async ({
	page,
	context,
	elsewhere,
	baseURL
}) => {
	const { cohort, facilitator } = await makeTeam('Sandpiper team');
	const ana = await makeParticipant('Ana Reyes', cohort);
	const jonah = await makeParticipant('Jonah Bell', cohort);
	const meeting = await holdMeeting(cohort);
	await query(
		`insert into live_attendee (live_session_id, enrolment_id, arrived_at, left_at)
		select live_session.id, enrolment.id, started_at + interval '20 minutes', ended_at
		from live_session join enrolment on enrolment.cohort_id = live_session.cohort_id
		where live_session.id = $1 and person_id = $2`,
		[meeting, ana]
	);
	await query(`update enrolment set created_at = now() - interval '60 days' where cohort_id = $1`, [
		cohort.id
	]);
	await sendRecap(baseURL ?? '', cohort, meeting);
	await signIn(context, facilitator);
	const his = await elsewhere();
	await signIn(his.context(), jonah);

	await test.step('who was absent by mistake is corrected', async () => {
		await page.goto(`/facilitate/sessions/${meeting}`, { waitUntil: 'networkidle' });
		await page.getByRole('link', { name: 'Who was there' }).click();
		await expect(page.getByText('1 of 2 people were there.')).toBeVisible();
		await expect(page.getByText('20 minutes late')).toBeVisible();
		await page.getByText('Correct Jonah Bell', { exact: true }).click();
		const form = page.locator('form', { has: page.getByText('Was Jonah Bell there?') });
		await form.getByRole('textbox', { name: 'Why' }).fill('His phone was flat');
		await form.getByRole('button', { name: 'Keep the correction' }).click();
		await expect(page.getByText('It is corrected.')).toBeVisible();
		await expect(page.getByText('2 of 2 people were there.')).toBeVisible();
		await expect(page.getByText('His phone was flat')).toBeVisible();
	});

	await test.step('he reads it with the recap, and has nothing to make up', async () => {
		await his.goto(`/learn/recaps/${meeting}`);
		await expect(his.getByRole('heading', { name: 'Your attendance' })).toBeVisible();
		await expect(his.getByText('His phone was flat')).toBeVisible();
		await his.goto('/learn');
		await expect(his.getByText('Make it up', { exact: false })).toHaveCount(0);
	});

	await test.step('the paper sheet is entered in one go', async () => {
		await page.getByText('Enter the paper sheet', { exact: true }).click();
		await page.getByRole('checkbox', { name: /^Jonah Bell/ }).uncheck();
		await page.getByRole('textbox', { name: 'Name of guest 1' }).fill('Rosa Lind');
		await page.getByRole('button', { name: 'Enter the sheet' }).click();
		await expect(page.getByText('1 of 2 people were there.')).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Rosa Lind' })).toBeVisible();
		await expect(page.getByText('From the paper sheet').first()).toBeVisible();
		await his.goto(`/learn/missed/${meeting}`);
		await expect(his.getByText('From the paper sheet')).toBeVisible();
	});
});
