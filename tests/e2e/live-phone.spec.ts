import { holdMeeting, sendRecap } from '../support/held.ts';
import { expect, goOffline, test, untilAlive } from '../support/journey.ts';
import { askEverybody, beginMeeting, endMeeting, makeMeeting, putAway } from '../support/live.ts';
import { makeParticipant, makeTeam, newEmail, query, signIn } from '../support/rows.ts';

// What a browser says of a connection that the test took away.
test.use({ expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

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

	await test.step('a question that is being typed is there after a reload', async () => {
		await page.goto(`/live/${meeting.code}`);
		await page.getByRole('button', { name: 'I am here, in the room' }).click();
		await expect(words).toBeVisible();
		await untilAlive(page);
		const question = page.getByRole('textbox', { name: 'Your question' });
		await page.getByText('Park a question').click();
		await question.fill('Who pays for the');
		await page.reload();
		await expect(question).toHaveValue('Who pays for the');
		await untilAlive(page);
	});

	await test.step('what is typed while it is on its way stays', async () => {
		const isTyped = Promise.withResolvers<void>();
		await page.route(/\?\/park$/, async (route) => {
			await isTyped.promise;
			await route.continue();
		});
		const question = page.getByRole('textbox', { name: 'Your question' });
		await page.getByRole('button', { name: 'Park it' }).click();
		await question.fill('Who decides?');
		isTyped.resolve();
		await expect(page.getByText('Your question is parked.')).toBeVisible();
		await expect(page.getByText('Who pays for the').first()).toBeVisible();
		await expect(question).toHaveValue('Who decides?');
	});

	await test.step('in the room it is sent by itself', async () => {
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

test('an older answer does not go over a newer one from another device, and what was not sent goes nowhere', async ({
	page,
	context,
	elsewhere
}) => {
	const { cohort } = await makeTeam('Whimbrel team');
	const ana = await makeParticipant('Ana Reyes', cohort);
	await signIn(context, ana);
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await askEverybody(meeting, { block: 'lae-1-last-decision' });
	const other = await elsewhere();
	await signIn(other.context(), ana);
	for (const device of [page, other]) await device.goto(`/live/${meeting.code}`);
	await page.getByRole('button', { name: 'I am here, in the room' }).click();
	const field = page.getByRole('textbox', { name: /decision/i });
	const onOther = other.getByRole('textbox', { name: /decision/i });
	await expect(field).toBeVisible();
	await other.reload();
	await untilAlive(other);
	const onWall = () =>
		query(
			`select on_wall from live_response join live_attendee attendee on attendee.id = attendee_id
			where live_session_id = $1`,
			[meeting.id]
		);

	await test.step('what waited offline stays in its field, and off the wall', async () => {
		await untilAlive(page);
		await goOffline(page);
		await field.fill('Mr. Ortega decided it alone.');
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByText(/It is sent by itself when you are connected/)).toBeVisible();
		await onOther.fill('One person decided it alone.');
		await other.getByLabel('Keep it off the wall').check();
		await other.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(other.getByText('Sent. You can change it.')).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByText('You sent another answer meanwhile')).toBeVisible();
		await expect(page.getByText('One person decided it alone.')).toBeVisible();
		await expect(field).toHaveValue('Mr. Ortega decided it alone.');
		await expect(page.getByLabel('Keep it off the wall')).toBeChecked();
		expect(await onWall()).toEqual([{ on_wall: false }]);
		await page.getByRole('button', { name: 'Send again' }).click();
		await expect(page.getByText('Sent. You can change it.')).toBeVisible();
	});

	await test.step('what is put away stays under the fingers', async () => {
		await field.fill('Nobody');
		await putAway(meeting);
		await expect(page.getByRole('heading', { name: 'You were writing' })).toBeVisible();
		await page.keyboard.type(' asked the driver');
		await expect(field).toHaveValue('Nobody asked the driver');
	});

	await test.step('a page whose data does not come stays, and asks again', async () => {
		let asked = 0;
		await page.route('**/_app/version.json', (route) =>
			(asked += 1) === 1 ? route.abort() : route.continue()
		);
		await endMeeting(meeting);
		await expect(page.getByText('This session is over. Thank you for being there.')).toBeVisible();
		await expect.poll(() => asked).toBeGreaterThan(1);
		await expect(field).toHaveValue('Nobody asked the driver');
	});

	await test.step('signing out asks, and sends nothing', async () => {
		const [before] = await query('select number from live_session where id = $1', [meeting.id]);
		await page.locator('summary', { hasText: 'Your account' }).click();
		await page.getByRole('button', { name: 'Sign out', exact: true }).click();
		await page.getByRole('button', { name: 'Sign out and lose them' }).click();
		await page.waitForURL((url) => url.pathname === '/');
		expect(await query('select number from live_session where id = $1', [meeting.id])).toEqual([
			before
		]);
	});
});
