import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT } from './database-running.ts';
import type { Binaries } from './postgres-binaries.ts';

/** Makes the folder of a new server. */
export function initialise(
	directory: string,
	cluster: string,
	password: string,
	binaries: Binaries
): void {
	// Made aside and then renamed, so that a start broken off in the middle leaves nothing half done.
	const draft = join(directory, `cluster.${process.pid}`);
	const passwordFile = join(directory, `password.${process.pid}`);
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { mode: 0o700 });
	writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
	binaries.give(draft);
	binaries.give(passwordFile);
	try {
		const words = [
			`--pgdata=${draft}`,
			`--username=${ACCOUNT}`,
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8',
			'--locale=C',
			...(binaries.durable ? [] : ['--no-sync'])
		];
		const made = binaries.run('initdb', words);
		if (made.status !== 0) {
			throw new Error(`PostgreSQL could not make its folder ${cluster}:\n${made.output}`);
		}
		if (!existsSync(cluster)) renameSync(draft, cluster);
	} finally {
		rmSync(passwordFile, { force: true });
		rmSync(draft, { recursive: true, force: true });
	}
}
