import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DemoApp } from '../support/demo-app.ts';
import { startSessionIn } from './sessions.ts';

/** A meeting of the demo that is on, with its facilitator at the console and so many guests in the room. */
export type BenchRoom = {
	id: string;
	code: string;
	facilitator: string;
	/** The cookie of each guest. */
	guests: string[];
	count: (sql: string, values?: readonly unknown[]) => Promise<number>;
	text: (sql: string, values?: readonly unknown[]) => Promise<string>;
	close: () => Promise<void>;
};

/** Six letters that no other meeting of the demo can have by chance: it is the only one with this code. */
const CODE = 'ACDEFG';

export async function makeBenchRoom(demo: DemoApp, guests: number): Promise<BenchRoom> {
	const client = new pg.Client({ connectionString: demo.databaseUrl });
	await client.connect();
	const first = async (sql: string, values: readonly unknown[] = []) => {
		const { rows } = await client.query<{ id: string }>(sql, [...values]);
		return rows[0]?.id ?? '';
	};
	const cohort = await first(`select id from cohort where name = 'Alder Street team'`);
	const denise = await first(
		`select person_id as id from enrolment where cohort_id = $1 and role = 'facilitator'`,
		[cohort]
	);
	const id = await first(
		`insert into live_session (cohort_id, module_id, variant, starts_at, minutes, code)
		values ($1, 'lae-1', 'in-person', now(), 60, $2) returning id`,
		[cohort, CODE]
	);
	const secrets = Array.from({ length: guests }, () => randomBytes(24).toString('base64url'));
	await client.query(
		`insert into live_attendee (live_session_id, guest_name, guest_hash, arrived_at)
		select $1, 'Guest ' || number, hash, now()
		from unnest($2::text[]) with ordinality as guest(hash, number)`,
		[id, secrets.map((secret) => createHash('sha256').update(secret).digest('hex'))]
	);
	return {
		id,
		code: CODE,
		facilitator: await startSessionIn(client, denise),
		guests: secrets.map((secret) => `throughline_guest_${CODE}=${secret}`),
		count: async (sql, values = []) => {
			const { rows } = await client.query<{ count: number }>(sql, [...values]);
			return rows[0]?.count ?? 0;
		},
		text: async (sql, values = []) => {
			const { rows } = await client.query<{ text: string }>(sql, [...values]);
			return rows[0]?.text ?? '';
		},
		close: () => client.end()
	};
}

export function newKey(): string {
	return randomUUID();
}
