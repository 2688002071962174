import type { Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { postForm } from '../support/ask.ts';
import { expect, expectAccessible, test, untilAlive } from '../support/journey.ts';
import { askEverybody, beginMeeting, makeMeeting } from '../support/live.ts';
import {
	enrol,
	makeParticipant,
	makePerson,
	makeTeam,
	query,
	signIn,
	startSession
} from '../support/rows.ts';

/** A meeting of the flagship’s first module that should have begun some minutes ago. */
async function planLate(cohortId: string, minutesAgo: number): Promise<string> {
	const [row] = await query<{ id: string }>(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, code)
		values ($1, 'lae-1', now() - $2 * interval '1 minute', 60, $3) returning id`,
		[cohortId, minutesAgo, makeCode(6)]
	);
	return row?.id ?? '';
}

async function openConsole(page: Page, meeting: string): Promise<void> {
	await page.goto(`/facilitate/sessions/${meeting}/console`);
	await untilAlive(page);
}

async function say(page: Page, words: string): Promise<void> {
	const said = page.getByLabel('What was said');
	await said.fill(words);
	await page.getByRole('button', { name: 'Add it to the wall' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
	await expect(said).toHaveValue('');
}

async function middleOf(place: Locator): Promise<[number, number]> {
	const box = await place.boundingBox();
	if (box === null) throw new Error('It is not on the page.');
	return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Where the hand takes an answer of the wall. */
async function handleOf(page: Page, words: string): Promise<[number, number]> {
	const card = page.getByRole('listitem').filter({ hasText: words });
	await card.scrollIntoViewIfNeeded();
	return middleOf(card.locator('[data-handle]'));
}

/** What the console says comes next, without its minutes. */
async function nextTitle(page: Page): Promise<string> {
	const said = await page.locator('#next').innerText();
	return (said.split('\n')[0] ?? '').replace(/\d+ minutes?$/, '').trim();
}

test('Denise starts late, wins the time back, goes on by key, and another console follows', async ({
	page,
	context,
	elsewhere
}) => {
	const { cohort, facilitator } = await makeTeam('Turnstone team');
	await makeParticipant('Ana Reyes', cohort);
	const meeting = await planLate(cohort.id, 5);
	await signIn(context, facilitator);
	await page.setViewportSize({ width: 1024, height: 768 });
	await openConsole(page, meeting);
	await expect(page.getByText('5 minutes behind')).toBeVisible();
	const colleague = await makePerson('Marcus Lindqvist');
	await enrol(colleague, cohort, 'facilitator');
	const theirs = await elsewhere();
	await signIn(theirs.context(), colleague);
	await openConsole(theirs, meeting);
	await theirs.getByRole('button', { name: 'Start the session' }).focus();

	// However long the pages took to come.
	await query(`update live_session set starts_at = now() - interval '5 minutes' where id = $1`, [
		meeting
	]);
	await page.getByRole('button', { name: 'Start the session' }).click();
	// What he had before him is gone with that, and he goes on from the heading.
	await expect(theirs.locator('h1')).toBeFocused();
	const clock = page.getByRole('region', { name: 'The clock' });
	await expect(clock.getByText('5 minutes behind')).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('button', { name: /^Win back \d minutes$/ }).click();
	await expect(clock.getByText('On time')).toBeVisible();
	await expect(
		theirs.getByRole('region', { name: 'The clock' }).getByText('On time')
	).toBeVisible();
	await theirs.getByRole('button', { name: /^Undo: / }).click();
	await expect(clock.getByText('5 minutes behind')).toBeVisible();

	const title = await nextTitle(page);
	await page.locator('h1').click();
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('#block')).toHaveText(title);
	await expect(theirs.locator('#block')).toHaveText(title);

	await page.getByText('1 has not come yet').click();
	await page.getByRole('button', { name: /^Is here.*Ana Reyes$/ }).click();
	await expect(theirs.getByText('1 person is here')).toBeVisible();

	await page.getByText('A question of your own').click();
	await page.getByLabel('Your question').fill('Who is missing?');
	await page.reload();
	await untilAlive(page);
	await expect(page.getByLabel('Your question')).toHaveValue('Who is missing?');
	await page.getByLabel('Your question').focus();
	await page.keyboard.press('ArrowLeft');
	await page.getByLabel('With names').last().check();
	await page.getByRole('button', { name: 'Ask this' }).last().click();
	await expect(theirs.getByText('Who is missing?').first()).toBeVisible();
	await expect(page.getByLabel('Your question')).toHaveValue('');
	await expect(page.getByLabel('With names').last()).not.toBeChecked();
	await theirs.getByText('Add what was said').click();
	await theirs.getByLabel('What was said').fill('The night shift');
	await theirs.getByRole('button', { name: 'Add it to the wall' }).click();
	await expect(page.getByText('The night shift')).toBeVisible();
	await expect(page.locator('#block')).toHaveText(title);

	await page.getByText('End the session', { exact: true }).click();
	await page.getByRole('button', { name: 'End it for everybody' }).click();
	await expect(page.getByText('The session is over.').first()).toBeVisible();
	await expect(theirs.getByText('The session is over.').first()).toBeVisible();
});

test('What Denise is typing stays with its question, is asked about when she signs out, and is not there for Marcus', async ({
	page,
	context
}) => {
	const { cohort, facilitator } = await makeTeam('Whimbrel team');
	const colleague = await makePerson('Marcus Lindqvist');
	await enrol(colleague, cohort, 'facilitator');
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await askEverybody(meeting, { question: 'Who is missing?' });
	await signIn(context, facilitator);
	await openConsole(page, meeting.id);
	await page.getByText('Add what was said').click();
	await page.getByLabel('What was said').fill('The night shift');

	await askEverybody(meeting, { question: 'Who decides?' });
	await expect(page.locator('.quoted').getByText('Who decides?')).toBeVisible();
	await page.getByText('Add what was said').click();
	await expect(page.getByLabel('What was said')).toHaveValue('');

	await page.getByText('Park a question').click();
	await page.getByLabel('The question').fill('Who pays for the bus?');
	await page.locator('summary', { hasText: 'Your account' }).click();
	await page.getByRole('button', { name: 'Sign out', exact: true }).click();
	await page.getByRole('button', { name: 'Sign out and lose them' }).click();
	await expect(page).toHaveURL('/');
	const kept = await page.evaluate(() => Object.values(sessionStorage).join(' '));
	expect(kept).not.toMatch(/night shift|bus/);

	await signIn(context, colleague);
	await openConsole(page, meeting.id);
	await page.getByText('Park a question').click();
	await expect(page.getByLabel('The question')).toHaveValue('');
});

/** Lifted, it has the themes in reach, wherever on the wall it stood. */
async function takeByMouse(page: Page, words: string): Promise<void> {
	const [x, y] = await handleOf(page, words);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 10, y);
	await expect(page.locator('.lifted')).toBeVisible();
}

test('Denise drags answers into themes with a mouse and with a finger, and the screen shows them there', async ({
	page,
	context
}) => {
	const { cohort, facilitator } = await makeTeam('Sanderling team');
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await askEverybody(meeting, { question: 'Who is missing?' });
	await signIn(context, facilitator);
	await page.setViewportSize({ width: 768, height: 1024 });
	await openConsole(page, meeting.id);
	const screen = await context.newPage();
	await screen.goto(`/facilitate/sessions/${meeting.id}/projector`);
	await page.bringToFront();

	await page.getByText('Add what was said').click();
	await say(page, 'The night shift');
	await say(page, 'The drivers');
	await page.getByLabel('New theme').fill('At work');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	const theme = page.getByRole('list', { name: 'Themes of the wall' }).getByText('At work');
	await page.getByRole('button', { name: 'Themes', exact: true }).click();
	await page.getByRole('button', { name: 'Show it to the room' }).click();
	const lifted = page.locator('.lifted');
	const inTheme = screen.getByRole('list', { name: 'At work' });
	await expect(screen.getByRole('heading', { name: 'At work' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Show it to the room' })).toHaveCount(0);

	await test.step('what comes in meanwhile, and Escape, move nothing', async () => {
		await takeByMouse(page, 'The night shift');
		await page.mouse.move(...(await middleOf(theme)), { steps: 5 });
		await expect(page.locator('[data-target]')).toHaveCount(2);
		const [ask] = await query<{ id: string }>(
			'select id from live_ask where live_session_id = $1',
			[meeting.id]
		);
		await postForm(new URL(page.url()).origin, {
			path: `/facilitate/sessions/${meeting.id}/console?/say`,
			session: await startSession(facilitator),
			fields: {
				ask: ask?.id ?? '',
				text: `The new families. ${'They came in October. '.repeat(80)}`,
				key: randomUUID()
			}
		});
		await expect(page.getByText('3 answers')).toBeVisible();
		await expect(page.locator('[data-target]')).toHaveCount(2);
		await expect(page.getByText('The new families')).toHaveCount(0);
		await page.keyboard.press('Escape');
		await page.mouse.up();
		await expect(page.getByText('It stays where it was.')).toBeAttached();
		await expect(page.getByText('The new families')).toBeVisible();
	});

	await test.step('a mouse', async () => {
		await takeByMouse(page, 'The night shift');
		await page.mouse.move(...(await middleOf(theme)), { steps: 5 });
		await page.mouse.up();
		await expect(page.getByText('“The night shift” is in “At work” now.')).toBeAttached();
		await expect(inTheme.getByText('The night shift')).toBeVisible();
	});

	await test.step('a finger', async () => {
		const touch = await context.newCDPSession(page);
		const at = async (type: 'touchStart' | 'touchMove', [x, y]: readonly [number, number]) => {
			await touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
		};
		const [left, top] = await handleOf(page, 'The drivers');
		await at('touchStart', [left, top]);
		await at('touchMove', [left - 10, top]);
		await expect(lifted).toBeVisible();
		const [x, y] = await middleOf(theme);
		await at('touchMove', [x, y + 20]);
		await at('touchMove', [x, y]);
		await expect(page.locator('[data-target]')).toHaveCount(2);
		await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
		await expect(inTheme.getByText('The drivers')).toBeVisible();
	});

	await test.step('what is more than a screen is turned over by a clicker', async () => {
		await screen.keyboard.press('PageDown');
		await expect
			.poll(() => screen.getByLabel('What came in').evaluate(({ scrollTop }) => scrollTop))
			.toBeGreaterThan(0);
	});

	await test.step('a key: the focus goes along', async () => {
		const card = page.getByRole('listitem').filter({ hasText: 'The drivers' });
		await card.getByLabel('Theme').selectOption('No theme');
		await card.getByRole('button', { name: 'Put there' }).press('Enter');
		await expect(page.getByText('“The drivers” is in no theme now.')).toBeAttached();
		await expect(card.getByLabel('Theme')).toBeFocused();
		await expect(inTheme.getByText('The drivers')).toHaveCount(0);
	});
});

test('a rehearsal fills by itself and is gone when Denise leaves it', async ({ page, context }) => {
	const { cohort, facilitator } = await makeTeam('Knot team');
	const meeting = await planLate(cohort.id, 0);
	await signIn(context, facilitator);
	await page.goto(`/facilitate/sessions/${meeting}/rehearse`);
	await page.getByRole('button', { name: 'Start a rehearsal' }).click();
	await expect(page.getByText('Rehearsal: nobody sees this')).toBeVisible();
	await expect(page.getByText('3 people are here')).toBeVisible();
	await expect(page.getByText('have not come yet')).toHaveCount(0);
	await page.getByRole('button', { name: 'Start the session' }).click();
	const [projector] = await Promise.all([
		context.waitForEvent('page'),
		page.getByRole('link', { name: 'Open the projector' }).click()
	]);
	await untilAlive(projector);
	const second = await nextTitle(page);
	const lot = projector.getByRole('heading', { name: 'Parked questions' });
	await page.getByRole('button', { name: 'Show them on the screen' }).click();
	await expect(lot).toBeVisible();
	await expectAccessible(projector);
	await projector.keyboard.press('PageDown');
	await expect(page.locator('#block')).toHaveText(second);
	await expect(lot).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Show them on the screen' })).toBeVisible();
	await page.bringToFront();
	await page.getByText('End the rehearsal').click();
	await page.getByRole('button', { name: 'End it' }).click();
	await expect(page.getByText('The rehearsal is over.')).toBeVisible();
	await page.getByRole('button', { name: 'Leave the rehearsal' }).click();
	await expect(page).toHaveURL(/\/schedule$/);
	const rows = await query('select id from live_session where cohort_id = $1', [cohort.id]);
	expect(rows).toEqual([{ id: meeting }]);
});
