import type { Page } from '@playwright/test';
import { expect, goOffline, test } from '../support/journey.ts';
import { makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, newEmail, query, signIn } from '../support/rows.ts';
import { expectAlive, steps, write } from '../support/step.ts';

/**
 * An hour with a cohort, from a late start to the credit of who was absent. Its time is made to pass. Journeys run in
 * the order of their names: the longest is not the last, for which everything else would wait.
 */

test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

/** Lets the clock of a meeting run on by so many minutes. */
async function pass(meetingId: string, minutes: number): Promise<void> {
	const past = `${minutes} minutes`;
	await query(
		`update live_session set starts_at = starts_at - $2::interval, started_at = started_at - $2::interval
		where id = $1`,
		[meetingId, past]
	);
	await query(
		`update live_block set entered_at = entered_at - $2::interval
		where live_session_id = $1 and entered_at is not null`,
		[meetingId, past]
	);
	await query(
		'update live_attendee set arrived_at = arrived_at - $2::interval where live_session_id = $1',
		[meetingId, past]
	);
}

async function comeIn(page: Page, code: string): Promise<void> {
	await page.goto(`/live/${code}`);
	await page.getByRole('button', { name: 'I am here, in the room' }).click();
	await expect(page.getByText('You are in. This page goes on by itself.')).toBeVisible();
}

async function answer(page: Page, words: string): Promise<void> {
	await page.getByRole('textbox').first().fill(words);
	await page.getByRole('button', { name: 'Send', exact: true }).first().click();
}

test('an hour from a late start to the credit of who was absent', async ({
	page,
	context,
	elsewhere
}) => {
	test.setTimeout(300_000);
	const { cohort, facilitator } = await makeTeam('Godwit team');
	const meeting = await makeMeeting(cohort);
	const names = ['Ana Reyes', 'Jonah Bell', 'Nadia Haddad', 'Sofia Marchetti'];
	const people = await Promise.all(names.map((name) => makeParticipant(name, cohort)));
	const absent = await makeParticipant('Imani Castellano', cohort);

	await signIn(context, facilitator);
	const console = page;
	const projector = await context.newPage();
	await console.goto(`/facilitate/sessions/${meeting.id}/console`);
	await projector.goto(`/facilitate/sessions/${meeting.id}/projector`);
	await expect(projector.getByText(meeting.code.slice(0, 3)).first()).toBeVisible();

	const phones: Page[] = [];
	for (const person of people) {
		const phone = await elsewhere();
		await signIn(phone.context(), person);
		await comeIn(phone, meeting.code);
		phones.push(phone);
	}
	const guest = await elsewhere();
	await guest.goto(`/live/${meeting.code}`);
	await guest.getByRole('textbox', { name: 'Your name' }).fill('Rosa Lind');
	await guest.getByRole('button', { name: 'Come in as a guest' }).click();
	await expect(guest.getByText('You are in. This page goes on by itself.')).toBeVisible();
	const [ana, jonah] = phones;
	if (ana === undefined || jonah === undefined) throw new Error('Four phones were opened.');

	await test.step('it begins late, and one tap wins the time back', async () => {
		await query(`update live_session set starts_at = now() - interval '6 minutes' where id = $1`, [
			meeting.id
		]);
		await console.getByRole('button', { name: 'Start the session' }).click();
		await expect(console.getByText('6 minutes behind').first()).toBeVisible();
		await console.getByRole('button', { name: /^Win back/ }).click();
		await expect(console.getByRole('button', { name: /^Undo/ })).toBeVisible();
		await expect(console.getByText('On time').first()).toBeVisible();
		await expect(ana.getByRole('heading', { name: 'Opening circle' })).toBeVisible();
	});

	await test.step('everybody answers, one of them without a connection for a while', async () => {
		await console.getByRole('button', { name: 'Ask this' }).first().click();
		await goOffline(jonah);
		for (const [index, phone] of [...phones, guest].entries()) {
			if (phone !== jonah) await expect(phone.getByRole('textbox').first()).toBeVisible();
			if (phone !== jonah) await answer(phone, `Why we meet at 3:1${index}`);
		}
		await expect(console.getByText(/^4 answers/)).toBeVisible();
		await expect(projector.getByText('Why we meet at 3:10')).toHaveCount(0);
		await jonah.context().setOffline(false);
		await answer(jonah, 'Why we meet at 3:15');
		await expect(console.getByText(/^5 answers/)).toBeVisible();
		await console.getByRole('button', { name: 'Show it to the room' }).click();
		await expect(projector.getByText('Why we meet at 3:15')).toBeVisible();
		await expect(projector.getByText('Jonah Bell')).toHaveCount(0);
	});

	await test.step('groups write one note, which comes to the wall', async () => {
		await pass(meeting.id, 30);
		for (const title of [
			'How we work together',
			'A good plan goes wrong',
			'Three lists, four moves',
			'Your own three lists',
			'Tell it to one person',
			'The map of the missing'
		]) {
			const gone = console.waitForResponse((response) => response.url().endsWith('?/go'));
			await console.keyboard.press('ArrowRight');
			await gone;
			await expect(console.getByText(`Now: ${title}`)).toBeAttached();
			await expect(ana.getByRole('heading', { name: title })).toBeVisible();
		}
		await console.getByText('Make groups', { exact: true }).click();
		await console.getByRole('button', { name: 'Show the groups' }).click();
		await console.getByRole('button', { name: 'Send the groups to work' }).click();
		const note = ana.getByRole('textbox', { name: 'Your group’s note' });
		await note.fill('The people we keep missing are the drivers.');
		await expect(console.getByText('The people we keep missing are the drivers.')).toBeVisible();
		await console.getByRole('button', { name: 'Call them back in a minute' }).click();
		await expect(projector.getByText('Come back together')).toBeVisible();
		await console.getByRole('button', { name: 'Bring the notes to the wall' }).click();
		await expect(projector.getByText('The people we keep missing are the drivers.')).toBeVisible();
		await console.getByRole('button', { name: 'The room is together again' }).click();
	});

	await test.step('it ends, and the guest keeps what they wrote', async () => {
		await pass(meeting.id, 25);
		await console.getByText('End the session', { exact: true }).click();
		await console.getByRole('button', { name: 'End it for everybody' }).click();
		await expect(console.getByText('The session is over.')).toBeVisible();
		await expect(guest.getByText('This session is over.')).toBeVisible();
		await guest.goto(`/join/${cohort.joinCode}`);
		await guest.getByRole('textbox', { name: 'Your name' }).fill('Rosa Lind');
		await guest.getByRole('textbox', { name: 'Email address' }).fill(newEmail('Rosa Lind'));
		await guest.getByRole('textbox', { name: 'Password' }).fill('a godwit on the flats');
		await guest.getByRole('button', { name: 'Make my account and join' }).click();
		await expect(guest.getByRole('heading', { name: 'Your next step' })).toBeVisible();
		await guest.goto(`/live/${meeting.code}`);
		await guest.getByRole('button', { name: 'That was me: keep it' }).click();
		await expect(guest.getByText('What you wrote is in your journal now.')).toBeVisible();
	});

	await test.step('who was absent makes it up', async () => {
		const imani = await elsewhere();
		await signIn(imani.context(), absent);
		// The video is played in a journey of its own.
		await query(
			`insert into block_completion (enrolment_id, block_id, completed_at)
			select id, 'lae-1-rooms', now() from enrolment where person_id = $1`,
			[absent]
		);
		await imani.goto('/learn');
		await imani.getByRole('link', { name: /make it up/i }).click();
		await expect(imani).toHaveURL(/\/learn\/missed\//);
		await expect(imani.getByText('Why we meet at 3:15')).toHaveCount(0);
		const path = imani.url();
		for (const [step, prompt] of [
			[steps.arrive, 'lae-1-arrive'],
			[steps.watch, 'lae-1-first-thought'],
			[steps.missing, 'lae-1-last-decision'],
			[steps.makeRoom, 'lae-1-first-move'],
			[steps.askOne, 'lae-1-i-will']
		] as const) {
			await imani.goto(step);
			await expectAlive(imani);
			await write(imani, prompt, 'I would have asked the aides first.');
		}
		await imani.goto(path);
		await expect(imani.getByText('Why we meet at 3:15')).toBeVisible();
		await imani.getByLabel('With whom you talked').selectOption({ index: 1 });
		await imani.getByRole('button', { name: 'We have talked' }).click();
		await imani
			.getByRole('textbox', { name: 'What, in your words' })
			.fill('ask the aides on Monday');
		await imani.getByRole('button', { name: 'Keep it' }).click();
		await imani.getByRole('button', { name: 'Let it count' }).click();
		await expect(imani.getByText(/You made it up on/)).toBeVisible();
	});
});
