import type { Page } from '@playwright/test';
import { holdMeeting } from '../support/held.ts';
import { expect, test, untilAlive } from '../support/journey.ts';
import { askEverybody, beginMeeting, makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, signIn } from '../support/rows.ts';
import { block, expectDone, steps } from '../support/step.ts';

/** What somebody types, chooses and opens while the page's script is still on its way is there when it has come. */

// The worker would answer for the script, and nothing could be held back; the browser says that it is kept out.
test.use({ serviceWorkers: 'block', expected: [/Service Worker registration blocked/] });

/** Opens a page whose script is held back, lets somebody act, and then lets it come alive. */
async function openSlowly(page: Page, path: string, act: () => Promise<void>): Promise<void> {
	const scripts = /\/_app\/.*\.js$/;
	let letCome = () => {};
	const held = new Promise<void>((resolve) => (letCome = resolve));
	await page.route(scripts, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	await act();
	letCome();
	await untilAlive(page);
	await page.unroute(scripts);
}

test('who comes in loses nothing', async ({ page }) => {
	const { cohort } = await makeTeam('Sanderling team');
	const { code } = await makeMeeting(cohort);

	const email = page.getByRole('textbox', { name: 'Email address' });
	await openSlowly(page, '/sign-in', () => email.fill('ana@alder.example'));
	await expect(email).toHaveValue('ana@alder.example');

	const name = page.getByRole('textbox', { name: 'Your name' });
	await openSlowly(page, `/join/${cohort.joinCode}`, () => name.fill('Ana Reyes'));
	await expect(name).toHaveValue('Ana Reyes');

	await openSlowly(page, `/live/${code}`, () => name.fill('Jonah Bell'));
	await expect(name).toHaveValue('Jonah Bell');

	const start = page.getByRole('checkbox', { name: 'To start with' });
	await openSlowly(page, '/library', async () => {
		await page.locator('summary', { hasText: 'Level' }).click();
		await start.check();
	});
	await expect(page).toHaveURL(/level=start/);
	await expect(start).toBeVisible();
	await expect(start).toBeChecked();
});

test('who writes a reflection and who answers in the room lose nothing, and it is kept', async ({
	page,
	context
}) => {
	const { cohort } = await makeTeam('Dunlin team');
	const meeting = await makeMeeting(cohort);
	await beginMeeting(meeting);
	await askEverybody(meeting, { question: 'What would help?' });
	await signIn(context, await makeParticipant('Ana Reyes', cohort));

	const reflection = block(page, 'lae-1-arrive');
	const poll = block(page, 'lae-1-how-families-heard');
	await openSlowly(page, steps.arrive, async () => {
		await reflection.getByRole('textbox').fill('Why the letter came in August.');
		await poll.getByRole('radio', { name: 'I am not sure' }).check();
	});
	await expect(reflection.getByRole('textbox')).toHaveValue('Why the letter came in August.');
	await expectDone(page, 'lae-1-arrive');
	await poll.getByRole('button', { name: 'Save my answer' }).click();
	await expectDone(page, 'lae-1-how-families-heard');

	await page.goto(`/live/${meeting.code}`);
	await page.getByRole('button', { name: 'I am here, in the room' }).click();
	const answer = page.getByRole('textbox', { name: 'What would help?' });
	const offTheWall = page.getByRole('checkbox', { name: 'Keep it off the wall' });
	await expect(answer).toBeVisible();
	await openSlowly(page, `/live/${meeting.code}`, async () => {
		await answer.fill('An hour without phones.');
		await offTheWall.check();
	});
	await expect(answer).toHaveValue('An hour without phones.');
	await expect(offTheWall).toBeChecked();
});

test('who prepares and closes a meeting loses nothing', async ({ page, context }) => {
	const { cohort, facilitator } = await makeTeam('Knot team');
	const held = await holdMeeting(cohort);
	await signIn(context, facilitator);
	const own = `/facilitate/cohorts/${cohort.id}`;

	const say = page.getByRole('textbox', { name: 'Say', exact: true });
	await openSlowly(page, `${own}/guides/start-with-who-is-missing/adapt?open=open`, () =>
		say.first().fill('Good morning.')
	);
	await expect(say.first()).toHaveValue('Good morning.');

	const place = page.getByRole('textbox', { name: 'Place' });
	const way = page.getByRole('combobox', { name: 'How you meet' });
	await openSlowly(page, `${own}/schedule/plan`, async () => {
		await place.fill('Room 12');
		await way.selectOption('online');
	});
	await expect(place).toHaveValue('Room 12');
	await expect(way).toHaveValue('online');

	const words = page.getByRole('textbox', { name: 'Your words to begin with' });
	const isOut = page.getByRole('checkbox', { name: 'This part goes out' }).first();
	await openSlowly(page, `/facilitate/sessions/${held}/recap`, async () => {
		await words.fill('Thank you for coming.');
		await isOut.uncheck();
	});
	await expect(words).toHaveValue('Thank you for coming.');
	await expect(isOut).not.toBeChecked();
});
