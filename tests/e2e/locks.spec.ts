import { expect, expectAccessible, test } from '../support/journey.ts';
import { makeParticipant, makeTeam, query, signIn, type ThrowawayCohort } from '../support/rows.ts';
import { MODULE, SERIES, steps } from '../support/step.ts';

test.use({ expected: [/status of 403/] });

const LOCKED = `${SERIES}/read-what-the-numbers-leave-out`;

async function dateFirstModule({ id }: ThrowawayCohort): Promise<void> {
	await query(
		`insert into module_date (cohort_id, module_id, opens_at)
		values ($1, 'lae-1', '2099-03-04T14:30:00Z')`,
		[id]
	);
}

test('a module that comes later says what to finish first', async ({ page, context }) => {
	const { cohort } = await makeTeam('Plover Creek team');
	await signIn(context, await makeParticipant('Jonah Bell', cohort));
	await page.goto(SERIES);
	await expect(
		page.getByText('Opens when you have finished “Start with who is missing”.')
	).toBeVisible();
	await expect(page.getByRole('link', { name: 'Read what the numbers leave out' })).toHaveCount(0);

	for (const path of ['', '/finish', '/the-second-before-the-explanation']) {
		const answer = await page.goto(LOCKED + path);
		expect(answer?.status()).toBe(403);
		await expect(page.getByRole('heading', { name: 'This is not open yet' })).toBeVisible();
		await expect(
			page.getByText('“Read what the numbers leave out” is still locked.')
		).toBeVisible();
		await expect(
			page.getByText('Opens when you have finished “Start with who is missing”.')
		).toBeVisible();
	}
	await expectAccessible(page);
});

test('a module with a date says when it opens', async ({ page, context }) => {
	const { cohort } = await makeTeam('Grebe team');
	await dateFirstModule(cohort);
	await signIn(context, await makeParticipant('Jonah Bell', cohort));
	await page.goto('/learn');
	await expect(page.getByRole('heading', { name: 'Nothing to do right now' })).toBeVisible();
	await expect(page.getByText(/Wednesday, March 4.* 9:30/).first()).toBeVisible();
	const answer = await page.goto(steps.missing);
	expect(answer?.status()).toBe(403);
	await expect(page.getByText(/Wednesday, March 4/)).toBeVisible();
});

test('a lock holds for data, actions and media too', async ({ page, context, baseURL }) => {
	const { cohort } = await makeTeam('Sora team');
	await dateFirstModule(cohort);
	await signIn(context, await makeParticipant('Jonah Bell', cohort));
	const prose = 'The test is the same for both';

	const data = await page.request.get(`${steps.missing}/__data.json`);
	expect(await data.text()).toContain('“Start with who is missing” is still locked.');
	expect(await data.text()).not.toContain(prose);

	for (const file of ['rooms.mp4', 'rooms.en.vtt', 'rooms.webp']) {
		const media = await page.request.get(`${MODULE}/media/${file}`, {
			headers: { range: 'bytes=0-99' }
		});
		expect([file, media.status()]).toEqual([file, 403]);
	}

	const forms = {
		answer: { blockId: 'lae-1-last-decision', text: 'Early', audience: 'me', base: '0' },
		choose: { blockId: 'lae-1-present-not-heard', choices: 'present' },
		watch: {
			report: JSON.stringify({
				blockId: 'lae-1-rooms',
				opened: '1.x',
				played: [[0, 1]],
				position: 1,
				speed: 1
			})
		}
	};
	for (const [action, form] of Object.entries(forms)) {
		const answer = await page.request.post(`${steps.missing}?/${action}`, {
			form,
			headers: { origin: baseURL ?? '', accept: 'text/html' }
		});
		expect([action, answer.status()]).toEqual([action, 403]);
		expect(await answer.text()).not.toContain(prose);
	}
	const written = await query(
		`select 1 from enrolment join answer on enrolment_id = enrolment.id where cohort_id = $1`,
		[cohort.id]
	);
	expect(written).toEqual([]);
});
