import { createHash, randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import pg from 'pg';

/**
 * For journeys that need somebody who has done nothing yet: a new participant of the newest cohort of the flagship,
 * signed in to the context.
 */
export async function signInNewcomer(context: BrowserContext, origin: string): Promise<void> {
	const session = randomBytes(20).toString('hex');
	const client = new pg.Client({ connectionString: process.env['JOURNEYS_DATABASE_URL'] });
	await client.connect();
	try {
		await client.query(
			`with person as (
				insert into person (name, email) values ('Ines Okafor', $1 || '@newcomer.example') returning id
			), enrolment as (
				insert into enrolment (cohort_id, person_id, role, organisation_id)
				select cohort.id, person.id, 'participant', cohort.organisation_id
				from person,
					(select * from cohort where series_id = 'lae' order by created_at desc limit 1) cohort
			)
			insert into auth_session (id, person_id, expires_at)
			select $2, id, now() + interval '1 day' from person`,
			[session.slice(0, 12), createHash('sha256').update(session).digest('hex')]
		);
	} finally {
		await client.end();
	}
	await context.addCookies([
		{ name: 'throughline_session', value: session, url: origin, httpOnly: true, sameSite: 'Lax' }
	]);
}
