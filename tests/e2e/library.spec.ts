import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	enrol,
	makeCohort,
	makeLead,
	makeOrganisation,
	makePerson,
	signIn
} from '../support/rows.ts';

test('a stranger mistypes, narrows it down, and reads', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/');
	await page.getByRole('link', { name: 'Library' }).click();
	await page.getByRole('searchbox', { name: 'Search the library' }).pressSequentially('agneda');
	await expect(page.getByText('Nothing has “agneda”, so this is what has “agenda”.')).toBeVisible();
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.getByText('Narrow it down').click();
	await page.locator('summary', { hasText: 'Kind' }).click();
	await page.getByRole('checkbox', { name: 'Tool', exact: true }).check();
	await expect(page).toHaveURL(/\?q=agneda&kind=tool$/);
	await expect(page.getByRole('status').filter({ hasText: 'found' })).toBeVisible();
	await expectAccessible(page);

	// The address alone says the whole choice.
	await page.goto(page.url());
	await page.getByRole('link', { name: 'An agenda for fifty minutes' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('An agenda for fifty minutes');
	await expect(page.getByRole('heading', { name: 'If it runs late' })).toBeVisible();
	await page.getByRole('link', { name: 'Library', exact: true }).last().click();
	await expect(page).toHaveURL(/\/library$/);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('An agenda for fifty minutes');
	await page.goBack();
	await expect(page.getByRole('searchbox')).toHaveValue('agneda');
	await page.getByRole('link', { name: /^“agneda”/ }).click();
	await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('somebody offers a practice, the staff publish it, and it is in the library', async ({
	page,
	context,
	elsewhere
}) => {
	const county = await makeOrganisation('Teal County Office', 'county');
	const school = await makeOrganisation('Reed Street School', 'school', county);
	const cohort = await makeCohort('Reed Street team', county);
	const writer = await makePerson('Jonah Bell');
	await enrol(writer, cohort, 'participant', school);
	await signIn(context, writer);

	await page.goto('/library');
	await page.getByRole('link', { name: 'Share a practice that worked for you' }).click();
	await page.getByLabel('What do you call it?').fill('Umbrellas at the second door');
	await page
		.getByLabel('What did you do?')
		.fill('A stand with twenty umbrellas, lent without a form.');
	await expect(page.getByText('Kept as a draft. Only you can see it.')).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('What did you do?')).toHaveValue(/twenty umbrellas/);
	await page.getByRole('button', { name: 'Offer it to the network' }).click();
	await expect(page.getByLabel('What do you call it?')).toHaveValue('Umbrellas at the second door');
	await page.getByLabel('What changed?').fill('Fewer wet coats, and nobody stays home for rain.');
	await page.getByLabel('What would you tell others?').fill('Write nothing on them.');
	await page.getByRole('checkbox', { name: 'Support staff' }).check();
	await page.getByRole('button', { name: 'Offer it to the network' }).click();
	await expect(page.getByText('Offered, being read')).toBeVisible();

	const office = await elsewhere();
	const lead = await makePerson('Priya Raman');
	await makeLead(lead, county);
	await signIn(office.context(), lead);
	await office.goto('/network');
	await office.getByRole('link', { name: 'Practices offered' }).click();
	await expect(office.getByRole('heading', { name: 'Umbrellas at the second door' })).toBeVisible();
	expect(await office.content()).not.toContain('Jonah');
	await office.getByRole('button', { name: 'Publish it to the library' }).click();
	await expect(office.getByText('Nothing waits for you')).toBeVisible();

	const anybody = await elsewhere();
	await anybody.goto('/library?q=umbrelas&kind=practice');
	await anybody.getByRole('link', { name: 'Umbrellas at the second door' }).click();
	await expect(anybody.getByText('By Reed Street School')).toBeVisible();
	await expect(anybody.getByText('Write nothing on them.')).toBeVisible();
});

test('Samuel starts a series from the library with an open cohort, without JavaScript too', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	const page = await context.newPage();
	await page.goto('/library?kind=series');
	await page.getByRole('link', { name: 'Equity at the school level' }).click();
	await page.getByRole('link', { name: 'Sign in to start' }).click();
	await page.getByRole('button', { name: 'Enter as Samuel Oyelaran' }).click();
	await expect(page.getByText(/facilitates, for Merrow Department of Education/)).toBeVisible();
	await page.getByRole('button', { name: 'Start with this open cohort' }).click();
	await expect(page).toHaveURL(/\/learn\/equity-at-the-school-level$/);
	await page.goto('/library/equity-at-the-school-level');
	await page.getByRole('link', { name: 'Go on with it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Equity at the school level');
	await context.close();
});
