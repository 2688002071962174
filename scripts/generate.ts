import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newestChange, root } from './freshness.ts';
import { commandFile, runNode } from './processes.ts';

const CLIENT = 'src/lib/server/db/generated/client.ts';

export function isGenerated(): boolean {
	return newestChange([CLIENT]) > newestChange(['prisma/schema', 'package-lock.json']);
}

/** Writes the Prisma client from prisma/schema. */
export async function generate(): Promise<void> {
	// Prisma reads our tsconfig.json, which extends the one that Kit writes.
	if (!existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) await writeKitTypes();
	const ran = await runNode([commandFile('prisma', 'build/index.js'), 'generate'], {
		cwd: root,
		env: {
			// Any file that exists: without it prisma wants to download an engine it does not need here.
			PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
			PRISMA_HIDE_UPDATE_MESSAGE: '1',
			CHECKPOINT_DISABLE: '1'
		}
	});
	if (!ran.ok) throw new Error(`The Prisma client could not be generated.\n${ran.output}`);
}

export async function writeKitTypes(): Promise<void> {
	const ran = await runNode([commandFile('@sveltejs/kit', 'svelte-kit.js'), 'sync'], { cwd: root });
	if (!ran.ok) throw new Error(`svelte-kit sync failed.\n${ran.output}`);
}

if (import.meta.main) await generate();
