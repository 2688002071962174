import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Applies prisma/migrations in order: each as one query in one transaction, recorded as Prisma itself
 * records it, so that `prisma migrate deploy` agrees with us wherever its engine can be had.
 */

// Prisma's own number, so that it and we wait for each other.
const LOCK = 72_707_369;

export type MigrateOptions = {
	log?: (line: string) => void;
	directory?: string;
};

export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
	const log = options.log ?? (() => undefined);
	const migrations = readMigrations(options.directory ?? join(import.meta.dirname, 'migrations'));
	const client = new pg.Client({ connectionString: url, application_name: 'migrate' });
	await client.connect();
	try {
		await client.query(`set lock_timeout = '120s'`);
		// Two starts at once: the second waits here, and then finds nothing left to do.
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		await client.query(`set lock_timeout = 0`);
		await client.query(`set client_min_messages = warning`);
		await client.query(RECORD_TABLE);
		const waiting = compare(migrations, await readRecords(client));
		for (const migration of waiting) {
			log(`Migrating the database: ${migration.name}`);
			await apply(client, migration);
		}
		return waiting.map((migration) => migration.name);
	} finally {
		// The lock ends with its connection.
		await client.end();
	}
}

export type Migration = { name: string; script: string; checksum: string };

export function readMigrations(directory: string): Migration[] {
	if (!existsSync(directory)) return [];
	return readdirSync(directory, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort()
		.map((name) => {
			const script = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
			return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
		});
}

type Applied = { name: string; checksum: string; finished: boolean };

async function readRecords(client: pg.Client): Promise<Applied[]> {
	const { rows } = await client.query<Applied>(
		`select migration_name as name, checksum, finished_at is not null as finished
		 from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`
	);
	return rows;
}

function compare(migrations: Migration[], records: Applied[]): Migration[] {
	const known = new Map(migrations.map((migration) => [migration.name, migration]));
	for (const record of records) {
		const migration = known.get(record.name);
		if (!migration) {
			throw new Error(
				`The database holds the migration ${record.name}, which this version of Throughline does not have. Start the version that made it, or a newer one.`
			);
		}
		if (!record.finished) {
			throw new Error(
				`The migration ${record.name} was begun and never finished. Restore the database from its backup, or mend it by hand and set finished_at in _prisma_migrations.`
			);
		}
		if (migration.checksum !== record.checksum) {
			throw new Error(
				`The migration ${record.name} was edited after it had been applied to this database. Bring the file back as it was, and put the change into a new migration.`
			);
		}
		known.delete(record.name);
	}
	return [...known.values()];
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
	try {
		await client.query('begin');
		await client.query(migration.script);
		await client.query(
			`insert into _prisma_migrations
			   (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
			 values ($1, $2, $3, now(), clock_timestamp(), 1)`,
			[randomUUID(), migration.checksum, migration.name]
		);
		await client.query('commit');
	} catch (cause) {
		await client.query('rollback');
		throw new Error(
			`The migration ${migration.name} failed and changed nothing: ${reasonOf(cause, migration.script)}`,
			{ cause }
		);
	}
}

function reasonOf(cause: unknown, script: string): string {
	if (!(cause instanceof pg.DatabaseError)) return String(cause);
	const line = cause.position && script.slice(0, Number(cause.position)).split('\n').length;
	return `${cause.message}${line ? ` (line ${line})` : ''}${cause.hint ? ` ${cause.hint}` : ''}`;
}

const RECORD_TABLE = `
	create table if not exists _prisma_migrations (
		id varchar(36) primary key not null,
		checksum varchar(64) not null,
		finished_at timestamptz,
		migration_name varchar(255) not null,
		logs text,
		rolled_back_at timestamptz,
		started_at timestamptz not null default now(),
		applied_steps_count integer not null default 0
	)`;
