import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/**
 * The time of the newest file or folder among these, 0 when there is none. Folders count too: taking a
 * file away changes only them.
 */
export function newestChange(
	paths: string[],
	skip: (path: string) => boolean = () => false
): number {
	let newest = 0;
	const visit = (path: string) => {
		if (skip(path)) return;
		const found = lstatSync(join(root, path), { throwIfNoEntry: false });
		if (!found) return;
		newest = Math.max(newest, found.mtimeMs);
		if (!found.isDirectory()) return;
		for (const name of readdirSync(join(root, path))) visit(join(path, name));
	};
	paths.forEach(visit);
	return newest;
}
