import { expect, test } from '../support/journey.ts';
import { holdMeeting, sendRecap } from '../support/held.ts';
import { askEverybody, beginMeeting, makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, signIn } from '../support/rows.ts';

/** A room whose console and phone run no JavaScript: each thing to do is a form, and the page is read again. */

test.use({ javaScriptEnabled: false });

test('Denise leads and a guest takes part with plain forms', async ({ page, browser }) => {
	test.setTimeout(240_000);
	const { cohort, facilitator } = await makeTeam('Curlew team');
	const meeting = await makeMeeting(cohort);
	const office = await browser.newContext({ javaScriptEnabled: false });
	await signIn(office, facilitator);
	const console = await office.newPage();
	const consoleHref = `/facilitate/sessions/${meeting.id}/console`;
	const phoneHref = `/live/${meeting.code}`;

	await page.goto(phoneHref);
	await page.getByRole('textbox', { name: 'Your name' }).fill('Rosa Lind');
	await page.getByRole('button', { name: 'Come in as a guest' }).click();
	await expect(page.getByText('You are in.')).toBeVisible();

	await test.step('it begins, goes on and back', async () => {
		await console.goto(consoleHref);
		await console.getByRole('button', { name: 'Start the session' }).click();
		await expect(console.locator('#block')).toHaveText('Opening circle');
		await console.getByRole('button', { name: /^Next/ }).click();
		await expect(console.locator('#block')).toHaveText('How we work together');
		await console.getByRole('button', { name: /Back/ }).click();
		await expect(console.locator('#block')).toHaveText('Opening circle');
	});

	await test.step('a question is asked, answered, shown and voted for', async () => {
		await console.getByText('A question of your own').click();
		await console.getByRole('textbox', { name: 'Your question' }).fill('Who is missing?');
		await console.getByRole('button', { name: 'Ask this' }).last().click();
		await expect(console.getByRole('heading', { name: 'Before everybody' })).toBeVisible();

		await page.getByRole('link', { name: 'See what is new' }).click();
		await page.getByRole('textbox', { name: 'Who is missing?' }).fill('The night shift');
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Who is missing?' })).toHaveValue(
			'The night shift'
		);

		await console.getByRole('link', { name: 'See what is new' }).click();
		await expect(console.getByText('The night shift')).toBeVisible();
		await console.getByRole('button', { name: 'Show it to the room' }).click();
		await expect(console.getByText('the room sees it')).toBeVisible();

		await page.getByRole('link', { name: 'See what is new' }).click();
		await page.getByRole('button', { name: 'Mine too: The night shift. 0 votes' }).click();
		await expect(
			page.getByRole('button', { name: 'Mine too: The night shift. 1 vote' })
		).toHaveAttribute('aria-pressed', 'true');
	});

	await test.step('a question has answers to choose from, and hands are counted for them', async () => {
		await console.getByText('A question of your own').click();
		await console.getByRole('textbox', { name: 'Your question' }).fill('Whom do we ask first?');
		await console.getByText('Answers to choose from').click();
		await console.getByRole('textbox', { name: 'Answer 1' }).fill('The night shift');
		await console.getByRole('textbox', { name: 'Answer 2' }).fill('The drivers');
		await console.getByRole('button', { name: 'Ask this' }).last().click();
		await expect(console.locator('.quoted').getByText('Whom do we ask first?')).toBeVisible();

		await page.getByRole('link', { name: 'See what is new' }).click();
		await page.getByRole('radio', { name: 'The drivers' }).check();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible();
		await expect(page.getByRole('radio', { name: 'The drivers' })).toBeChecked();

		await console.getByText('Count hands').click();
		await console.getByRole('spinbutton', { name: 'The night shift' }).fill('4');
		await console.getByRole('button', { name: 'Keep the count' }).click();
		await expect(console.getByRole('heading', { name: 'Hands counted in the room' })).toBeVisible();
		await expect(console.getByRole('heading', { name: 'On phones' })).toBeVisible();
	});

	await test.step('people walk along a line, and who stands where is counted', async () => {
		await askEverybody(meeting, { block: 'lae-5-ways', kind: 'continuum' });
		await console.getByRole('link', { name: 'See what is new' }).click();
		await console.getByText('Count who stands where').click();
		const line = console.getByRole('group', { name: /^Line 1 of 6/ });
		await line.getByRole('spinbutton', { name: /^Entirely “Help and places go/ }).fill('3');
		await line.getByRole('spinbutton', { name: 'Halfway between the two' }).fill('11');
		await console.getByRole('button', { name: 'Keep the count' }).click();
		const counted = console.getByRole('list', { name: 'Counted in the room' });
		await expect(counted.getByText(/^Of 14 people, 3 lean toward/)).toBeAttached();
		await console.getByRole('button', { name: 'Show it to the room' }).click();
		await page.getByRole('link', { name: 'See what is new' }).click();
		await expect(page.getByRole('heading', { name: 'Counted in the room' })).toBeVisible();
	});

	await test.step('a question is parked', async () => {
		await page.getByText('Park a question').click();
		await page.getByRole('textbox', { name: 'Your question' }).fill('Who pays for the bus?');
		await page.getByRole('button', { name: 'Park it' }).click();
		await expect(page.getByText('Who pays for the bus?').first()).toBeVisible();
	});

	await test.step('groups are made, and one of them writes its note', async () => {
		await console.getByRole('link', { name: 'See what is new' }).click();
		await console.getByText('Make groups', { exact: true }).click();
		await console.getByRole('button', { name: 'Show the groups' }).click();
		await console.getByRole('button', { name: 'Send the groups to work' }).click();
		await expect(console.getByRole('heading', { name: 'Group 1' })).toBeVisible();

		await page.getByRole('link', { name: 'See what is new' }).click();
		await page.getByRole('textbox', { name: 'Your group’s note' }).fill('We ask the drivers.');
		await page.getByRole('button', { name: 'Save the note' }).click();
		await expect(page.getByRole('textbox', { name: 'Your group’s note' })).toHaveValue(
			'We ask the drivers.'
		);
		await console.getByRole('link', { name: 'See what is new' }).click();
		await expect(console.getByText('We ask the drivers.').first()).toBeVisible();
	});
	await office.close();
});

test.describe('what was typed', () => {
	// What a browser says of a day that is none, and of its refusal.
	test.use({ expected: [/400 \(Bad Request\)|does not conform to the required format/] });

	test('stays when it is refused: Jonah takes something on in the room, at a recap, after a meeting that he missed', async ({
		page,
		context
	}) => {
		test.setTimeout(180_000);
		const { cohort } = await makeTeam('Godwit team');
		const jonah = await makeParticipant('Jonah Bell', cohort);
		await signIn(context, jonah);
		const earlier = await holdMeeting(cohort, 9);
		const held = await sendRecap(process.env['BASE_URL'] ?? '', cohort, await holdMeeting(cohort));

		await test.step('at the recap', async () => {
			await page.goto(`/learn/recaps/${held}`);
			await page.getByRole('radio', { name: 'I will …' }).check();
			await page.getByRole('textbox', { name: 'What, in your words' }).fill('ring the bus depot');
			await page.getByRole('button', { name: 'Keep the commitment' }).click();
			await expect(page.getByText('Kept. It stands in your journal')).toBeVisible();
		});

		await test.step('after a meeting that he missed', async () => {
			await page.goto(`/learn/missed/${earlier}`);
			await page.getByRole('radio', { name: 'I will stop …' }).check();
			await page.getByRole('textbox', { name: 'What, in your words' }).fill('meeting at 3:15');
			await page.getByRole('button', { name: 'Keep it' }).click();
			await expect(page.getByText('It stands in your journal')).toBeVisible();
		});

		await test.step('in the room, which opens with what he took on last time', async () => {
			const meeting = await makeMeeting(cohort);
			await beginMeeting(meeting);
			await page.goto(`/live/${meeting.code}`);
			await page.getByRole('button', { name: 'I am here, in the room' }).click();
			await expect(page.getByText('I will ring the bus depot')).toBeVisible();
			await page.getByRole('button', { name: 'I kept it' }).click();
			await expect(page.getByText('It is kept in your journal.')).toBeVisible();
			await expect(page.getByText('I will ring the bus depot')).toHaveCount(0);

			await askEverybody(meeting, { question: 'What will you do?' }, 'commitment');
			await page.goto(`/live/${meeting.code}`);
			const words = page.getByRole('textbox', { name: 'What, in your words' });
			await words.fill('ask the night shift');
			const day = page.getByLabel('By which day');
			await day.evaluate((field: HTMLInputElement) => (field.type = 'text'));
			await day.fill('the day after');
			await page.getByRole('button', { name: 'Send', exact: true }).click();
			await expect(page.getByText('Enter the day as a date, or leave it empty.')).toBeVisible();
			await expect(words).toHaveValue('ask the night shift');
			await page.getByLabel('By which day').fill('2030-01-09');
			await page.getByRole('button', { name: 'Send', exact: true }).click();
			await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible();
			await expect(words).toHaveValue('ask the night shift');
		});

		await page.goto('/journal');
		for (const words of ['ring the bus depot', 'meeting at 3:15', 'ask the night shift']) {
			await expect(page.getByText(words).first()).toBeVisible();
		}
	});
});
