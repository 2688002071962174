import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startDatabase } from './database.ts';
import { root } from './freshness.ts';

/** Everything the app needs around it on one machine: a folder, a key, a database. */

export type Surroundings = {
	databaseUrl: string;
	answersKey: string;
	stop(): Promise<void>;
};

function dataDirectory(): string {
	return resolve(root, process.env['DATA_DIR'] ?? '.data');
}

/** Reads .env if there is one; nothing needs it. */
export function readDotEnv(): void {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}

export async function surroundings(log: (line: string) => void): Promise<Surroundings> {
	const directory = dataDirectory();
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	const given = process.env['DATABASE_URL'];
	const folder = join(directory, 'database');
	// The key first: a start broken off in between leaves a key without a database, never the reverse.
	const key = process.env['ANSWERS_KEY'] ?? rememberedKey(directory, given ? null : folder);
	if (given) return { databaseUrl: given, answersKey: key, stop: () => Promise.resolve() };
	const database = await startDatabase({ directory: folder, log });
	return { databaseUrl: database.url, answersKey: key, stop: () => database.stop() };
}

/** Made once and kept: whoever loses it loses every sealed answer. */
function rememberedKey(directory: string, database: string | null): string {
	const file = join(directory, 'answers.key');
	if (!existsSync(file)) {
		if (database !== null && existsSync(join(database, 'cluster'))) {
			throw new Error(
				`The file ${file} is missing, so the answers in ${database} cannot be read. Restore the file, or move both away to begin anew.`
			);
		}
		writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
	}
	return readFileSync(file, 'utf8').trim();
}
