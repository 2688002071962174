import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	enrol,
	makeCohort,
	makeOrganisation,
	makeParticipant,
	makePerson,
	signIn
} from '../support/rows.ts';
import { block, expectDone } from '../support/step.ts';

const STEP = '/learn/questions-of-coherence/answer-from-where-you-are/twelve-questions';
const INQUIRY = 'qc-1-inquiry';

test('a team answers from several chairs, by role and not by name, and sees who is missing', async ({
	page,
	context,
	browser,
	baseURL
}) => {
	test.slow();
	const county = await makeOrganisation('Whimbrel county', 'county');
	const cohort = await makeCohort('Whimbrel questions', county, 'qc');
	const facilitator = await makePerson('Denise Whitfield');
	await enrol(facilitator, cohort, 'facilitator');

	// Luz has no JavaScript.
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	await signIn(plain, await makeParticipant('Luz Marín', cohort));
	const luz = await plain.newPage();
	await luz.goto(STEP);
	await luz
		.getByRole('textbox', { name: /whose is thanked and left out/ })
		.fill('Families are thanked.');
	await luz.getByRole('button', { name: 'Save my answers' }).click();
	await expect(luz.getByRole('alert')).toContainText('Choose the role you answer for');
	await luz.getByRole('radio', { name: 'Family partner' }).check();
	await luz.getByRole('button', { name: 'Save my answers' }).click();
	await expect(luz.getByText('What your team says: Beliefs')).toBeVisible();
	await plain.close();

	await signIn(context, await makeParticipant('Wei Chen', cohort));
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(STEP);
	const mine = block(page, INQUIRY);
	await expect(mine).toContainText('by role, not by name');
	await expect(mine).not.toContainText('Families are thanked.');
	await mine.getByRole('radio', { name: 'Teacher', exact: true }).check();
	await mine.getByRole('textbox', { name: /Who comes/ }).fill('I would come.');
	await expect(mine.getByText('Families are thanked.')).toBeVisible();
	await expect(mine).not.toContainText('Luz');
	await expect(mine.getByText(/No answer yet as:.*School leader/).first()).toBeVisible();
	await mine.getByRole('textbox', { name: /How long does it take/ }).fill('Seven months.');
	await mine.getByRole('textbox', { name: /ordinary lesson/ }).fill('I have never seen one.');
	await expectDone(page, INQUIRY);
	await expectAccessible(page);
	await page.goto('/journal');
	await expect(page.getByText('I have never seen one.')).toBeVisible();

	await context.clearCookies();
	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}/work/${INQUIRY}`);
	await expect(page.getByText('Families are thanked.')).toBeVisible();
	await expect(page.locator('main')).not.toContainText(/Luz|Wei/);
	await expectAccessible(page);
});
