import { createHash, randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import pg from 'pg';
import { JOIN_CODE_LETTERS } from '../../src/lib/server/cohorts/join-code.ts';

/**
 * People, cohorts and organisations of one test alone, written straight into the database that the
 * journeys run on: what they do disturbs nobody who counts.
 */

let pool: pg.Pool | undefined;

export async function query<Row extends pg.QueryResultRow>(
	sql: string,
	values: readonly unknown[] = []
): Promise<Row[]> {
	pool ??= new pg.Pool({
		connectionString: process.env['JOURNEYS_DATABASE_URL'],
		max: 2,
		allowExitOnIdle: true
	});
	const { rows } = await pool.query<Row>(sql, [...values]);
	return rows;
}

async function insert(sql: string, values: readonly unknown[]): Promise<string> {
	const [row] = await query<{ id: string }>(`${sql} returning id`, values);
	if (row === undefined) throw new Error(`Nothing was written by: ${sql}`);
	return row.id;
}

export type OrganisationKind = 'state' | 'county' | 'district' | 'school';

export function makeOrganisation(
	name: string,
	kind: OrganisationKind,
	parentId: string | null = null
): Promise<string> {
	return insert('insert into organisation (name, kind, parent_id) values ($1, $2, $3)', [
		name,
		kind,
		parentId
	]);
}

let made = 0;

/** Different in every worker and at every call. */
function number(): number {
	made += 1;
	return Number(process.env['TEST_WORKER_INDEX'] ?? 0) * 10_000 + made;
}

export type ThrowawayCohort = { id: string; joinCode: string; host: string };

/** A cohort with no dates and nobody in it, older than the demo's: whoever looks for the newest never finds it. */
export async function makeCohort(
	name: string,
	host: string,
	seriesId = 'lae'
): Promise<ThrowawayCohort> {
	const joinCode = `TEAM${inLetters(number())}`;
	const id = await insert(
		`insert into cohort (name, series_id, organisation_id, join_code, zone, created_at)
		values ($1, $2, $3, $4, 'America/New_York', now() - interval '200 days')`,
		[name, seriesId, host, joinCode]
	);
	return { id, joinCode, host };
}

function inLetters(value: number): string {
	const base = JOIN_CODE_LETTERS.length;
	return [3, 2, 1, 0]
		.map((power) => JOIN_CODE_LETTERS[Math.floor(value / base ** power) % base] ?? '')
		.join('');
}

/** An address that nobody has yet. */
export function newEmail(name: string): string {
	return `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${number()}@throwaway.example`;
}

export function makePerson(name: string): Promise<string> {
	return insert('insert into person (name, email) values ($1, $2)', [name, newEmail(name)]);
}

export function enrol(
	personId: string,
	cohort: ThrowawayCohort,
	role: 'participant' | 'facilitator',
	organisationId = cohort.host
): Promise<string> {
	return insert(
		'insert into enrolment (person_id, cohort_id, role, organisation_id) values ($1, $2, $3, $4)',
		[personId, cohort.id, role, organisationId]
	);
}

export async function makeLead(personId: string, organisationId: string): Promise<void> {
	await query(
		`insert into organisation_membership (person_id, organisation_id, role) values ($1, $2, 'lead')`,
		[personId, organisationId]
	);
}

/** Starts a session and gives what the browser would hold. */
export async function startSession(personId: string): Promise<string> {
	const session = randomBytes(20).toString('hex');
	const hash = createHash('sha256').update(session).digest('hex');
	await query(
		`insert into auth_session (id, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
		[hash, personId]
	);
	return session;
}

export const SESSION_COOKIE = 'throughline_session';

/** Signs a browser in. */
export async function signIn(context: BrowserContext, personId: string): Promise<void> {
	await context.addCookies([
		{
			name: SESSION_COOKIE,
			value: await startSession(personId),
			url: process.env['BASE_URL'] ?? '',
			httpOnly: true,
			sameSite: 'Lax'
		}
	]);
}

/** A cohort of one test in a county of its own with one school, and who facilitates it. */
export async function makeTeam(
	name: string
): Promise<{ cohort: ThrowawayCohort; facilitator: string }> {
	const county = await makeOrganisation(`${name} county`, 'county');
	await makeOrganisation(`${name} school`, 'school', county);
	const cohort = await makeCohort(name, county);
	const facilitator = await makePerson('Denise Whitfield');
	await enrol(facilitator, cohort, 'facilitator');
	return { cohort, facilitator };
}

/** One more participant of the cohort. */
export async function makeParticipant(name: string, cohort: ThrowawayCohort): Promise<string> {
	const personId = await makePerson(name);
	await enrol(personId, cohort, 'participant');
	return personId;
}
