import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { mediaType, secondsOf } from './media.ts';
import { lockFile } from './lock.ts';
import type { ContentFiles } from './written.ts';

/** Every file under modules/ of the project at `root`, for the check. */
export async function gather(root: string): Promise<ContentFiles> {
	const texts = new Map<string, string>();
	const media = new Map<string, { seconds: number }>();
	const entries = await readdir(path.join(root, 'modules'), {
		recursive: true,
		withFileTypes: true
	}).catch(() => []);
	await Promise.all(
		entries
			.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
			.map(async (entry) => {
				const onDisk = path.join(entry.parentPath, entry.name);
				const file = path.relative(root, onDisk).replaceAll(path.sep, '/');
				const isMedia = file.includes('/media/');
				if (!isMedia || file.endsWith('.vtt')) {
					if (isMedia || file === lockFile || file.split('/').length > 2)
						texts.set(file, await readFile(onDisk, 'utf8'));
				}
				if (isMedia) {
					const plays = /^(video|audio)\//.test(mediaType(file) ?? '');
					media.set(file, { seconds: plays ? await secondsOf(onDisk) : 0 });
				}
			})
	);
	return { texts, media };
}
