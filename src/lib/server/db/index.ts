import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { config } from '../config.ts';
import { log } from '../log.ts';
import { PrismaClient } from './generated/client.ts';

export type { Audience, OrganisationKind } from './generated/enums.ts';
export { Prisma } from './generated/client.ts';
export { listen, type Listening } from './listen.ts';

export type Database = { prisma: PrismaClient; pool: Pool };

let current: Database | undefined;

/** The one connection pool of this process, with Prisma's client on top of it. */
export function db(): Database {
	if (current === undefined) {
		const pool = new Pool({ connectionString: config().databaseUrl, max: 10 });
		// A restart of PostgreSQL breaks idle connections: the pool makes new ones, and unheard it ends the process.
		pool.on('error', (problem) => log().warn({ err: problem }, 'a database connection broke'));
		current = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
	}
	return current;
}

export function prisma(): PrismaClient {
	return db().prisma;
}

/**
 * Runs one prepared statement and returns its rows: for the few reads and writes that are hot enough
 * to be worth a statement of their own (see docs/decisions). `name` is the statement's name on the
 * connection and must be unique to its text.
 */
export async function statement<Row extends object>(
	name: string,
	text: string,
	values: readonly unknown[]
): Promise<Row[]> {
	const result = await db().pool.query<Row>({ name, text, values: [...values] });
	return result.rows;
}

export async function isDatabaseUp(): Promise<boolean> {
	try {
		await db().pool.query('select 1');
		return true;
	} catch {
		return false;
	}
}

export async function closeDatabase(): Promise<void> {
	const closing = current;
	current = undefined;
	await closing?.prisma.$disconnect();
	await closing?.pool.end();
}
