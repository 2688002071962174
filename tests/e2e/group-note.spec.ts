import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask, postForm } from '../support/ask.ts';
import { expect, test, untilAlive } from '../support/journey.ts';
import { beginMeeting, makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, query, signIn, startSession } from '../support/rows.ts';

// What a browser says of requests that the test does not let through.
test.use({ expected: [/ERR_FAILED/] });

const KEPT = 'Kept on this device. It is sent when the connection is back.';

const onDevice = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test('words for a group go to that group alone, and stay with who wrote them', async ({
	page,
	context,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const { cohort, facilitator } = await makeTeam('Knot team');
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	await page.goto(`/live/${meeting.code}`);
	await untilAlive(page);
	await page.getByRole('button', { name: 'I am here, in the room' }).click();
	await expect(page.getByRole('heading', { name: 'The map' })).toBeVisible();

	const session = await startSession(facilitator);
	const path = `/facilitate/sessions/${meeting.id}/console`;
	const facilitate = (action: string, fields: Record<string, string>) =>
		postForm(origin, {
			path: `${path}?/${action}`,
			session,
			fields: { key: randomUUID(), ...fields }
		});
	const [ana] = await query<{ id: string }>(
		'select id from live_attendee where live_session_id = $1',
		[meeting.id]
	);
	const attendee = ana?.id ?? '';
	await facilitate('breakout', { task: 'Who is missing?', minutes: '8', seat: `${attendee}:1` });

	let isCut = false;
	await context.route(
		({ pathname, search }) => pathname.endsWith('/note') || search === '?/note',
		(route) => (isCut ? route.abort() : route.continue())
	);
	const note = page.getByRole('textbox', { name: 'Your group’s note' });
	await note.fill('Buses');
	await expect(page.getByText('Saved for your group')).toBeVisible();

	await test.step('who is moved in the middle of a word ends it where she began it', async () => {
		isCut = true;
		await note.fill('Buses and the dri');
		await expect(page.getByText(KEPT)).toBeVisible();
		const [breakout] = await query<{ id: string }>(
			'select id from live_breakout where live_session_id = $1',
			[meeting.id]
		);
		const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'GET');
		await facilitate('moveToGroup', { breakout: breakout?.id ?? '', attendee, group: '2' });
		await lost;
		isCut = false;
		await expect(page.getByRole('heading', { name: 'Your group: 2' })).toBeVisible();
		const before = page.getByRole('textbox', { name: 'You were writing for group 1' });
		await expect(before).toBeFocused();
		await page.keyboard.press('End');
		await page.keyboard.type('vers');
		await expect(before).toHaveValue('Buses and the drivers');
		await expect(page.getByText('Saved for group 1')).toBeVisible();
		await expect(note).toHaveValue('');
		await page.getByRole('button', { name: 'Close it' }).click();
		await expect(before).toHaveCount(0);
		expect((await ask(origin, { path, session })).text).toContain('Buses and the drivers');
	});

	await test.step('who signs out is asked about them, and leaves none to the next person', async () => {
		isCut = true;
		await note.fill('Ana alone');
		await expect(page.getByText(KEPT)).toBeVisible();
		expect(await onDevice(page)).toContain('Ana alone');
		await page.locator('summary', { hasText: 'Your account' }).click();
		await page.getByRole('button', { name: 'Sign out', exact: true }).click();
		await page.getByRole('button', { name: 'Sign out and lose them' }).click();
		await expect(page).toHaveURL('/');
		expect(await onDevice(page)).not.toContain('Ana alone');
	});

	await test.step('a device that forgets a guest has none of theirs either', async () => {
		await page.goto(`/live/${meeting.code}`);
		await untilAlive(page);
		await page.getByRole('textbox', { name: 'Your name' }).fill('Rosa');
		await page.getByRole('button', { name: 'Come in as a guest' }).click();
		await expect(page.getByText('Ana alone')).toHaveCount(0);
		await note.fill('Rosa alone');
		await expect(page.getByText(KEPT)).toBeVisible();
		await page.getByText('Are you someone else?').click();
		await page.getByRole('button', { name: 'I am not Rosa' }).click();
		await expect(page.getByRole('button', { name: 'Come in as a guest' })).toBeVisible();
		expect(await onDevice(page)).not.toContain('Rosa alone');
		expect((await ask(origin, { path, session })).text).not.toMatch(/(Ana|Rosa) alone/);
	});
});
