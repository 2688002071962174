import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';
import { makeParticipant, makeTeam, query, signIn } from '../support/rows.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A day so far ahead, as a date field has it. */
function inDays(days: number): string {
	return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

test('Denise plans a set around a holiday, moves one and cancels one, and Ana hears of it', async ({
	page,
	context,
	elsewhere
}) => {
	test.slow();
	const { cohort, facilitator } = await makeTeam('Whimbrel team');
	const ana = await makeParticipant('Ana Reyes', cohort);
	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}`);
	await page.getByRole('link', { name: 'Schedule' }).click();
	await expect(page.getByText('Nothing is planned')).toBeVisible();
	await page.getByRole('link', { name: 'Plan meetings' }).click();

	await page.getByLabel('Date', { exact: true }).fill(inDays(8));
	await page.getByLabel('Begins at').fill('15:30');
	await page.getByLabel('Place').fill('Library');
	await page.getByLabel('Link to the video call').fill('http://meet.example.org/whimbrel');
	await page.getByLabel('How often').selectOption('Every two weeks');
	await page.getByLabel('How many meetings').fill('3');
	await page.getByLabel('Day 1').fill(inDays(22));
	await page.getByRole('button', { name: 'Show the dates' }).click();
	await expect(page.getByText('Enter the whole address of the call.').last()).toBeVisible();
	await page.getByLabel('Link to the video call').fill('https://meet.example.org/whimbrel');
	await page.getByRole('button', { name: 'Show the dates' }).click();
	await expect(page.getByRole('heading', { name: '3 meetings, not planned yet' })).toBeFocused();
	await expect(page.getByText('Skipped')).toHaveCount(1);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Plan these 3 meetings' }).click();
	await expect(page.getByText('3 meetings are planned.')).toBeVisible();

	await page.getByRole('link', { name: /^Start with who is missing/ }).click();
	await expect(page.getByRole('img', { name: 'QR code of the link to the room' })).toBeVisible();
	await page.getByText('Change this meeting').click();
	await page.getByLabel('Begins at').fill('16:00');
	await page.getByLabel('What people should know').fill('The library closes later that day.');
	await page.getByRole('button', { name: 'Change the meeting' }).click();
	await expect(page.getByText('It is changed. People see it on their home')).toBeVisible();

	await page.getByRole('link', { name: 'Schedule of Whimbrel team' }).click();
	await page.getByRole('link', { name: /^Read what the numbers leave out/ }).click();
	await page.getByText('Cancel this meeting').click();
	await page.getByLabel('Why it is cancelled').fill('Parent evening.');
	await page.getByRole('button', { name: 'Cancel the meeting' }).click();
	await expect(page.getByText('It is cancelled. People see it on their home')).toBeVisible();

	const hers = await elsewhere();
	await signIn(hers.context(), ana);
	await hers.goto('/learn');
	const news = hers.getByRole('region', { name: 'Changed meetings' });
	const moved = news.getByText('Your meeting on “Start with who is missing” has moved').first();
	await expect(moved).toBeVisible();
	await expect(news.getByText('The library closes later that day.')).toBeVisible();
	await expect(
		news.getByText('“Read what the numbers leave out” is cancelled').first()
	).toBeVisible();
	await expect(news.getByText('Parent evening.')).toBeVisible();
	await expectAccessible(hers);
	await news.getByRole('button', { name: /^I have read this.*has moved/ }).click();
	await expect(moved).toHaveCount(0);
	await hers.reload();
	await expect(news.getByText('Parent evening.')).toBeVisible();
	await expect(moved).toHaveCount(0);
});

test('Ana has a meeting in her calendar, and all of them by a private address', async ({
	page,
	context
}) => {
	const { cohort } = await makeTeam('Godwit team');
	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	await query(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, zone, code, sequence, cancelled_at)
		values ($1, 'lae-1', now() + interval '20 minutes', 60, 'Europe/Berlin', $2, 1, null),
			($1, 'lae-2', now() + interval '20 days', 60, 'America/Phoenix', $3, 2, now())`,
		[cohort.id, makeCode(6), makeCode(6)]
	);
	await page.goto('/learn');
	await expect(page.getByRole('link', { name: 'Come into the session' })).toHaveAttribute(
		'href',
		/^\/live\/[A-Z\d]{6}$/
	);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Add to my calendar' }).click()
	]);
	const body = await readFile(await file.path(), 'utf8');
	const [event] = ICAL.Component.fromString(body).getAllSubcomponents('vevent');
	expect(event?.getFirstPropertyValue('sequence')).toBe(1);
	expect(body).toContain('DTSTART;TZID=Europe/Berlin:');

	await page.getByRole('link', { name: 'All your meetings' }).click();
	await page.getByRole('button', { name: 'Make my private address' }).click();
	const address = (await page.getByText(/\/calendar\/[\w-]{32}\.ics$/).textContent()) ?? '';
	await expectAccessible(page);
	const feed = await page.request.get(address.trim());
	expect(feed.headers()['cache-control']).toContain('private');
	const all = await feed.text();
	expect(all.match(/BEGIN:VEVENT/g)).toHaveLength(2);
	expect(all).toContain('STATUS:CANCELLED');
	await page.getByRole('button', { name: 'Take the address back' }).click();
	await expect(page.getByText('The address is taken back.')).toBeVisible();
	expect((await page.request.get(address.trim())).status()).toBe(404);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a set is looked over, a day more is skipped, and it is planned', async ({
		page,
		context
	}) => {
		const { cohort, facilitator } = await makeTeam('Turnstone team');
		await signIn(context, facilitator);
		await page.goto(`/facilitate/cohorts/${cohort.id}/schedule/plan`);
		await page.getByLabel('Date', { exact: true }).fill(inDays(8));
		await page.getByLabel('How often').selectOption('Every week');
		await page.getByLabel('How many meetings').fill('2');
		await page.getByRole('button', { name: 'Show the dates' }).click();
		await page.getByRole('button', { name: /^Skip/ }).first().click();
		await expect(page.getByText('Skipped')).toHaveCount(1);
		await page.getByRole('button', { name: 'Plan these 2 meetings' }).click();
		await expect(page.getByText('2 meetings are planned.')).toBeVisible();
		await expect(page.getByRole('link', { name: /^Start with who is missing/ })).toBeVisible();
	});
});
