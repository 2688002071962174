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

const STEP = '/learn/partners-from-the-start/before-you-begin/ten-conditions';
const CHECK = 'pfs-1-check';
const ITEMS = [
	'why',
	'students',
	'evidence',
	'decide',
	'person',
	'no',
	'time',
	'money',
	'data',
	'leave'
];

test('Ana and Jonah score one round together, close it, and add what is lowest to their plan', async ({
	page,
	context,
	elsewhere
}) => {
	// A long way through several pages, by several people.
	test.slow();
	const cohort = await makeCohort(
		'Avocet partners',
		await makeOrganisation('Avocet School', 'school'),
		'pfs'
	);
	const denise = await makePerson('Denise Whitfield');
	await enrol(denise, cohort, 'facilitator');
	await signIn(context, await makeParticipant('Ana Reyes', cohort));
	const jonahs = await elsewhere();
	await signIn(jonahs.context(), await makeParticipant('Jonah Bell', cohort));
	await page.goto(STEP);
	await jonahs.goto(STEP);
	const choose = async (on: typeof page, item: string, level: number) => {
		await on.locator(`[name="cell:${item}:level"][value="${level}"]`).check();
		await expect(on.locator(`#${CHECK} [data-state="saved"]`)).toBeVisible();
	};

	// What Ana chooses, Jonah sees, with her name.
	await choose(page, 'why', 2);
	await expect(jonahs.locator('[name="cell:why:level"][value="2"]')).toBeChecked();
	await expect(jonahs.getByText('Chosen by Ana Reyes')).toBeVisible();
	await page.getByRole('button', { name: 'Close this round' }).click();
	await expect(page.getByRole('alert')).toContainText('9 items have no level yet');
	for (const [index, item] of ITEMS.slice(1).entries())
		await choose(jonahs, item, index === 4 ? 0 : 3);
	await expect(page.getByText('Every item has a level.')).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('checkbox', { name: 'Jonah Bell' }).check();
	await page.getByRole('button', { name: 'Close this round' }).click();
	await expectDone(page, CHECK);
	await expect(block(jonahs, CHECK).getByText('Done', { exact: true })).toBeVisible();
	await expect(block(page, CHECK).getByRole('heading', { name: 'What to do next' })).toBeVisible();
	await block(page, CHECK).getByRole('button', { name: 'Add it to our plan' }).first().click();
	await expect(block(page, CHECK).getByText('It is in your plan')).toBeVisible();
	await expectAccessible(page);

	// Denise reads where the team stands.
	const denises = await elsewhere();
	await signIn(denises.context(), denise);
	await denises.goto(`/facilitate/cohorts/${cohort.id}/work/${CHECK}`);
	await expect(denises.getByRole('heading', { name: 'Avocet School' })).toBeVisible();
	await expect(denises.getByText('Closed rounds: 1')).toBeVisible();
});
