import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	enrol,
	makeCohort,
	makeOrganisation,
	makePerson,
	query,
	signIn,
	type ThrowawayCohort
} from '../support/rows.ts';
import { MODULE, steps } from '../support/step.ts';

/** A county with staff and a lead, a school below it, and somebody who takes part there. */
async function makeOffice(name: string) {
	const county = await makeOrganisation(`${name} County Office`, 'county');
	const school = await makeOrganisation(`${name} School`, 'school', county);
	const cohort: ThrowawayCohort = await makeCohort(`${name} team`, county);
	const member = await makePerson('Jonah Bell');
	await enrol(member, cohort, 'participant', school);
	const staff = await makePerson('Denise Whitfield');
	await query(
		`insert into organisation_membership (person_id, organisation_id, role) values ($1, $2, 'staff')`,
		[staff, county]
	);
	return { member, staff };
}

test('Jonah asks for help from a step, staff of the county answer, and he sees it', async ({
	page,
	context,
	elsewhere
}) => {
	const { member, staff } = await makeOffice('Sandpiper');
	await signIn(context, member);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(steps.arrive);
	await page.getByRole('link', { name: 'Ask your network for help with this step' }).click();
	await expect(page.getByText('It goes to Sandpiper County Office.').first()).toBeVisible();
	await page.getByRole('radio', { name: 'A tool' }).check();
	const words = page.getByLabel('What do you need, and what have you tried?');
	await words.fill('A form that fits one page.');
	await page.reload();
	await expect(words).toHaveValue('A form that fits one page.');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Send the request' }).click();
	await expect(page.getByText('Sent, not read by anybody yet')).toBeVisible();

	const office = await elsewhere();
	await signIn(office.context(), staff);
	await office.goto('/network');
	await office.getByRole('link', { name: 'Requests for help' }).click();
	await office.getByRole('link', { name: 'A tool, for Jonah Bell at Sandpiper School' }).click();
	await office.getByRole('button', { name: 'I take this on' }).click();
	await expect(office.getByText('Taken on', { exact: true })).toBeVisible();
	await office.getByLabel('Your answer to Jonah Bell').fill('The card with three questions.');
	await office.getByRole('button', { name: 'Send the answer' }).click();
	await expect(office.getByText('Answered', { exact: true })).toBeVisible();
	await expect(office.getByLabel('Your answer to Jonah Bell')).toHaveValue('');

	await page.goto('/learn');
	await expect(page.getByText('The card with three questions.')).toBeVisible();
	await page.getByRole('link', { name: /^On “Start with who is missing/ }).click();
	await page.getByRole('button', { name: 'I need no more help with this: close it' }).click();
	await expect(page.getByText('Closed', { exact: true })).toBeVisible();
});

test('Jonah tells the authors without his name, and is answered', async ({
	page,
	context,
	elsewhere
}) => {
	const { member, staff } = await makeOffice('Dunlin');
	await signIn(context, member);
	await page.goto(`${MODULE}/finish`);
	await page.getByRole('radio', { name: 'Useful', exact: true }).check();
	await page
		.getByLabel('What should stay, and what should change?')
		.fill('Keep the second list short.');
	await page.getByRole('button', { name: 'Send it to the authors' }).click();
	await expect(page.getByRole('button', { name: 'Send the change' })).toBeVisible();

	const office = await elsewhere();
	await signIn(office.context(), staff);
	await office.goto('/network/feedback');
	await office.getByRole('link', { name: 'Start with who is missing' }).click();
	await expect(office.getByText('Keep the second list short.')).toBeVisible();
	await expect(office.getByText('Fewer than 5 people rated it')).toBeVisible();
	expect(await office.content()).not.toContain('Jonah');
	await office.getByText('Answer these words').click();
	await office.getByLabel('Your answer').fill('We keep it short.');
	await office.getByRole('button', { name: 'Send the answer' }).click();
	await expect(office.getByText('Answer once more')).toBeVisible();

	await page.reload();
	await expect(page.getByText('We keep it short.')).toBeVisible();
});

test('a stranger’s words about an entry wait for the sign-in, and an office’s theory is read below', async ({
	page
}) => {
	await page.goto('/library/before-you-send-a-survey');
	await page.getByText('Tell those who look after it').click();
	await page.getByRole('radio', { name: 'Changes what we do' }).check();
	const words = page.getByLabel('What should stay, and what should change?');
	await words.fill('The card is all we needed.');
	await page.getByRole('button', { name: 'Sign in and send it' }).click();
	await page.getByRole('button', { name: 'Enter as Marcus Lindqvist' }).click();
	await expect(words).toHaveValue('The card is all we needed.');
	await expect(page.getByRole('radio', { name: 'Changes what we do' })).toBeChecked();

	await page.goto('/theory');
	await expect(page.getByText('answer every request for help with a person')).toBeVisible();
	await page.goto('/network/outcomes');
	await expect(page.getByRole('heading', { name: 'What has moved' })).toBeVisible();
});
