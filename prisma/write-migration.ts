import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../scripts/database.ts';
import { migrate } from './migrate.ts';
import { schemaDifference } from './schema-difference.ts';

/** npm run db:migration NAME: what prisma/schema has and the migrations so far do not, as a new one. */

const here = import.meta.dirname;
const name = process.argv[2]
	?.trim()
	.toLowerCase()
	.replaceAll(/[^a-z0-9]+/g, '_');
if (!name) {
	console.error('Name the migration: npm run db:migration add_certificates');
	process.exit(1);
}

const directory = mkdtempSync(join(tmpdir(), 'throughline-migration-'));
try {
	const database = await startDatabase({ directory, durable: false });
	try {
		await migrate(database.url);
		const script = await schemaDifference(database.url, join(here, 'schema'));
		if (script) write(script, name);
		else console.log('The migrations already equal the schema: nothing to write.');
	} finally {
		await database.stop();
	}
} finally {
	rmSync(directory, { recursive: true, force: true });
}

function write(script: string, name: string): void {
	const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
	const folder = join(here, 'migrations', `${timestamp}_${name}`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'migration.sql'), `${script}\n`);
	console.log(
		`Wrote prisma/migrations/${timestamp}_${name}/migration.sql. Read it before you commit it.`
	);
	if (/\bDROP (TABLE|COLUMN)\b/i.test(script)) console.log('It drops a table or a column.');
}
