import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/**
 * Runs before each test file. Its worker has a database of its own, copied from the migrated template, which is
 * empty when the file begins; and the variables that the app reads, before any of the app's modules load.
 * Dropping is left to the end of the run, when the whole server goes.
 */

const templateUrl = inject('templateUrl');

if (process.env['DATABASE_OF_WORKER'] === undefined) {
	process.env['DATABASE_OF_WORKER'] = await createDatabase({ migrated: true });
}
process.env['DATABASE_URL'] = process.env['DATABASE_OF_WORKER'];
process.env['ORIGIN'] = 'http://localhost';
process.env['ANSWERS_KEY'] = Buffer.alloc(32, 'answers').toString('base64');
process.env['LOG_LEVEL'] = 'silent';
delete process.env['THROUGHLINE_DEMO'];
await resetDatabase();

/** The address of a further database: with all migrations, or with nothing in it. */
export async function createDatabase(options: { migrated: boolean }): Promise<string> {
	const url = new URL(templateUrl);
	const template = options.migrated ? url.pathname.slice(1) : 'template1';
	const name = `test_${randomBytes(6).toString('hex')}`;
	url.pathname = '/postgres';
	await withClient(url.href, (client) =>
		client.query(`create database ${name} template ${template}`)
	);
	url.pathname = `/${name}`;
	return url.href;
}

/** Empties every table, for tests that begin from nothing. Most are empty: truncating them costs twenty times as much. */
export async function resetDatabase(): Promise<void> {
	await withClient(databaseUrl(), async (client) => {
		// Also the tables that forbid it to the app: triggers sleep on this connection.
		await client.query('set session_replication_role = replica');
		await client.query(`do $$
			declare named text;
			begin
				for named in
					select format('%I.%I', schemaname, tablename) from pg_tables
					where schemaname = 'public' and tablename <> '_prisma_migrations'
				loop
					execute 'delete from ' || named;
				end loop;
			end $$`);
	});
}

export function databaseUrl(): string {
	return process.env['DATABASE_URL'] ?? templateUrl;
}

export async function withClient<Result>(
	url: string,
	work: (client: pg.Client) => Promise<Result>
): Promise<Result> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
