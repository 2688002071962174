import type { Page } from '@playwright/test';
import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { expect, expectAccessible, test, untilAlive } from '../support/journey.ts';
import { enrol, makeParticipant, makePerson, makeTeam, query, signIn } from '../support/rows.ts';

/** A meeting of the flagship’s first module that should have begun some minutes ago. */
async function planLate(cohortId: string, minutesAgo: number): Promise<string> {
	const [row] = await query<{ id: string }>(
		`insert into live_session (cohort_id, module_id, starts_at, minutes, code)
		values ($1, 'lae-1', now() - $2 * interval '1 minute', 60, $3) returning id`,
		[cohortId, minutesAgo, makeCode(6)]
	);
	return row?.id ?? '';
}

async function openConsole(page: Page, meeting: string): Promise<void> {
	await page.goto(`/facilitate/sessions/${meeting}/console`);
	await untilAlive(page);
}

test('Denise starts late, wins the time back, goes on by key, and another console follows', async ({
	page,
	context,
	elsewhere
}) => {
	const { cohort, facilitator } = await makeTeam('Turnstone team');
	await makeParticipant('Ana Reyes', cohort);
	const meeting = await planLate(cohort.id, 5);
	await signIn(context, facilitator);
	await page.setViewportSize({ width: 1024, height: 768 });
	await openConsole(page, meeting);
	await expect(page.getByText('5 minutes behind')).toBeVisible();
	await page.getByRole('button', { name: 'Start the session' }).click();
	const clock = page.getByRole('region', { name: 'The clock' });
	await expect(clock.getByText('5 minutes behind')).toBeVisible();
	await expectAccessible(page);

	const colleague = await makePerson('Marcus Lindqvist');
	await enrol(colleague, cohort, 'facilitator');
	const theirs = await elsewhere();
	await signIn(theirs.context(), colleague);
	await openConsole(theirs, meeting);

	await page.getByRole('button', { name: /^Win back \d minutes$/ }).click();
	await expect(clock.getByText('On time')).toBeVisible();
	await expect(
		theirs.getByRole('region', { name: 'The clock' }).getByText('On time')
	).toBeVisible();
	await theirs.getByRole('button', { name: /^Undo: / }).click();
	await expect(clock.getByText('5 minutes behind')).toBeVisible();

	const second = await page.locator('#next').innerText();
	await page.locator('h1').click();
	await page.keyboard.press('ArrowRight');
	const title =
		second
			.split('\n')[0]
			?.replace(/\d+ minutes?$/, '')
			.trim() ?? '';
	await expect(page.locator('#block')).toHaveText(title);
	await expect(theirs.locator('#block')).toHaveText(title);

	await page.getByText('1 has not come yet').click();
	await page.getByRole('button', { name: /^Is here.*Ana Reyes$/ }).click();
	await expect(theirs.getByText('1 person is here')).toBeVisible();

	await page.getByText('A question of your own').click();
	await page.getByLabel('Your question').fill('Who is missing?');
	await page.keyboard.press('ArrowLeft');
	await page.getByRole('button', { name: 'Ask this' }).last().click();
	await expect(theirs.getByText('Who is missing?').first()).toBeVisible();
	await theirs.getByText('Add what was said').click();
	await theirs.getByLabel('What was said').fill('The night shift');
	await theirs.getByRole('button', { name: 'Add it to the wall' }).click();
	await expect(page.getByText('The night shift')).toBeVisible();
	await expect(page.locator('#block')).toHaveText(title);

	await page.getByText('End the session', { exact: true }).click();
	await page.getByRole('button', { name: 'End it for everybody' }).click();
	await expect(page.getByText('The session is over.').first()).toBeVisible();
	await expect(theirs.getByText('The session is over.').first()).toBeVisible();
});

test('a rehearsal fills by itself and is gone when Denise leaves it', async ({ page, context }) => {
	const { cohort, facilitator } = await makeTeam('Knot team');
	const meeting = await planLate(cohort.id, 0);
	await signIn(context, facilitator);
	await page.goto(`/facilitate/sessions/${meeting}/rehearse`);
	await page.getByRole('button', { name: 'Start a rehearsal' }).click();
	await expect(page.getByText('Rehearsal: nobody sees this')).toBeVisible();
	await expect(page.getByText('3 people are here')).toBeVisible();
	await page.getByRole('button', { name: 'Leave the rehearsal' }).click();
	await expect(page).toHaveURL(/\/schedule$/);
	const rows = await query('select id from live_session where cohort_id = $1', [cohort.id]);
	expect(rows).toEqual([{ id: meeting }]);
});
