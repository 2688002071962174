import { expect, expectAccessible, goOffline, test } from '../support/journey.ts';
import { makeParticipant, makePerson, makeTeam, query, signIn } from '../support/rows.ts';
import { block, expectAlive, MODULE, steps } from '../support/step.ts';

test.describe('where there is nothing', () => {
	test.use({ expected: [/status of 404/] });

	test('an address without a page says so and leads on', async ({ page }) => {
		const answer = await page.goto('/nowhere');
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
		await expectAccessible(page);
		await page.getByRole('link', { name: 'Go to the start' }).click();
		await expect(page).toHaveURL(/\/$/);
	});

	test('a page for another role looks the same', async ({ page, enterAs }) => {
		await enterAs('Nadia Haddad');
		for (const path of ['/facilitate', '/network', `${MODULE}/no-such-step`]) {
			const answer = await page.goto(path);
			expect([path, answer?.status()]).toEqual([path, 404]);
			await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
		}
		await page.getByRole('link', { name: 'Go to your learning' }).click();
		await expect(page.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	});
});

test('a code that no cohort has says what to look for', async ({ page }) => {
	await page.goto('/join/ACDEFGHJ');
	await expect(page.getByRole('heading', { name: 'No cohort has this code' })).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Join code' })).toHaveValue('ACDEFGHJ');
	await expectAccessible(page);
});

test('a home without a cohort says how to begin', async ({ page, context }) => {
	await signIn(context, await makePerson('Rosa Lind'));
	await page.goto('/learn');
	await expect(page.getByText('You are not in a cohort yet')).toBeVisible();
	await expectAccessible(page);
	await page.goto('/journal');
	await expect(page.getByText('Your first words will stand here')).toBeVisible();
	await expectAccessible(page);
});

test('a cohort without people says how they come', async ({ page, context }) => {
	const { cohort, facilitator } = await makeTeam('Empty nest team');
	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}`);
	await expect(page.getByText('No one has joined yet')).toBeVisible();
	await expectAccessible(page);
	await page.goto(`/facilitate/cohorts/${cohort.id}/answers`);
	await expect(page.getByText('No one has shared an answer yet')).toBeVisible();
	await expectAccessible(page);
});

test('a stranger who asks for a page signs in and comes to it', async ({ page }) => {
	await page.goto('/journal');
	await expect(page.getByText('Then you come back to the page you asked for.')).toBeVisible();
	await page.getByRole('button', { name: 'Enter as Ana Reyes' }).click();
	await expect(page.getByRole('heading', { name: 'Your journal' })).toBeVisible();
});

test.describe('without a connection', () => {
	test.use({ expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ServiceWorker/] });

	test('another page says that there is none, and comes once there is', async ({
		page,
		context
	}) => {
		await page.goto('/');
		await goOffline(page);
		await page.goto('/sign-in');
		await expect(page.getByRole('heading', { name: /offline/i })).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	});

	test('a page that got lost on its way comes by itself', async ({ page }) => {
		await page.goto('/');
		let lost = 0;
		await page.route('**/library/__data.json*', (route) =>
			(lost += 1) === 1 ? route.abort() : route.continue()
		);
		await page
			.getByRole('navigation', { name: 'Main' })
			.getByRole('link', { name: 'Library' })
			.click();
		await expect(page.getByRole('heading', { name: 'The connection broke' })).toBeVisible();
		await expect(page.getByRole('searchbox').first()).toBeVisible();
		expect(lost).toBeGreaterThan(1);
	});

	test('what is written stays, and is saved when the connection is back', async ({
		page,
		context
	}) => {
		const { cohort } = await makeTeam('Petrel team');
		await signIn(context, await makeParticipant('Jonah Bell', cohort));
		await page.goto(steps.makeRoom);
		await expectAlive(page);
		await goOffline(page);
		await expect(page.getByText('You are offline.').first()).toBeVisible();
		const field = block(page, 'lae-1-my-own-seat');
		await field.getByRole('textbox').fill('The train went into a tunnel.');
		await expect(field.locator('[data-state="unreachable"]')).toBeVisible();
		await context.setOffline(false);
		await expect(field.locator('[data-state="saved"]')).toBeVisible();
	});
});

test.describe('when the sign-in ends', () => {
	test.use({ expected: [/status of 401/] });

	test('what is being written is kept, and saved after signing in again', async ({
		page,
		context
	}) => {
		const { cohort } = await makeTeam('Tern team');
		const person = await makeParticipant('Ana Reyes', cohort);
		await signIn(context, person);
		await page.goto(steps.makeRoom);
		await expectAlive(page);
		await query('delete from auth_session where person_id = $1', [person]);
		const field = block(page, 'lae-1-my-own-seat');
		await field.getByRole('textbox').fill('Nobody asked who unlocks the gate.');
		await expect(page.getByText('Your words are kept on this device.').first()).toBeVisible();
		await expect(field.getByRole('link', { name: 'Sign in and go on' })).toBeVisible();
		await signIn(context, person);
		await page.goto(steps.makeRoom);
		await expect(field.getByRole('textbox')).toHaveValue('Nobody asked who unlocks the gate.');
		await expect(field.locator('[data-state="saved"]')).toBeVisible();
	});
});
