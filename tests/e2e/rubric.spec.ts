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

const STEP = '/learn/learning-across-a-district/see-it-together/the-visit';
const RUBRIC = 'lad-2-rubric';

/** Two observers, and who facilitates, of a cohort in which the module with the rubric is open. */
async function makeObservers() {
	const county = await makeOrganisation('Dunlin county', 'county');
	const cohort = await makeCohort('Dunlin visits', county, 'lad');
	const facilitator = await makePerson('Marcus Lindqvist');
	await enrol(facilitator, cohort, 'facilitator');
	await query(
		`insert into module_opening (cohort_id, module_id, opened_by_id) values ($1, 'lad-2', $2)`,
		[cohort.id, facilitator]
	);
	return {
		cohort,
		facilitator,
		thandiwe: await makeParticipant('Thandiwe Nkosi', cohort),
		colin: await makeParticipant('Colin Mackey', cohort)
	};
}

test('two observers of one visit rate alone, and read side by side what they saw once both are finished', async ({
	page,
	context,
	elsewhere
}) => {
	test.slow();
	const { cohort, facilitator, thandiwe, colin } = await makeObservers();
	await signIn(context, thandiwe);
	const other = await elsewhere();
	await signIn(other.context(), colin);

	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(STEP);
	const mine = block(page, RUBRIC);
	await mine.getByLabel('Where you look').fill('Cafeteria, second lunch');
	await mine.getByRole('button', { name: 'Open this visit for my team' }).click();
	await mine.getByRole('textbox', { name: /People are met/ }).fill('Two aides at the door.');
	for (const at of [0, 1, 2, 3, 4])
		await mine.locator('fieldset').nth(at).getByRole('radio').nth(2).check();
	await mine.getByRole('button', { name: 'I am finished' }).click();
	await expect(mine.getByRole('alert')).toContainText('One indicator has no level yet');
	await expectAccessible(page);
	await page.reload();
	await expect(mine.getByRole('textbox', { name: /People are met/ })).toHaveValue(
		'Two aides at the door.'
	);
	await mine.locator('fieldset').nth(5).getByRole('radio').nth(2).check();
	await mine.getByRole('button', { name: 'I am finished' }).click();
	await expectDone(page, RUBRIC);

	await other.goto(STEP);
	const theirs = block(other, RUBRIC);
	await expect(theirs).toContainText('finished: 1');
	await expect(theirs).not.toContainText('Two aides');
	for (const [at, level] of [2, 2, 1, 2, 3, 0].entries()) {
		await theirs.locator('fieldset').nth(at).getByRole('radio').nth(level).check();
	}
	await theirs.getByRole('button', { name: 'I am finished' }).click();
	await expect(theirs.getByText('2 levels apart')).toBeVisible();
	await expect(theirs).toContainText('50%');
	await expect(theirs).toContainText('Two aides at the door.');
	// It comes to who was first by itself.
	await expect(mine.getByText('2 levels apart')).toBeVisible();

	await context.clearCookies();
	await signIn(context, facilitator);
	await page.goto(`/facilitate/cohorts/${cohort.id}/work/${RUBRIC}`);
	await expect(page.getByRole('row', { name: /Cafeteria, second lunch/ })).toContainText('2 of 2');
	await expectAccessible(page);
});
