import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestChange, root } from './freshness.ts';
import { commandFile, runNode } from './processes.ts';

const SOURCES = [
	'src',
	'modules',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package-lock.json',
	'prisma/schema'
];
const MARK = join('build', '.built');
const GENERATED = join('src', 'lib', 'server', 'db', 'generated');

export function isBuilt(): boolean {
	const built = newestChange([MARK]);
	const unused = (path: string) => path === GENERATED || path.endsWith('.test.ts');
	return built > 0 && built >= newestChange(SOURCES, unused);
}

/** Builds for production, and marks the build with the moment it began. */
export async function build(): Promise<void> {
	const began = new Date();
	const ran = await runNode([commandFile('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'], {
		cwd: root,
		env: { NODE_ENV: 'production' }
	});
	if (!ran.ok) throw new Error(`The build failed.\n${ran.output}`);
	const mark = join(root, MARK);
	writeFileSync(mark, '');
	utimesSync(mark, began, began);
}

if (import.meta.main) await build();
