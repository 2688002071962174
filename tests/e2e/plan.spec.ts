import { expect, expectAccessible, test } from '../support/journey.ts';
import { makeCohort, makeOrganisation, makeParticipant, signIn } from '../support/rows.ts';

const STEP = '/learn/partners-from-the-start/before-you-begin/settle-what-is-open';
const PLAN = `${STEP}/plan/pfs-1-open`;

test.describe('two people change one cell', () => {
	// The second save is told that the first was there: the browser says so too.
	test.use({ expected: [/409/] });

	test('Ana and Jonah write one plan at once, lose nothing, and take it along', async ({
		page,
		context,
		elsewhere
	}) => {
		// A long way through several pages, by several people.
		test.slow();
		const cohort = await makeCohort(
			'Plover partners',
			await makeOrganisation('Plover Street School', 'school'),
			'pfs'
		);
		await signIn(context, await makeParticipant('Ana Reyes', cohort));
		const jonahs = await elsewhere();
		await signIn(jonahs.context(), await makeParticipant('Jonah Bell', cohort));

		// Each adds and fills a cell of the same row.
		await page.goto(STEP);
		await page.getByRole('link', { name: 'Open the plan' }).click();
		await page.getByRole('button', { name: 'Add a row' }).click();
		const what = page.getByRole('textbox', { name: 'row 2' }).first();
		await what.fill('Who has keys on Saturdays');
		await expect(page.locator('[data-state="saved"]')).toBeVisible();
		await jonahs.goto(PLAN);
		const jonahsWhat = jonahs.getByRole('textbox', { name: 'row 2' }).first();
		await expect(jonahsWhat).toHaveValue('Who has keys on Saturdays');
		const day = jonahs.locator('li[data-row]').nth(1).locator('input[type="date"]');
		await day.fill('2027-03-31');
		await expect(jonahs.locator('[data-state="saved"]')).toBeVisible();
		await expect(page.locator('li[data-row]').nth(1).locator('input[type="date"]')).toHaveValue(
			'2027-03-31'
		);

		// Both change the same words, one before the other knows.
		await jonahs.route('**/live/**', (route) => route.fulfill({ status: 204 }));
		await what.fill('Who has keys on weekends');
		await expect(page.locator('[data-state="saved"]')).toBeVisible();
		await jonahsWhat.fill('Who has keys on Sundays');
		const versions = jonahs.getByRole('group', { name: /Ana Reyes changed this too/ });
		await expect(versions).toContainText('Who has keys on weekends');
		await expect(what).toHaveValue('Who has keys on weekends');
		await versions.getByRole('button', { name: 'Keep both' }).click();
		await expect(what).toHaveValue('Who has keys on weekends\nWho has keys on Sundays');
		await expectAccessible(page);
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			360
		);

		// What anybody did is kept, and goes along.
		await page.goto(`${PLAN}/history`);
		await expect(page.getByText('Jonah Bell wrote').first()).toBeVisible();
		const file = async (kind: string) =>
			(await page.request.get(`${PLAN}/download/${kind}`)).body();
		expect((await file('csv')).toString()).toContain('2027-03-31');
		expect((await file('ics')).toString()).toContain('DTSTART;VALUE=DATE:20270331');
		expect((await file('pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7');
		expect((await file('docx')).subarray(0, 2).toString()).toBe('PK');
	});
});

test('without JavaScript, what is typed is kept with every button', async ({
	browser,
	baseURL
}) => {
	const cohort = await makeCohort(
		'Sanderling partners',
		await makeOrganisation('Sanderling School', 'school'),
		'pfs'
	);
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	await signIn(plain, await makeParticipant('Bernice Tate', cohort));
	const page = await plain.newPage();
	await page.goto(PLAN);
	await page.getByRole('textbox', { name: 'row 1' }).first().fill('Who may read the notes');
	await page.getByRole('button', { name: 'Add a row' }).click();
	await expect(page.getByRole('textbox', { name: 'row 1' }).first()).toHaveValue(
		'Who may read the notes'
	);
	await expect(page.getByRole('textbox', { name: 'row 2' }).first()).toBeVisible();
	await plain.close();
});
