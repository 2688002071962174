import { expect, test } from '@playwright/test';
import { cohorts } from '../../prisma/cast.ts';
import { answers } from '../../prisma/demo/answers/index.ts';
import { ask, type Answer } from '../support/ask.ts';
import { actors, rows } from '../support/authorization-table.ts';
import { listRoutes } from '../support/route-list.ts';
import { query, startSession } from '../support/rows.ts';
import { makeActor, requestOf, setScene, type Scene } from '../support/scene.ts';

/** As the table writes it: a status, or where the answer sends on to. */
function outcome({ status, headers }: Answer): string {
	if (status !== 303) return String(status);
	return nameOf(headers.location ?? '');
}

function nameOf(location: string): string {
	const { pathname } = new URL(location, 'http://here.invalid');
	if (/^\/help\/[\da-f-]{36}$/.test(pathname)) return 'request';
	if (/^\/facilitate\/sessions\/[\da-f-]{36}\/console$/.test(pathname)) return 'console';
	if (/^\/network\/requests\/[\da-f-]{36}$/.test(pathname)) return 'desk';
	if (/^\/facilitate\/cohorts\/[\da-f-]{36}\/schedule$/.test(pathname)) return 'schedule';
	if (/^\/live\/[A-Z\d]{6}$/.test(pathname)) return 'room';
	const after = /^\/facilitate\/sessions\/[\da-f-]{36}\/(\w+)$/.exec(pathname)?.[1];
	if (after !== undefined) return after;
	if (/^\/facilitate\/cohorts\/[\da-f-]{36}\/guides\/[\w-]+\/adapt$/.test(pathname)) return 'adapt';
	return (
		{
			'/sign-in': 'sign-in',
			'/learn': 'home',
			'/': 'start',
			'/learn/leading-with-access-and-equity': 'series',
			'/library/share': 'share',
			'/network/practices': 'reviews',
			'/network/feedback': 'feedback',
			'/network/theory': 'theory'
		}[pathname] ?? location
	);
}

/** The same for a page's data alone, which the browser asks for when it goes from page to page. */
function outcomeOfData({ status, text }: Answer): string {
	if (status !== 200) return String(status);
	const data = JSON.parse(text) as {
		type: string;
		location?: string;
		nodes?: ({ type: string; status?: number } | null)[];
	};
	if (data.type === 'redirect') return nameOf(data.location ?? '');
	return String(data.nodes?.find((node) => node?.type === 'error')?.status ?? 200);
}

function dataPath(path: string): string {
	return path === '/' ? '/__data.json' : `${path}/__data.json`;
}

test('every route on disk has a row in the table, and every row has its route', () => {
	expect([...new Set(rows.map(({ route }) => route))].sort()).toEqual(listRoutes());
});

test.describe('by the table', () => {
	test.describe.configure({ mode: 'default' });
	let scene: Scene;

	test.beforeAll(async ({ baseURL }) => {
		scene = await setScene(baseURL ?? '');
	});

	for (const row of rows) {
		test(`${row.route}${row.inCase && `, ${row.inCase}`}`, async ({ baseURL }) => {
			const origin = baseURL ?? '';
			const found: Record<string, string> = {};
			for (const actor of actors) {
				const person = await makeActor(scene, actor);
				const answer = await ask(origin, await requestOf(row, scene, person, origin));
				found[actor] = outcome(answer);
				if (['404', '403', '401'].includes(outcome(answer))) {
					for (const word of scene.words) expect(answer.text).not.toContain(word);
				}
			}
			expect(found).toEqual(row.expected);
		});
	}

	test('the data of every page is for whom the page is for', async ({ baseURL }) => {
		const origin = baseURL ?? '';
		const pages = rows.filter(
			({ route }) =>
				route.startsWith('GET ') &&
				!/\[file\]|\/live\/|\/stream|\/download|\.csv|\.ics|\.pdf|healthz/.test(route)
		);
		for (const row of pages) {
			for (const actor of actors) {
				const person = await makeActor(scene, actor);
				const question = await requestOf(row, scene, person, origin);
				const answer = await ask(origin, { ...question, path: dataPath(question.path) });
				expect([row.route, row.inCase, actor, outcomeOfData(answer)]).toEqual([
					row.route,
					row.inCase,
					actor,
					row.expected[actor]
				]);
			}
		}
	});

	test('no form is taken from another site, from none, or from a sandbox', async ({ baseURL }) => {
		const origin = baseURL ?? '';
		for (const row of rows.filter(({ route }) => route.startsWith('POST '))) {
			const person = await makeActor(scene, 'facilitator');
			const question = await requestOf(row, scene, person, origin);
			for (const from of ['https://elsewhere.example', 'null', null]) {
				const answer = await ask(origin, { ...question, from });
				expect([row.route, from, answer.status]).toEqual([row.route, from, 403]);
			}
		}
	});

	test('what a lead sees holds no name and no word of those who take part', async ({ baseURL }) => {
		const origin = baseURL ?? '';
		for (const actor of ['lead', 'other lead'] as const) {
			const person = await makeActor(scene, actor);
			for (const path of [
				'/network',
				'/network/__data.json',
				'/network/export.csv',
				'/network/practices',
				'/network/outcomes',
				'/network/feedback?about=module:lae-1',
				'/learn'
			]) {
				const session = person === null ? null : await startSession(person);
				const { text } = await ask(origin, { path, session });
				for (const word of scene.words) expect(text).not.toContain(word);
				if (actor === 'other lead') expect(text).not.toContain('Plover');
			}
		}
	});
});

test('the leads of the demo see no name and no word of its people', async ({ baseURL }) => {
	const leads = await query<{ id: string }>(
		`select person.id from person join organisation_membership on person_id = person.id
		where role = 'lead' and demo_title is not null`
	);
	const names = cohorts.flatMap(({ participants }) => participants.map(({ name }) => name));
	const words = answers.map(({ text }) => text.slice(0, 40));
	expect(leads.length).toBeGreaterThan(0);
	for (const { id } of leads) {
		for (const path of ['/network', '/network/__data.json', '/network/export.csv']) {
			const answer = await ask(baseURL ?? '', { path, session: await startSession(id) });
			expect(answer.status).toBe(200);
			expect([...names, ...words].filter((each) => answer.text.includes(each))).toEqual([]);
		}
	}
});

test('every answer carries the headers that keep it to itself', async ({ baseURL }) => {
	const [member] = await query<{ id: string }>(`select id from person where name = 'Ana Reyes'`);
	const session = await startSession(member?.id ?? '');
	const paths = ['/', '/sign-in', '/learn', '/journal', '/healthz', '/nowhere', '/network'];
	for (const path of paths) {
		const { headers } = await ask(baseURL ?? '', { path, session });
		expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
		expect([path, headers['x-frame-options']]).toEqual([path, 'DENY']);
		expect([path, headers['referrer-policy']]).toEqual([path, 'strict-origin-when-cross-origin']);
		expect([path, headers['cross-origin-opener-policy']]).toEqual([path, 'same-origin']);
		const policy = String(headers['content-security-policy'] ?? 'default-src none');
		expect(policy).not.toContain('unsafe-inline');
	}
});
