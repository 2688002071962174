import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { check } from '../src/lib/server/curriculum/check.ts';
import { gather } from '../src/lib/server/curriculum/gather.ts';
import { parseLock, lockFile } from '../src/lib/server/curriculum/lock.ts';
import { startModule, startSeries, startStep, type Start } from './starting-content.ts';

/** `npm run modules:new`: files to begin with, which are in order at once. */
const root = process.env['CONTENT_ROOT'] ?? path.resolve(import.meta.dirname, '..');
const usage = `Write one of:
  npm run modules:new -- series reading-together "Reading together"
  npm run modules:new -- module reading-together begin-with-a-story "Begin with a story"
  npm run modules:new -- step reading-together/begin-with-a-story who-reads "Who reads to whom"`;

const [what, ...words] = process.argv.slice(2);

try {
	const files = await gather(root);
	const used = new Set(check(files).named.map(({ id }) => id));
	for (const id of parseLock(files.texts.get(lockFile) ?? '').kinds.keys()) used.add(id);
	await write(begin([...files.texts.keys()], used));
} catch (problem) {
	if (!(problem instanceof Error)) throw problem;
	console.error(problem.message);
	process.exitCode = 1;
}

function begin(present: readonly string[], used: ReadonlySet<string>): Start {
	if (what === 'series' && words.length === 2) {
		const [slug = '', title = ''] = words;
		return startSeries({ slug, title }, present, used);
	}
	if (what === 'module' && words.length === 3) {
		const [series = '', slug = '', title = ''] = words;
		return startModule({ series, slug, title }, present, used, textOf);
	}
	if (what === 'step' && words.length === 3) {
		const [place = '', slug = '', title = ''] = words;
		const [series = '', module = ''] = place.split('/');
		return startStep({ series, module, slug, title }, present, used, textOf);
	}
	throw new Error(usage);
}

function textOf(file: string): Promise<string> {
	return readFile(path.join(root, file), 'utf8');
}

async function write({ files, next }: Start): Promise<void> {
	for (const [file, said] of files) {
		const text = await said;
		const onDisk = path.join(root, file);
		const isNew = !existsSync(onDisk);
		await mkdir(path.dirname(onDisk), { recursive: true });
		await writeFile(onDisk, text);
		console.log(`${isNew ? 'Wrote' : 'Changed'} ${file}`);
	}
	console.log(next);
}
