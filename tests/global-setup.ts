import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../prisma/migrate.ts';
import { startDatabase } from '../scripts/database.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The migrated database that each test file copies. */
		templateUrl: string;
	}
}

/** One PostgreSQL for the whole run, in a folder of its own: never the one in .data. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const directory = mkdtempSync(join(tmpdir(), 'throughline-tests-'));
	const database = await startDatabase({ directory, durable: false });
	await migrate(database.url);
	project.provide('templateUrl', database.url);
	return async () => {
		await database.stop();
		rmSync(directory, { recursive: true, force: true });
	};
}
