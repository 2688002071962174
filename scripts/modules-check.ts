import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { check } from '../src/lib/server/curriculum/check.ts';
import { describeFault } from '../src/lib/server/curriculum/fault.ts';
import { gather } from '../src/lib/server/curriculum/gather.ts';
import { lockFile, parseLock, writeLock } from '../src/lib/server/curriculum/lock.ts';

/** `npm run modules:check`: says what an author must mend. With `-- --lock`, new ids are kept for ever. */
const root = path.resolve(import.meta.dirname, '..');
const files = await gather(root);
const { faults, named } = check(files);
const mends = process.argv.includes('--lock');
const left = mends ? faults.filter(({ mend }) => mend !== 'lock') : faults;

for (const fault of left) console.error(describeFault(fault));
if (left.length > 0) {
	console.error(`\n${left.length} to mend under modules/.`);
	process.exitCode = 1;
} else if (mends) {
	const text = writeLock(parseLock(files.texts.get(lockFile) ?? ''), named);
	await writeFile(path.join(root, lockFile), text);
	console.log(`${faults.length} new ids are kept in ${lockFile}.`);
} else {
	console.log(`The content under modules/ is in order: ${named.length} ids.`);
}
