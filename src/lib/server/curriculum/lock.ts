import type { Fault } from './fault.ts';

/** Every id that was ever published, and what it names. Progress and answers are stored by it. */
export interface Named {
	/** A block of an agenda is unique in its module: `lae-1#open`. */
	id: string;
	kind: string;
	file: string;
	line: number;
}

export interface Lock {
	kinds: Map<string, string>;
	lines: Map<string, number>;
}

export const lockFile = 'modules/ids.lock.json';

export function parseLock(text: string): Lock {
	const lock: Lock = { kinds: new Map(), lines: new Map() };
	const parsed: unknown = text.trim() === '' ? {} : JSON.parse(text);
	if (typeof parsed !== 'object' || parsed === null) return lock;
	for (const [id, kind] of Object.entries(parsed)) lock.kinds.set(id, String(kind));
	text.split('\n').forEach((line, index) => {
		const id = /^\s*"([^"]+)":/.exec(line)?.[1];
		if (id !== undefined) lock.lines.set(id, index + 1);
	});
	return lock;
}

/** The lock with these ids added; nothing is ever taken out. */
export function writeLock(lock: Lock, named: readonly Named[]): string {
	const kinds = new Map(lock.kinds);
	for (const { id, kind } of named) if (!kinds.has(id)) kinds.set(id, kind);
	const sorted = [...kinds].sort(([one], [other]) => (one < other ? -1 : 1));
	return `${JSON.stringify(Object.fromEntries(sorted), null, '\t')}\n`;
}

export interface Retired {
	id: string;
	file: string;
	line: number;
}

export function checkLock(
	text: string,
	named: readonly Named[],
	retired: readonly Retired[],
	looksForVanished: boolean
): Fault[] {
	let lock: Lock;
	try {
		lock = parseLock(text);
	} catch {
		const message =
			'The lock file is not JSON. Restore it from git; it is written by npm run modules:check -- --lock.';
		return [{ file: lockFile, line: 1, message }];
	}
	const present = new Set(named.map(({ id }) => id));
	const gone = new Set(retired.map(({ id }) => id));
	const faults: Fault[] = [];
	for (const { id, kind, file, line } of named) {
		const before = lock.kinds.get(id);
		if (gone.has(id)) {
			faults.push({
				file,
				line,
				message: `The id ${id} is retired: answers are stored under it. Choose a new id.`
			});
		} else if (before === undefined) {
			const message = `The id ${id} is new. Keep it for ever by running npm run modules:check -- --lock.`;
			faults.push({ file, line, message, mend: 'lock' });
		} else if (before !== kind) {
			faults.push({
				file,
				line,
				message: `The id ${id} was a ${before} and is now a ${kind}. Give this ${kind} a new id, and add ${id} to \`retired:\` in module.md.`
			});
		}
	}
	for (const [id, kind] of looksForVanished ? lock.kinds : []) {
		if (present.has(id) || gone.has(id)) continue;
		faults.push({
			file: lockFile,
			line: lock.lines.get(id) ?? 1,
			message: `The id ${id} (${kind}) is gone, and answers may be stored under it. Put it back, or add it to \`retired:\` in the module.md or series.md it was in.`
		});
	}
	for (const { id, file, line } of retired) {
		if (lock.kinds.has(id)) continue;
		faults.push({
			file,
			line,
			message: `\`retired\` names ${id}, which was never published. Remove it.`
		});
	}
	return faults;
}
