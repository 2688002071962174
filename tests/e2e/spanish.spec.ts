import { expect, expectAccessible, test } from '../support/journey.ts';
import {
	makeLead,
	makeOrganisation,
	makeParticipant,
	makePerson,
	makeTeam,
	newEmail,
	signIn
} from '../support/rows.ts';
import { block, steps } from '../support/step.ts';

test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'America/Los_Angeles' });

test('a Spanish reader finds the whole interface in Spanish, on every device', async ({
	page,
	context,
	elsewhere
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Español' }).click();
	await expect(page).toHaveURL('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'es');
	await page.getByRole('link', { name: 'Iniciar sesión' }).first().click();
	await expect(page.getByRole('heading', { name: 'Iniciar sesión', exact: true })).toBeVisible();

	const { cohort } = await makeTeam('Heron team');
	const ana = await makeParticipant('Ana Reyes', cohort);
	await signIn(context, ana);
	await page.goto(steps.arrive);
	await expect(page).toHaveTitle(/ · Throughline$/);
	const arrive = block(page, 'lae-1-arrive');
	await arrive.getByRole('radio', { name: 'Solo yo' }).check();
	await arrive.getByRole('textbox').fill('Quién decide la hora del timbre.');
	await expect(arrive.locator('[data-state="saved"]')).toContainText('Guardado');
	await expect(arrive.getByText('Hecho', { exact: true })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Diario' }).click();
	await expect(page.getByRole('heading', { name: 'Su diario' })).toBeVisible();
	await expect(page.locator('article time').first()).toHaveText(/^\d{1,2} [a-z]{3} \d{4}/);

	// Chosen while signed in, it holds in a browser that asks for English.
	await page.getByRole('button', { name: 'Español' }).click();
	await expect(page).toHaveURL('/journal');
	const other = await elsewhere();
	await signIn(other.context(), ana);
	await other.goto('/learn');
	await expect(other.getByRole('heading', { name: 'Su próximo paso' })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, locale: 'es-MX', expected: [/status of 400/] });

	test('a browser that asks for Spanish gets it, faults in a form too, and English when chosen', async ({
		page
	}) => {
		const { cohort } = await makeTeam('Egret team');
		await page.goto(`/join/${cohort.joinCode}`);
		await page.getByRole('textbox', { name: 'Su nombre' }).fill('Inés Marlow');
		await page.getByRole('textbox', { name: 'Dirección de correo' }).fill(newEmail('Ines'));
		await page.getByRole('textbox', { name: 'Contraseña' }).fill('corta');
		await page.getByRole('button', { name: 'Crear mi cuenta y unirme' }).click();
		await expect(page.getByText('Use al menos 15 caracteres')).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Su nombre' })).toHaveValue('Inés Marlow');
		await page.goto('/join');
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page).toHaveURL('/join');
		await expect(page.getByRole('heading', { name: 'Join a cohort' })).toBeVisible();
	});

	test('so do the page for when there is no connection and a file that is taken along', async ({
		page,
		context
	}) => {
		await page.goto('/offline');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('No tiene conexión');
		// Whoever chose English in a Spanish browser reads it here.
		await expect(page.getByRole('heading', { level: 2 })).toHaveText('You are offline');

		const lead = await makePerson('Priya Raman');
		await makeLead(lead, await makeOrganisation('Dunlin County Office', 'county'));
		await signIn(context, lead);
		const file = await page.request.get('/network/export.csv', {
			headers: { 'Accept-Language': 'es-MX' }
		});
		expect(await file.text()).toContain('Nivel,Organización,Tipo,Participantes');
	});
});
