import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import pg from 'pg';
import { ask, hangUp, type Answer, type Question } from '../support/ask.ts';
import { startDemoApp, type DemoApp } from '../support/demo-app.ts';
import { brokenBodies, forms, SECRET, wrongly, type Form, type Sent } from '../support/faults.ts';
import { expect, test } from '../support/journey.ts';
import { makeFaultRoom, roomForms } from '../support/room-faults.ts';
import { makeParticipant, makeTeam, signIn } from '../support/rows.ts';

/**
 * An app and a database of their own: what is counted here is everything, so nobody else may write.
 */
test.describe('input that nobody means', () => {
	test.describe.configure({ mode: 'default' });
	test.setTimeout(300_000);

	let app: DemoApp;
	let database: pg.Client;
	let all: Form[];
	const sessions: Record<string, string | null> = { stranger: null };

	test.beforeAll(async () => {
		test.setTimeout(300_000);
		app = await startDemoApp({ durable: false });
		database = new pg.Client({ connectionString: app.databaseUrl });
		await database.connect();
		sessions['participant'] = await enterAs('Ana Reyes');
		sessions['facilitator'] = await enterAs('Denise Whitfield');
		const demo = await known();
		const room = await makeFaultRoom({
			origin: app.origin,
			cohort: demo.cohort,
			sessions: {
				facilitator: sessions['facilitator'] ?? '',
				participant: sessions['participant'] ?? ''
			},
			one
		});
		all = [...forms(demo), ...roomForms(room)];
	});

	test.afterAll(async () => {
		test.setTimeout(300_000);
		hangUp();
		await database.end();
		await app.stop();
	});

	async function one(sql: string, values: unknown[] = []): Promise<string> {
		const { rows } = await database.query<{ value: string }>(sql, values);
		const [row] = rows;
		if (row === undefined) throw new Error(`The demo has nothing for: ${sql}`);
		return row.value;
	}

	async function enterAs(name: string): Promise<string> {
		const person = await one(
			`select id as value from person where name = $1 and demo_title is not null`,
			[name]
		);
		const entered = await ask(app.origin, {
			method: 'POST',
			path: '/sign-in?/enterAs',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: `person=${person}`
		});
		return /throughline_session=([^;]+)/.exec(String(entered.headers['set-cookie']))?.[1] ?? '';
	}

	async function known() {
		const cohort = await one(`select id as value from cohort where name = 'Alder Street team'`);
		const answer = (isSealed: boolean) =>
			one(
				`select answer.id as value from answer join enrolment on enrolment.id = enrolment_id
				where cohort_id = $1 and (audience = 'me') = $2 limit 1`,
				[cohort, isSealed]
			);
		return {
			cohort,
			joinCode: await one(`select join_code as value from cohort where id = $1`, [cohort]),
			otherJoinCode: 'CREEK479',
			school: await one(`select id as value from organisation where name = 'Alder Street School'`),
			sharedAnswer: await answer(false),
			sealedAnswer: await answer(true),
			meeting: await one(
				`select id as value from live_session where cohort_id = $1 and starts_at > now() limit 1`,
				[cohort]
			),
			held: await one(
				`insert into live_session
					(cohort_id, module_id, starts_at, minutes, code, started_at, ended_at)
				select $1, 'lae-1', began, 60, 'ACDEFG', began, began + interval '1 hour'
				from (select now() - interval '7 days' as began) time returning id as value`,
				[cohort]
			),
			enrolment: await one(
				`select id as value from enrolment where cohort_id = $1 and role = 'participant' limit 1`,
				[cohort]
			),
			otherPerson: await one(`select id as value from person where name = 'Caleb Armstrong'`)
		};
	}

	/** How many rows each table holds; tries are counted, so the counts of tries may grow. */
	async function counts(): Promise<Record<string, number>> {
		const { rows } = await database.query<{ name: string }>(
			`select tablename as name from pg_tables
			where schemaname = 'public' and tablename <> 'rate_limit' order by 1`
		);
		const found: Record<string, number> = {};
		for (const { name } of rows) {
			found[name] = Number(await one(`select count(*) as value from "${name}"`));
		}
		// What was replaced leaves no row behind, so the newest change is looked at too.
		found['changed'] = Number(
			await one(`select coalesce(sum(revision), 0) + (select coalesce(sum(tries), 0) from selection)
				as value from answer`)
		);
		return found;
	}

	/** Every answer is a refusal that says something, or a harmless page, and tells nothing of the inside. */
	function expectCalm(how: string, { status, text }: Answer): void {
		expect(status, how).toBeLessThan(500);
		expect(status, how).toBeGreaterThanOrEqual(200);
		// A nonce is any letters, also those of a name.
		const told = text.replaceAll(/nonce="[^"]*"/g, '');
		expect(told, how).not.toMatch(/\n\s+at .+:\d+:\d+|node_modules|Prisma|SyntaxError|\bpg\b/);
		if (status >= 400) expect(text.length, how).toBeGreaterThan(8);
	}

	function post(form: Pick<Form, 'path' | 'as'>, { type, body }: Sent): Promise<Answer> {
		return ask(app.origin, {
			method: 'POST',
			path: form.path,
			session: sessions[form.as] ?? null,
			headers: { 'content-type': type },
			body
		});
	}

	async function expectNothingWritten(work: () => Promise<void>): Promise<void> {
		const before = await counts();
		await work();
		expect(await counts()).toEqual(before);
		const logged = readFileSync(app.logFile, 'utf8');
		expect(logged).not.toContain(SECRET);
		expect(logged).not.toContain('"level":50');
	}

	test('a form with a wrong field is refused, and nothing of it is kept or logged', async () => {
		await expectNothingWritten(async () => {
			for (const form of all) {
				const cases = fc.sample(wrongly(form), { seed: 20_261_122, numRuns: form.runs ?? 40 });
				for (const { how, sent } of cases) {
					const answer = await post(form, sent);
					expectCalm(how, answer);
					expect(answer.status, how).toBeGreaterThanOrEqual(400);
				}
			}
		});
	});

	test('a form that is wrong as a whole is refused', async () => {
		await expectNothingWritten(async () => {
			for (const form of all) {
				for (const { how, sent } of brokenBodies(form)) {
					const answer = await post(form, sent);
					expectCalm(how, answer);
					expect(answer.status, how).toBeGreaterThanOrEqual(400);
				}
			}
		});
	});

	test('an action that is not there is refused', async () => {
		await expectNothingWritten(async () => {
			const paths = [...new Set(all.map(({ path }) => path.split('?')[0] ?? ''))];
			const names = [
				'nothing',
				'__proto__',
				'constructor',
				'toString',
				'hasOwnProperty',
				'%00',
				''
			];
			for (const path of paths) {
				for (const name of names) {
					const sent = { type: 'application/x-www-form-urlencoded', body: 'a=b' };
					const answer = await post({ path: `${path}?/${name}`, as: 'participant' }, sent);
					expectCalm(`${path} ?/${name}`, answer);
					expect(answer.status, `${path} ?/${name}`).toBeGreaterThanOrEqual(400);
				}
			}
		});
	});

	test('a page takes no other method', async () => {
		const pages = ['/', '/sign-in', '/learn', '/journal', '/facilitate', '/network', '/healthz'];
		await expectNothingWritten(async () => {
			for (const path of [...pages, '/network/export.csv', '/nowhere']) {
				for (const method of ['PUT', 'DELETE', 'PATCH', 'POST', 'PROPFIND']) {
					for (const as of ['stranger', 'participant']) {
						const answer = await ask(app.origin, { method, path, session: sessions[as] ?? null });
						expectCalm(`${method} ${path}`, answer);
						expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
					}
				}
			}
		});
	});

	test('an address with anything in it leads to a page or to none', async () => {
		const strange = [
			'%00',
			'%FF%FE',
			'%',
			'%E0%A4%A',
			'..%2f..%2f..%2fetc%2fpasswd',
			'%2e%2e',
			'__proto__',
			'constructor',
			"'%20or%201=1",
			'<script>',
			'a'.repeat(4000),
			'%F0%9F%A6%A9',
			'//elsewhere.example',
			'[]'
		].map((part) => part.replaceAll('<', '%3C').replaceAll('>', '%3E'));
		const series = '/learn/leading-with-access-and-equity';
		const cohort = all.find(({ name }) => name === 'open a module')?.path.split('?')[0] ?? '';
		const within = (part: string) => [
			`/${part}`,
			`/join/${part}`,
			`/join?code=${part}`,
			`/sign-in?to=${part}`,
			`/learn/${part}`,
			`${series}/${part}`,
			`${series}/start-with-who-is-missing/${part}`,
			`${series}/start-with-who-is-missing/media/${part}`,
			`/facilitate/cohorts/${part}`,
			`${cohort}?sort=${part}`,
			`/facilitate/guides/leading-with-access-and-equity/${part}`,
			`/facilitate/guides/leading-with-access-and-equity/start-with-who-is-missing?variant=${part}`,
			`/network?series=${part}`,
			`/network/export.csv?series=${part}`,
			`/learn/__data.json?x-sveltekit-invalidated=${part}`
		];
		await expectNothingWritten(async () => {
			for (const as of ['participant', 'facilitator']) {
				for (const path of strange.flatMap(within)) {
					const answer = await ask(app.origin, { path, session: sessions[as] ?? null });
					expectCalm(path, answer);
					const to = String(answer.headers.location ?? '/');
					expect(new URL(to, app.origin).origin, path).toBe(app.origin);
				}
			}
		});
	});

	test('a broken cookie or header makes a stranger of nobody else', async () => {
		const headers: Record<string, string>[] = [
			{ cookie: 'throughline_session=' },
			{ cookie: 'throughline_session=%' },
			{ cookie: 'throughline_session=%00' },
			{ cookie: 'throughline_session=\u00ff\u00fe' },
			{ cookie: `throughline_session=${'a'.repeat(8000)}` },
			{ cookie: 'throughline_session=a; throughline_session=b; __proto__=c' },
			{ cookie: ';;;===;' },
			{ cookie: `throughline_session="' or 1=1 --"` },
			{ 'accept-language': '\u00ff'.repeat(500) },
			{ range: 'bytes=9-1,-,a' },
			{ 'if-none-match': '"' },
			{ 'x-sveltekit-action': 'true', accept: 'application/json' },
			{ accept: '*/*;q=x' },
			{ 'x-forwarded-for': SECRET, 'x-forwarded-proto': 'gopher', forwarded: 'for=;;' }
		];
		await expectNothingWritten(async () => {
			for (const extra of headers) {
				for (const path of ['/', '/learn', '/network/export.csv']) {
					const answer = await ask(app.origin, { path, headers: extra });
					expectCalm(`${path} ${JSON.stringify(extra)}`, answer);
					if (path !== '/') expect(answer.status, JSON.stringify(extra)).not.toBe(200);
				}
				const out: Question = { method: 'POST', path: '/sign-out', body: '' };
				const type = { 'content-type': 'application/x-www-form-urlencoded' };
				const answer = await ask(app.origin, { ...out, headers: { ...type, ...extra } });
				expectCalm(`sign out ${JSON.stringify(extra)}`, answer);
			}
		});
	});
});

test('hostile words are kept and shown as words, never as markup', async ({
	page,
	context,
	elsewhere
}) => {
	const { cohort, facilitator } = await makeTeam('Thrush Hill team');
	const name = '<b id=hostile>Ana</b>';
	await signIn(context, await makeParticipant(name, cohort));
	const words =
		'</p></textarea><script>document.title = "taken"</script><img id=hostile src=x onerror=alert(1)>{@html 1}';
	await page.goto('/learn/leading-with-access-and-equity/start-with-who-is-missing/who-is-missing');
	const answer = page.locator('#lae-1-last-decision');
	await answer.getByRole('textbox').fill(words);
	await expect(answer.locator('[data-state="saved"]')).toBeVisible();
	await page.reload();
	await expect(answer.getByRole('textbox')).toHaveValue(words);
	await page.goto('/journal');
	await expect(page.getByText(words)).toBeVisible();

	const theirs = await elsewhere();
	await signIn(theirs.context(), facilitator);
	for (const path of [
		`/facilitate/cohorts/${cohort.id}`,
		`/facilitate/cohorts/${cohort.id}/answers`
	]) {
		await theirs.goto(path);
		await expect(theirs.getByText(name).first()).toBeVisible();
		await expect(theirs.locator('#hostile')).toHaveCount(0);
	}
	await expect(theirs.getByText(words)).toBeVisible();
	await expect(theirs).toHaveTitle(/Shared answers/);
});
