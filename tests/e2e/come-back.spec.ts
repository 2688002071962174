import { expect, test } from '../support/journey.ts';
import { makeTeam, newEmail, query } from '../support/rows.ts';
import { block, expectAlive, vote, write } from '../support/step.ts';

test('who comes back the next day, on another device, goes on where they left off', async ({
	page,
	elsewhere
}) => {
	const { cohort } = await makeTeam('Curlew team');
	const email = newEmail('Teo Marsh');
	const password = 'a heron in the reeds';

	await page.goto(`/join/${cohort.joinCode}`);
	await page.getByRole('textbox', { name: 'Your name' }).fill('Teo Marsh');
	await page.getByRole('textbox', { name: 'Email address' }).fill(email);
	await page.getByRole('textbox', { name: 'Password' }).fill(password);
	await page.getByRole('button', { name: 'Make my account and join' }).click();
	await page.getByRole('link', { name: /^Start/ }).click();
	await expectAlive(page);
	await vote(page, 'lae-1-how-families-heard', 'I am not sure');
	await write(page, 'lae-1-arrive', 'Why the newsletter is only in English.');
	await page.close();
	await pass('1 day', email);

	const tomorrow = await elsewhere();
	await tomorrow.goto('/learn');
	await tomorrow.getByRole('textbox', { name: 'Email address' }).fill(email);
	await tomorrow.getByRole('textbox', { name: 'Password' }).fill(password);
	await tomorrow.getByRole('button', { name: 'Sign in' }).click();
	await expect(tomorrow.getByRole('heading', { name: 'Your next step' })).toBeVisible();
	const goOn = tomorrow.getByRole('link', { name: /^Continue/ });
	await expect(goOn).toContainText('Watch a good plan go wrong');
	await goOn.click();
	await expect(tomorrow).toHaveURL(/watch-who-is-in-the-room$/);

	await tomorrow.getByRole('link', { name: 'Previous', exact: true }).click();
	await expect(block(tomorrow, 'lae-1-arrive').getByRole('textbox')).toHaveValue(
		'Why the newsletter is only in English.'
	);
	await expect(tomorrow.getByText('This step is done.')).toBeVisible();
});

/** Puts all that this person did so much further back. */
async function pass(time: string, email: string): Promise<void> {
	const moments = [
		['answer', 'updated_at'],
		['block_completion', 'completed_at'],
		['step_completion', 'completed_at'],
		['selection', 'chosen_at']
	];
	for (const [table, column] of moments) {
		await query(
			`update ${table} set ${column} = ${column} - $1::interval where enrolment_id in
			(select enrolment.id from enrolment join person on person.id = person_id where email = $2)`,
			[time, email]
		);
	}
	await query(
		`update auth_session set expires_at = expires_at - $1::interval
		where person_id = (select id from person where email = $2)`,
		[time, email]
	);
}
