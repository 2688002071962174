import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, withClient } from '../tests/support/database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { schemaDifference } from './schema-difference.ts';

const committed = join(import.meta.dirname, 'migrations');

describe('the committed migrations', () => {
	test('all of them, from nothing, equal the schema', async () => {
		const url = await createDatabase({ migrated: false });
		const applied = await migrate(url);
		expect(applied).toEqual(readMigrations(committed).map(({ name }) => name));
		expect(await schemaDifference(url, join(import.meta.dirname, 'schema'))).toBe('');
	});

	test('applied twice, the second time does nothing', async () => {
		const url = await createDatabase({ migrated: false });
		await migrate(url);
		expect(await migrate(url)).toEqual([]);
	});

	test('are applied once by two starts at the same moment', async () => {
		const url = await createDatabase({ migrated: false });
		const both = await Promise.all([migrate(url), migrate(url)]);
		const names = readMigrations(committed).map(({ name }) => name);
		expect(both.flat().sort()).toEqual(names);
		expect(both.some((applied) => applied.length === 0)).toBe(true);
	});
});

describe('a migration', () => {
	let directory: string;
	let url: string;

	beforeEach(async () => {
		directory = mkdtempSync(join(tmpdir(), 'throughline-migrations-'));
		url = await createDatabase({ migrated: false });
		write('20260101000000_pupils', 'create table pupil (name text);');
		await migrate(url, { directory });
	});

	afterEach(() => rmSync(directory, { recursive: true, force: true }));

	test('that is broken stops the start, names its line and changes nothing', async () => {
		write('20260102000000_broken', 'create table desk (id int);\ncreate table chair (id nothing);');
		write('20260103000000_later', 'create table board (id int);');
		await expect(migrate(url, { directory })).rejects.toThrow(
			/20260102000000_broken failed and changed nothing: type "nothing" does not exist \(line 2\)/
		);
		expect(await tables()).toEqual(['_prisma_migrations', 'pupil']);

		write('20260102000000_broken', 'create table desk (id int);');
		expect(await migrate(url, { directory })).toEqual([
			'20260102000000_broken',
			'20260103000000_later'
		]);
	});

	test('may hold functions and triggers with semicolons in them', async () => {
		write(
			'20260102000000_function',
			`create function twice(n int) returns int language plpgsql as $$
			 begin
			   n := n * 2;
			   return n;
			 end $$;
			 create table result as select twice(21) as answer;`
		);
		await migrate(url, { directory });
		const { rows } = await withClient(url, (client) => client.query('select answer from result'));
		expect(rows).toEqual([{ answer: 42 }]);
	});

	test('that was edited after it was applied is refused', async () => {
		write('20260101000000_pupils', 'create table pupil (name text, age int);');
		await expect(migrate(url, { directory })).rejects.toThrow(
			/20260101000000_pupils was edited after it had been applied/
		);
	});

	test('that the database holds and the code does not is refused', async () => {
		rmSync(join(directory, '20260101000000_pupils'), { recursive: true });
		await expect(migrate(url, { directory })).rejects.toThrow(
			/20260101000000_pupils, which this version of Throughline does not have/
		);
	});

	function write(name: string, script: string): void {
		mkdirSync(join(directory, name), { recursive: true });
		writeFileSync(join(directory, name, 'migration.sql'), script);
	}

	async function tables(): Promise<string[]> {
		const { rows } = await withClient(url, (client) =>
			client.query<{ name: string }>(
				`select tablename as name from pg_tables where schemaname = 'public' order by 1`
			)
		);
		return rows.map(({ name }) => name);
	}
});
