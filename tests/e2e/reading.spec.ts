import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	enrol,
	makeCohort,
	makeOrganisation,
	makeParticipant,
	makePerson,
	makeTeam,
	query,
	signIn
} from '../support/rows.ts';
import { steps } from '../support/step.ts';

test('how somebody reads shows at once, and is there on their other device, without JavaScript too', async ({
	page,
	context,
	browser,
	baseURL
}) => {
	const { cohort } = await makeTeam('Sandpiper team');
	const person = await makeParticipant('Ana Reyes', cohort);
	await signIn(context, person);
	await page.goto(steps.arrive);
	const html = page.locator('html');
	await page.getByText('Reading settings').click();
	// The first choice is still on its way when the second is made: the second stands.
	const isChosen = Promise.withResolvers<void>();
	let sent = 0;
	page.on('request', (request) => (sent += request.url().endsWith('/reading') ? 1 : 0));
	await page.route(
		'**/reading',
		async (route) => {
			await isChosen.promise;
			await route.continue();
		},
		{ times: 1 }
	);
	await page.getByRole('group', { name: 'Text size' }).getByLabel('Largest').check();
	await expect(html).toHaveAttribute('data-text-size', 'largest');
	await page.getByLabel('Nothing moves').check();
	await expect(html).toHaveAttribute('data-motion', 'calm');
	expect(sent).toBe(1);
	isChosen.resolve();
	await expect(page.getByText('Kept for every page.')).toBeVisible();
	await page.setViewportSize({ width: 360, height: 780 });
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	// On the next page the settings stand as they were chosen, though nothing was loaded anew.
	const size = page.getByRole('group', { name: 'Text size' });
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await expect(size).toBeHidden();
	await page.getByText('Reading settings').click();
	await expect(size.getByLabel('Largest')).toBeChecked();

	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	const other = await plain.newPage();
	await signIn(plain, person);
	await other.goto(steps.arrive);
	await expect(other.locator('html')).toHaveAttribute('data-text-size', 'largest');
	await expect(other.locator('html')).toHaveAttribute('data-motion', 'calm');
	await other.getByText('Reading settings').click();
	await other.getByLabel('Short lines').check();
	await other.getByRole('button', { name: 'Keep these settings' }).click();
	await expect(other).toHaveURL(steps.arrive);
	await expect(other.locator('html')).toHaveAttribute('data-line-width', 'narrow');
	await plain.close();
});

test('places are kept and words found in a series of any order', async ({ page, context }) => {
	const county = await makeOrganisation('Turnstone county', 'county');
	const cohort = await makeCohort('Turnstone readers', county, 'tp');
	await signIn(context, await makeParticipant('Jonah Bell', cohort));
	const series = '/learn/turnaround-practices';

	await page.goto(series);
	const search = page.getByRole('searchbox', { name: 'Find something in this series' });
	await search.pressSequentially('hundrd');
	await expect(
		page.getByText('Nothing has “hundrd”, so this is what has “hundred”.')
	).toBeVisible();
	await expect(search).toBeFocused();
	await expect(page).toHaveURL(/\?find=hundrd$/);
	// The address alone says what was looked for.
	await page.reload();
	await expect(search).toHaveValue('hundrd');
	await expectAccessible(page);

	// A key that is pressed before the page is alive sends the form as a browser without JavaScript does.
	await page.goto(`${series}/an-ordinary-tuesday/the-hall-at-10-40`, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Keep this place' }).press('Enter');
	const kept = page.getByText('Place kept: add a note');
	await expect(kept).toBeFocused();
	await kept.press('Enter');
	await page.getByRole('textbox', { name: 'A note to yourself' }).fill('Before Friday’s walk');
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expect(page.getByText('Place kept, with your note')).toBeVisible();

	await page.goto('/journal');
	await expect(page.getByText('Before Friday’s walk')).toBeVisible();
	await page.goto(series);
	const places = page.getByRole('region', { name: 'Your saved places' });
	await expect(places.getByText('Before Friday’s walk')).toBeVisible();
	await places.getByRole('button', { name: /^Remove/ }).click();
	await expect(page.getByText('No places are saved in this series.')).toBeVisible();
});

test('two work through a module around one screen, and the second says that she was there', async ({
	page,
	context,
	elsewhere
}) => {
	const county = await makeOrganisation('Dunlin county', 'county');
	const school = await makeOrganisation('Dunlin school', 'school', county);
	const cohort = await makeCohort('Dunlin table', county, 'pa');
	const jonah = await makePerson('Jonah Bell');
	const sofia = await makePerson('Sofia Marchetti');
	const leader = await enrol(jonah, cohort, 'participant', school);
	await enrol(sofia, cohort, 'participant', school);
	await signIn(context, jonah);

	const module = '/learn/poverty-and-access/what-a-month-costs';
	await page.goto(`${module}/count-a-month`);
	await expect(page.getByText('Work with your own calendar')).toBeVisible();
	await page.goto(module);
	await page.getByText('We are several around one screen').click();
	await page.getByRole('checkbox', { name: 'Sofia Marchetti' }).check();
	await page.getByRole('button', { name: 'Work as a group' }).click();
	await expect(page.getByRole('heading', { name: 'You lead a group' })).toBeVisible();
	await expectAccessible(page);
	await page.goto(`${module}/count-a-month`);
	await expect(page.getByText('You lead a group: with Sofia Marchetti.')).toBeVisible();
	await expect(page.getByText('One of you reads the month aloud')).toBeVisible();
	await expect(page.getByText('Work with your own calendar')).toBeHidden();

	// What he does on four steps is the player's own journey; here it is done.
	await query(
		`insert into module_completion (enrolment_id, module_id, completed_at) values ($1, 'pa-1', now())`,
		[leader]
	);
	const hers = await elsewhere();
	await signIn(hers.context(), sofia);
	await hers.goto('/learn');
	await expect(hers.getByText('with Jonah Bell, who finished it on')).toBeVisible();
	await hers.getByRole('button', { name: 'Yes, I was there' }).click();
	await expect(hers.getByRole('heading', { name: 'Were you there?' })).toBeHidden();
	await hers.goto(module);
	await expect(hers.getByText('You did it in a group that Jonah Bell led.')).toBeVisible();
	await page.goto(module);
	await expect(page.getByText('has the credit')).toBeVisible();
});
