import { expect, expectAccessible, goOffline, test } from '../support/journey.ts';
import { enrol, makeParticipant, makePerson, makeTeam, signIn } from '../support/rows.ts';
import { block, expectAlive, SERIES, steps, write } from '../support/step.ts';

test('Denise enters and sees where each person of her cohort is', async ({ page, enterAs }) => {
	await enterAs('Denise Whitfield');
	await page.getByRole('link', { name: 'Facilitate', exact: true }).click();
	await page.getByRole('link', { name: 'Alder Street team', exact: true }).click();
	const ana = page.getByRole('row', { name: /Ana Reyes/ });
	await expect(ana).toContainText(/\d of 5\s*steps done/);
	await expect(page.getByRole('heading', { name: 'Who needs a word' })).toBeVisible();
	await expect(page.getByRole('img', { name: 'QR code of the join link' })).toBeVisible();

	await page.getByRole('link', { name: 'least active' }).click();
	await expect(page.getByRole('link', { name: 'least active' })).toHaveAttribute(
		'aria-current',
		'true'
	);
	await page.getByRole('link', { name: 'Read the guide to Start with who is missing' }).click();
	await expect(page.getByRole('heading', { name: 'Start with who is missing' })).toBeVisible();
});

test('a shared answer is read and replied to, and its writer sees the reply', async ({
	page,
	context,
	elsewhere
}) => {
	const { cohort, facilitator } = await makeTeam('Dunlin team');
	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	await page.goto(steps.makeRoom);
	await expectAlive(page);
	await write(page, 'lae-1-my-own-seat', 'This one is for me alone.');
	await write(page, 'lae-1-first-move', 'We leave out back, every single time.');

	const theirs = await elsewhere();
	await signIn(theirs.context(), facilitator);
	await theirs.goto('/facilitate');
	await theirs.getByRole('link', { name: 'Dunlin team', exact: true }).click();
	await theirs.getByRole('link', { name: 'Shared answers' }).click();
	await expect(theirs.getByText('We leave out back, every single time.')).toBeVisible();
	await expect(theirs.getByText('This one is for me alone.')).toHaveCount(0);
	await theirs.getByText('Reply to Ana Reyes').first().click();
	await theirs
		.getByRole('textbox', { name: 'Your reply to Ana Reyes' })
		.fill('What would back look like by Friday?');
	await expectAccessible(theirs);
	await theirs.getByRole('button', { name: 'Send the reply' }).click();
	await expect(theirs.getByText('Your reply is with Ana Reyes.')).toBeVisible();

	await page.goto('/learn');
	await expect(page.getByText('What would back look like by Friday?')).toBeVisible();
	await page.goto(steps.makeRoom);
	await expect(block(page, 'lae-1-first-move').getByText('A reply to you')).toBeVisible();
	await expect(
		block(page, 'lae-1-first-move').getByText('What would back look like by Friday?')
	).toBeVisible();
});

test.describe('a reply that is being written', () => {
	test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

	test('survives a reload and a lost connection, and is nobody else’s', async ({
		page,
		context
	}) => {
		const { cohort, facilitator } = await makeTeam('Sanderling team');
		await signIn(context, await makeParticipant('Ana Reyes', cohort));
		await page.goto(steps.makeRoom);
		await expectAlive(page);
		await write(page, 'lae-1-first-move', 'We start with the drivers.');

		await context.clearCookies();
		await signIn(context, facilitator);
		await page.goto(`/facilitate/cohorts/${cohort.id}/answers`, { waitUntil: 'networkidle' });
		const field = page.getByRole('textbox', { name: 'Your reply to Ana Reyes' });
		await page.getByText('Reply to Ana Reyes').first().click();
		await field.fill('Which driver first?');
		await page.reload();
		await expect(field).toHaveValue('Which driver first?');

		await goOffline(page);
		await page.getByRole('button', { name: 'Send the reply' }).click();
		await expect(page.getByText('Your words stay here')).toBeVisible();
		await expect(field).toHaveValue('Which driver first?');
		await context.setOffline(false);

		await context.clearCookies();
		const colleague = await makePerson('Marcus Lindqvist');
		await enrol(colleague, cohort, 'facilitator');
		await signIn(context, colleague);
		await page.reload({ waitUntil: 'networkidle' });
		await page.getByText('Reply to Ana Reyes').first().click();
		await expect(field).toHaveValue('');
	});
});

test.describe('a locked module', () => {
	test.use({ expected: [/status of 403/] });

	test('opens early for the whole cohort when their facilitator opens it', async ({
		page,
		context,
		elsewhere
	}) => {
		const { cohort, facilitator } = await makeTeam('Avocet team');
		await signIn(context, await makeParticipant('Jonah Bell', cohort));
		const locked = `${SERIES}/read-what-the-numbers-leave-out`;
		await page.goto(locked);
		await expect(page.getByRole('heading', { name: 'This is not open yet' })).toBeVisible();

		const theirs = await elsewhere();
		await signIn(theirs.context(), facilitator);
		await theirs.goto(`/facilitate/cohorts/${cohort.id}`);
		await theirs
			.getByRole('button', { name: /^Open now for everyone.*Read what the numbers leave out$/ })
			.click();
		await expect(theirs.getByText('It is open now for everyone.')).toBeVisible();

		await page.reload();
		await expect(
			page.getByRole('heading', { name: 'Read what the numbers leave out' })
		).toBeVisible();
		await page.getByRole('link', { name: 'Start the module' }).click();
		await expect(page.getByRole('heading', { name: 'The second before' })).toBeVisible();
	});
});
