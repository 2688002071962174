import { readFileSync } from 'node:fs';
import { cohorts } from '../../prisma/cast.ts';
import { answers } from '../../prisma/demo/answers/index.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	enrol,
	makeCohort,
	makeLead,
	makeOrganisation,
	makePerson,
	query,
	signIn
} from '../support/rows.ts';

/** A county that nobody else counts: twelve people of one school, eleven of another, three of a third. */
async function makeCounty(): Promise<{ lead: string; names: string[] }> {
	const county = await makeOrganisation('Osprey County Office', 'county');
	const cohort = await makeCohort('Osprey team', county);
	const sizes = { 'Gull Point School': 12, 'Kelp Street School': 11, 'Islet School': 3 };
	const names: string[] = [];
	for (const [school, size] of Object.entries(sizes)) {
		const organisation = await makeOrganisation(school, 'school', county);
		for (let at = 1; at <= size; at += 1) {
			const name = `Marlow ${school.slice(0, 4)} ${at}`;
			names.push(name);
			const enrolment = await enrol(await makePerson(name), cohort, 'participant', organisation);
			if (school !== 'Gull Point School' || at > 6) continue;
			await query(
				`insert into block_completion (enrolment_id, block_id, completed_at)
				values ($1, 'lae-1-arrive', now())`,
				[enrolment]
			);
		}
	}
	const lead = await makePerson('Priya Raman');
	await makeLead(lead, county);
	return { lead, names };
}

test('a lead sees how many take part, and no group that is too small', async ({
	page,
	context
}) => {
	const { lead, names } = await makeCounty();
	await signIn(context, lead);
	await page.goto('/network');
	await expect(page.getByRole('row', { name: /Osprey County Office/ }).first()).toContainText('26');
	const islet = page.getByRole('row', { name: /Islet School/ });
	await expect(islet.getByRole('cell')).toHaveText(Array(9).fill('hidden'));
	await expect(
		page.getByRole('row', { name: /Gull Point School|Kelp Street School/ }).filter({
			hasText: 'hidden'
		})
	).not.toHaveCount(0);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download as CSV' }).click()
	]);
	const csv = readFileSync(await download.path(), 'utf8');
	expect(csv).toContain('Osprey County Office');
	expect(csv).toMatch(/Islet School,school,hidden/);
	expect(names.filter((name) => csv.includes(name))).toEqual([]);
});

test('Priya enters, sees the whole state, and no name and no word of anybody', async ({
	page,
	enterAs
}) => {
	await enterAs('Priya Raman');
	await page.getByRole('link', { name: 'Network', exact: true }).click();
	for (const name of ['Merrow Department of Education', 'Tamarack County Office']) {
		await expect(page.getByRole('row', { name: new RegExp(name) }).first()).toBeVisible();
	}
	await expectAccessible(page);
	// What the page before it held is not what the network holds.
	await page.reload();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download as CSV' }).click()
	]);
	const told = (await page.content()) + readFileSync(await download.path(), 'utf8');
	const names = cohorts.flatMap(({ participants }) => participants.map(({ name }) => name));
	expect(names.filter((name) => told.includes(name))).toEqual([]);
	expect(answers.filter(({ text }) => told.includes(text.slice(0, 40)))).toEqual([]);
});
