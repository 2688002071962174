import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { makeMeeting } from '../support/live.ts';
import { makeParticipant, makeTeam, query, signIn } from '../support/rows.ts';

/** A video that the room watches together: in step everywhere, and seen by who was there. */

/** Where the picture stands, in seconds. */
function standsAt(page: Page): Promise<number> {
	return page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
}

/** The languages in which captions are shown. */
function captionsOf(page: Page): Promise<string[]> {
	return page
		.locator('video')
		.evaluate((video: HTMLVideoElement) =>
			[...video.textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language)
		);
}

async function seenBy(person: string): Promise<number> {
	const rows = await query(
		`select from watch join enrolment on enrolment.id = enrolment_id
		where person_id = $1 and block_id = 'lae-1-rooms'`,
		[person]
	);
	return rows.length;
}

test('the second half of a video plays in step, with captions in each one’s language, and counts for who is there', async ({
	page,
	context,
	elsewhere
}) => {
	test.setTimeout(240_000);
	const { cohort, facilitator } = await makeTeam('Dunlin team');
	const meeting = await makeMeeting(cohort);
	const ana = await makeParticipant('Ana Reyes', cohort);
	const absent = await makeParticipant('Imani Castellano', cohort);
	await signIn(context, facilitator);
	await page.goto(`/facilitate/sessions/${meeting.id}/console`);
	const phone = await elsewhere();
	await signIn(phone.context(), ana);
	await phone.goto(`/live/${meeting.code}`);
	await phone.getByRole('button', { name: 'I am here, in the room' }).click();
	await expect(phone.getByText('You are in. This page goes on by itself.')).toBeVisible();
	await query(`update person set language = 'es' where id = $1`, [ana]);
	await phone.reload();

	await page.getByRole('button', { name: 'Start the session' }).click();
	await expect(page.locator('#block')).toHaveText('Opening circle');
	for (const title of [
		'How we work together',
		'A good plan goes wrong',
		'Three lists, four moves'
	]) {
		await page.getByRole('button', { name: /^Next/ }).click();
		await expect(page.locator('#block')).toHaveText(title);
	}
	await page.getByRole('button', { name: 'Bring the video to the room' }).click();
	const controls = page.getByRole('group', { name: 'Video for the room' });
	await expect(controls.getByText('1:12 / 2:09')).toBeVisible();

	const projector = await context.newPage();
	await projector.goto(`/facilitate/sessions/${meeting.id}/projector`);
	await expect(projector.locator('video')).toBeVisible();
	for (const screen of [projector, phone]) {
		await expect.poll(() => standsAt(screen), { timeout: 60_000 }).toBeCloseTo(72, 0);
	}
	await expect.poll(() => captionsOf(projector)).toEqual(['en']);
	await expect.poll(() => captionsOf(phone)).toEqual(['es']);

	await controls.getByRole('button', { name: 'Play' }).click();
	for (const screen of [projector, phone]) {
		await expect.poll(() => standsAt(screen), { timeout: 60_000 }).toBeGreaterThan(74);
	}
	expect(await captionsOf(projector)).toEqual(['en']);
	await controls.getByRole('button', { name: 'Pause' }).click();
	await expect(controls.getByRole('button', { name: 'Play' })).toBeVisible();
	await expect
		.poll(async () => Math.abs((await standsAt(projector)) - (await standsAt(phone))))
		.toBeLessThan(2.1);

	await expect.poll(() => seenBy(ana)).toBe(1);
	expect(await seenBy(absent)).toBe(0);
	await page.getByRole('button', { name: 'Put it away' }).click();
	await expect(projector.locator('video')).toHaveCount(0);
	await expect(phone.locator('video')).toHaveCount(0);
});
