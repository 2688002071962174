import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { check } from '../src/lib/server/curriculum/check.ts';
import { describeFault } from '../src/lib/server/curriculum/fault.ts';
import { gather } from '../src/lib/server/curriculum/gather.ts';
import { lockFile, parseLock, writeLock } from '../src/lib/server/curriculum/lock.ts';

/**
 * `npm run modules:check`: says what an author must mend. With `-- --lock`, new ids are kept for ever; with
 * `-- modules/some-folder`, it speaks only of that folder.
 */
const root = path.resolve(import.meta.dirname, '..');
const files = await gather(root);
const { faults, named } = check(files);
const locks = process.argv.includes('--lock');
const asked = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? '';
const folder = locks ? '' : asked.replace(/^\.\//, '');
const here = faults.filter(({ file }) => file.startsWith(folder));
const faulty = here.filter(({ mend }) => mend !== 'lock');
const unlocked = here.filter(({ mend }) => mend === 'lock');

for (const fault of faulty) console.error(describeFault(fault));
if (faulty.length > 0) {
	console.error(`\n${faulty.length} to mend under ${folder || 'modules/'}.`);
	process.exitCode = 1;
} else if (locks) {
	const text = writeLock(parseLock(files.texts.get(lockFile) ?? ''), named);
	await writeFile(path.join(root, lockFile), text);
	console.log(`${unlocked.length} new ids are kept in ${lockFile}.`);
} else if (unlocked.length > 0) {
	for (const fault of unlocked.slice(0, 10)) console.error(describeFault(fault));
	if (unlocked.length > 10) console.error(`And ${unlocked.length - 10} more ids are new.`);
	process.exitCode = 1;
} else {
	console.log(`The content under modules/ is in order: ${named.length} ids.`);
}
