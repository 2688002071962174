import ICAL from 'ical.js';
import { expect, expectAccessible, test, untilAlive } from '../support/journey.ts';
import { makeParticipant, makeTeam, query, signIn } from '../support/rows.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The Wednesday after next, so and so many days later, as a date field has it. */
function wednesday(later = 0): string {
	const today = new Date();
	const days = ((3 - today.getUTCDay() + 7) % 7) + 7 + later;
	return new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
}

test('Denise moves a set to Thursdays, calls it off and brings two back, and Ana hears of it once each time', async ({
	page,
	context,
	elsewhere
}) => {
	test.slow();
	const { cohort, facilitator } = await makeTeam('Curlew team');
	const ana = await makeParticipant('Ana Reyes', cohort);
	const hers = await elsewhere();
	await signIn(hers.context(), ana);
	await hers.goto('/learn/calendar');
	await untilAlive(hers);
	await hers.getByRole('button', { name: 'Make my private address' }).click();
	const address = hers.getByText(/\/calendar\/[\w-]{32}\.ics$/);
	await expect(address).toBeVisible();
	const feed = ((await address.textContent()) ?? '').trim();

	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}/schedule/plan`);
	await untilAlive(page);
	await page.getByLabel('Date', { exact: true }).fill(wednesday());
	await page.getByLabel('Begins at').fill('15:30');
	await page.getByLabel('How often').selectOption('Every week');
	await page.getByRole('button', { name: 'Show the dates' }).click();
	await page.getByRole('button', { name: 'Plan these 4 meetings' }).click();
	await expect(page.getByText('4 meetings are planned.')).toBeVisible();

	await page.getByRole('link', { name: /^Read what the numbers leave out/ }).click();
	await page.getByText('Change this meeting').click();
	await page.getByLabel('Date', { exact: true }).fill(wednesday(8));
	await page.getByLabel('Begins at').fill('16:00');
	await page.getByLabel('What people should know').fill('The library is free on Thursdays.');
	await page.getByRole('radio', { name: /^This and the following ones/ }).check();
	await page.getByRole('button', { name: 'Show what changes' }).click();
	await expect(page.getByRole('heading', { name: '3 meetings, not changed yet' })).toBeFocused();
	await expect(page.getByText(/^Moved from Wed.*to Thu.*4:00/)).toHaveCount(3);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Change these 3 meetings' }).click();
	await expect(page.getByText('3 meetings are changed.')).toBeVisible();

	await hers.goto('/learn');
	await untilAlive(hers);
	const news = hers.getByRole('region', { name: 'Changed meetings' });
	await expect(news.getByText('3 of your meetings have moved').first()).toBeVisible();
	await expect(news.getByText(/^Moved from/)).toHaveCount(3);
	await expect(news.getByText('The library is free on Thursdays.')).toHaveCount(1);
	await news.getByRole('button', { name: /^I have read this/ }).click();
	await expect(news).toHaveCount(0);

	const notYet = page.getByRole('heading', { name: '4 meetings, not cancelled yet' });
	await page.getByText('Cancel this meeting').click();
	await page
		.getByRole('radio', { name: /^The whole set/ })
		.last()
		.check();
	await page.getByRole('button', { name: 'Show which are cancelled' }).click();
	await expect(notYet).toBeFocused();
	await page.getByRole('link', { name: 'Leave them as they are' }).click();
	await expect(notYet).toHaveCount(0);

	await page.getByText('Cancel this meeting').click();
	await page.getByLabel('Why it is cancelled').fill('Exams.');
	await page
		.getByRole('radio', { name: /^The whole set/ })
		.last()
		.check();
	await page.getByRole('button', { name: 'Show which are cancelled' }).click();
	await expect(notYet).toBeFocused();
	await page.getByRole('button', { name: 'Cancel these 4 meetings' }).click();
	await expect(page.getByText('4 meetings are cancelled.')).toBeVisible();

	await hers.goto('/learn');
	await expect(news.getByText('4 of your meetings are cancelled').first()).toBeVisible();
	await expect(news.getByText('Exams.')).toHaveCount(1);
	const inCalendar = async (property: string) => {
		const body = await (await hers.request.get(feed)).text();
		const events = ICAL.Component.fromString(body).getAllSubcomponents('vevent');
		return events.map((event) => event.getFirstPropertyValue(property));
	};
	expect(await inCalendar('status')).toEqual(Array(4).fill('CANCELLED'));
	expect(await inCalendar('sequence')).toEqual([1, 2, 2, 2]);

	await page.getByRole('link', { name: 'Schedule of Curlew team' }).click();
	await page.getByText('4 cancelled meetings').click();
	await page.getByRole('link', { name: /^Move the barrier/ }).click();
	await expect(page.getByRole('heading', { name: 'If you meet after all' })).toBeVisible();
	await page.getByLabel('What people should know').fill('The exams are in another house.');
	await page.getByRole('radio', { name: /^This and the following ones/ }).check();
	await page.getByRole('button', { name: 'Show which come back' }).click();
	await expect(page.getByRole('heading', { name: /not brought back yet/ })).toBeFocused();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Bring these 2 meetings back' }).click();
	await expect(page.getByText('2 meetings take place after all.')).toBeVisible();
	await hers.goto('/learn');
	await expect(news.getByText('2 of your meetings take place after all').first()).toBeVisible();
	await expect(news.getByText('The exams are in another house.')).toHaveCount(1);
	expect(await inCalendar('status')).toEqual(['CANCELLED', 'CANCELLED', 'CONFIRMED', 'CONFIRMED']);
	expect(await inCalendar('sequence')).toEqual([1, 2, 3, 3]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, expected: [/status of 409/] });

	test('the following meetings get another place, and one that was changed meanwhile is not overwritten', async ({
		page,
		context
	}) => {
		const { cohort, facilitator } = await makeTeam('Dunlin team');
		await signIn(context, facilitator);
		await page.goto(`/facilitate/cohorts/${cohort.id}/schedule/plan`);
		await page.getByLabel('Date', { exact: true }).fill(wednesday());
		await page.getByLabel('How often').selectOption('Every two weeks');
		await page.getByLabel('How many meetings').fill('3');
		await page.getByRole('button', { name: 'Show the dates' }).click();
		await page.getByRole('button', { name: 'Plan these 3 meetings' }).click();
		await page.getByRole('link', { name: /^Start with who is missing/ }).click();
		await page.getByText('Change this meeting').click();
		await page.getByLabel('Place').fill('Room 3');
		await page
			.getByRole('radio', { name: /^The whole set/ })
			.first()
			.check();
		await page.getByRole('button', { name: 'Show what changes' }).click();
		await expect(page.getByText('You meet here now: Room 3')).toHaveCount(3);
		await query(
			`update live_session set minutes = 45, sequence = 1 where cohort_id = $1 and module_id = 'lae-3'`,
			[cohort.id]
		);
		await page.getByRole('button', { name: 'Change these 3 meetings' }).click();
		await expect(page.getByText('Nothing was changed for you')).toBeVisible();
		await expect(page.getByLabel('Place')).toHaveValue('Room 3');
		await page.getByRole('button', { name: 'Show what changes' }).click();
		await page.getByRole('button', { name: 'Change these 3 meetings' }).click();
		await expect(page.getByText('3 meetings are changed.')).toBeVisible();
	});
});
