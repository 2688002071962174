import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../freshness.ts';

/** Code whose texts are for those who run, write or mend Throughline; they read English. */
const NOT_READ = [
	/\.test\.ts$/,
	/\.d\.ts$/,
	/\/fixture\.ts$/,
	/^src\/lib\/(messages\/|languages\.ts$)/,
	/^src\/lib\/server\/(config|log|clock)\.ts$/,
	/^src\/lib\/server\/db\//,
	/^src\/lib\/(vtt\.ts$|server\/curriculum\/)/,
	/^src\/(app|service-worker)/
];

/** Whether people read what this file says. `file` is relative to the root, with slashes. */
export function isRead(file: string): boolean {
	return /^src\/.+\.(svelte|ts)$/.test(file) && !NOT_READ.some((pattern) => pattern.test(file));
}

export function sources(): string[] {
	return globSync('src/**/*.{svelte,ts}', { cwd: root })
		.map((file) => file.split(sep).join('/'))
		.filter(isRead)
		.sort();
}

export function readSource(file: string): string {
	return readFileSync(join(root, file), 'utf8');
}

export function relativeToRoot(path: string): string {
	return relative(root, path).split(sep).join('/');
}

export const CATALOGUE = join(root, 'src', 'lib', 'messages', 'es.po');
