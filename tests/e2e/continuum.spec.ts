import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	enrol,
	makeCohort,
	makeOrganisation,
	makeParticipant,
	makePerson,
	query,
	signIn
} from '../support/rows.ts';
import { block, expectDone } from '../support/step.ts';

const STEP = '/learn/building-authentic-partnerships/whose-habits-are-these/nine-lines';
const LINE = 'bap-1-line';
const PAIRS = ['time', 'word', 'way', 'expert', 'comfort', 'credit', 'pace', 'mistakes', 'invited'];

async function makePartners() {
	const cohort = await makeCohort(
		'Dowitcher partners',
		await makeOrganisation('Dowitcher', 'county'),
		'bap'
	);
	const facilitator = await makePerson('Marcus Lindqvist');
	await enrol(facilitator, cohort, 'facilitator');
	return { cohort, facilitator };
}

test('Ana places herself on nine lines and sees where her cohort stands, and Marcus does, but never who', async ({
	page,
	context,
	browser,
	baseURL
}) => {
	// A long way through several pages, by several people.
	test.slow();
	const { cohort, facilitator } = await makePartners();
	for (const name of ['Jonah Bell', 'Luz Marín', 'Wei Chen']) {
		await enrol(await makePerson(name), cohort, 'participant');
	}
	await query(
		`insert into placement (enrolment_id, block_id, pair_id, position, placed_at)
		select id, $2, unnest($3::text[]), 2, now() - interval '1 day'
		from enrolment where cohort_id = $1 and role = 'participant'`,
		[cohort.id, LINE, PAIRS]
	);

	// Bernice has no JavaScript.
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	await signIn(plain, await makeParticipant('Bernice Tate', cohort));
	const bernice = await plain.newPage();
	await bernice.goto(STEP);
	for (const pair of PAIRS) await bernice.locator(`[name="at-${pair}"][value="5"]`).check();
	await bernice.getByRole('button', { name: 'Save my places' }).click();
	await expectDone(bernice, LINE);
	await expect(bernice.getByText('shows when five people have placed themselves')).toBeVisible();
	await plain.close();

	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(STEP);
	const lines = block(page, LINE);
	await expect(lines.getByRole('button', { name: 'Save my places' })).toHaveCount(0);
	for (const pair of PAIRS) {
		await lines.locator(`[name="at-${pair}"]`).nth(3).focus();
		await page.keyboard.press('Space');
	}
	await expectDone(page, LINE);
	await expect(
		lines.getByText('Of 5 people, 3 lean toward “We keep to the clock”, 1 stand halfway and 1 lean')
	).toBeVisible();
	await expectAccessible(page);
	await page.reload();
	await expect(lines.getByRole('radio', { name: 'Halfway between the two' }).first()).toBeChecked();
	await page.goto('/journal');
	await expect(page.getByText('Halfway between the two').first()).toBeVisible();

	await context.clearCookies();
	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}`);
	await page.getByRole('link', { name: 'Work together' }).click();
	await page.getByRole('link', { name: 'Where our setting stands', exact: true }).click();
	await expect(page.getByText('Of 5 people').first()).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('Ana');
	await expectAccessible(page);
});

test('six districts are compared in a table, and one by one in drawings', async ({
	page,
	context
}) => {
	const cohort = await makeCohort(
		'Sanderling',
		await makeOrganisation('Sanderling', 'county'),
		'rtd'
	);
	await signIn(context, await makeParticipant('Wei Chen', cohort));
	await page.goto('/learn/room-to-decide/six-districts-side-by-side/notice-ask-miss');
	const compare = block(page, 'rtd-1-six');
	await expect(compare.getByText('Made-up figures, to think with.')).toBeVisible();
	await expect(
		compare
			.getByRole('row', { name: /Budget that a school decides on/ })
			.getByRole('cell', { name: '62', exact: true })
	).toBeVisible();
	await compare.getByText('Days a year set by the school').last().click();
	await expect(
		compare.getByRole('group').filter({ hasText: 'Days a year' }).getByText('Eastholm')
	).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBe(360);
});
