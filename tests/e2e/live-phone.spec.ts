import { holdMeeting, sendRecap } from '../support/held.ts';
import { expect, goOffline, test, untilAlive } from '../support/journey.ts';
import { askEverybody, beginMeeting, endMeeting, makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, newEmail, signIn } from '../support/rows.ts';

// What a browser says of a connection that the test took away.
test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

test('two take part by the code, one loses the connection, one claims later what they wrote as a guest', async ({
	page,
	context,
	elsewhere
}) => {
	const { cohort } = await makeTeam('Sandpiper team');
	const meeting = await makeMeeting(cohort);
	await signIn(context, await makeParticipant('Ana Reyes', cohort));

	await page.goto(`/live/${meeting.code.toLowerCase()}`);
	await page.getByRole('button', { name: 'I am here, in the room' }).click();
	await expect(page.getByText('You are in. This page goes on by itself.')).toBeVisible();

	const guest = await elsewhere();
	await guest.goto('/live');
	await guest.getByRole('textbox', { name: 'Code of the session' }).fill(meeting.code);
	await guest.getByRole('button', { name: 'Come in' }).click();
	await guest.getByRole('textbox', { name: 'Your name' }).fill('Jonah Bell');
	await guest.getByRole('button', { name: 'Come in as a guest' }).click();
	await expect(guest.getByText('You are in. This page goes on by itself.')).toBeVisible();

	await beginMeeting(meeting);
	await askEverybody(meeting, { block: 'lae-1-last-decision' });
	const field = page.getByRole('textbox', { name: /decision/i });
	await expect(
		page.getByText('On the wall without your name. In your journal, for you only.')
	).toBeVisible();
	await guest.getByRole('textbox', { name: /decision/i }).fill('Nobody asked the driver.');
	await guest.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(guest.getByText('Sent. You can change it.')).toBeVisible();

	await goOffline(page);
	await field.fill('The clerk at the front desk.');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByText(/It is sent by itself when you are connected again/)).toBeVisible();
	await askEverybody(meeting, { question: 'What would help?' });
	await expect(guest.getByRole('status').getByText('Asked now: What would help?')).toBeVisible();
	await expect(guest.getByRole('form', { name: 'What would help?' })).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByRole('textbox', { name: 'What would help?' })).toBeVisible();
	await expect(page.locator('summary', { hasText: 'Think of the last decision' })).toBeVisible();
	await page.goto('/journal');
	await expect(page.getByText('The clerk at the front desk.')).toBeVisible();

	await endMeeting(meeting);
	await expect(guest.getByText('This session is over.')).toBeVisible();
	await guest.goto(`/join/${cohort.joinCode}`);
	await guest.getByRole('textbox', { name: 'Your name' }).fill('Jonah Bell');
	await guest.getByRole('textbox', { name: 'Email address' }).fill(newEmail('Jonah Bell'));
	await guest.getByRole('textbox', { name: 'Password' }).fill('a sandpiper on the shore');
	await guest.getByRole('button', { name: 'Make my account and join' }).click();
	await expect(guest.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	await guest.goto(`/live/${meeting.code}`);
	await guest.getByRole('button', { name: 'That was me: keep it' }).click();
	await expect(guest.getByText('What you wrote is in your journal now.')).toBeVisible();
	await guest.goto('/journal');
	await expect(guest.getByText('Nobody asked the driver.')).toBeVisible();
	await expect(guest.getByText('The clerk at the front desk.')).toHaveCount(0);
});

test('what somebody takes on while they are offline is kept, in the room and at the recap', async ({
	page,
	context
}) => {
	const { cohort } = await makeTeam('Dunlin team');
	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await askEverybody(meeting, { question: 'What will you do?' }, 'commitment');
	const words = page.getByRole('textbox', { name: 'What, in your words' });

	await test.step('in the room it is sent by itself', async () => {
		await page.goto(`/live/${meeting.code}`);
		await page.getByRole('button', { name: 'I am here, in the room' }).click();
		await expect(words).toBeVisible();
		await untilAlive(page);
		await goOffline(page);
		await words.fill('ask the night shift');
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText(/It is sent by itself when you are connected again/)).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByText('Sent. You can change it.')).toBeVisible();
	});

	await test.step('at the recap it stays in the form', async () => {
		const held = await sendRecap(process.env['BASE_URL'] ?? '', cohort, await holdMeeting(cohort));
		await page.goto(`/learn/recaps/${held}`);
		await untilAlive(page);
		await goOffline(page);
		await words.fill('ring the bus depot');
		await page.getByRole('button', { name: 'Keep the commitment' }).click();
		await expect(page.getByRole('alert')).toHaveText(/Your words stay here: send them again/);
		await expect(words).toHaveValue('ring the bus depot');
		await context.setOffline(false);
		await page.getByRole('button', { name: 'Keep the commitment' }).click();
		await expect(page.getByText('Kept. It stands in your journal')).toBeVisible();
	});

	await page.goto('/journal');
	await expect(page.getByText('ask the night shift').first()).toBeVisible();
	await expect(page.getByText('ring the bus depot').first()).toBeVisible();
});
