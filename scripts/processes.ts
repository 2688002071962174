import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A process id alone is used again by the system, so the time it started belongs to its name.
 * Where /proc is missing the id has to do.
 */
export function processIdentity(processId: number): string {
	return `${processId} ${startedAt(processId) ?? ''}`.trim();
}

export function isRunning(identity: string): boolean {
	const processId = Number(identity.split(' ')[0]);
	if (!Number.isInteger(processId) || processId <= 0) return false;
	try {
		process.kill(processId, 0);
	} catch {
		return false;
	}
	return processIdentity(processId) === identity;
}

function startedAt(processId: number): string | null {
	try {
		const status = readFileSync(`/proc/${processId}/stat`, 'utf8');
		// The second field is the program's name in brackets and may hold spaces: count behind it.
		return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
	} catch {
		return null;
	}
}

/**
 * Words to put before a command so that the system ends it when the process that started it is
 * gone, even by SIGKILL. Empty where the system cannot do that.
 */
export function endWithParent(signal: 'INT' | 'TERM'): string[] {
	if (process.platform !== 'linux') return [];
	const words = ['setpriv', '--pdeathsig', signal, '--'];
	return spawnSync('setpriv', [...words.slice(1), 'true']).status === 0 ? words : [];
}

export type Ran = { ok: boolean; output: string };

/** Runs a script under this Node to its end, without holding up ours. */
export function runNode(
	words: string[],
	options: { cwd: string; env?: Record<string, string | undefined>; show?: boolean; limit?: number }
): Promise<Ran> {
	const output = options.show ? 'inherit' : 'pipe';
	const child = spawn(process.execPath, words, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: ['ignore', output, output],
		...(options.limit ? { timeout: options.limit } : {})
	});
	let text = '';
	child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
	child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
	return new Promise((done) => {
		child.on('error', (problem) => done({ ok: false, output: String(problem) }));
		child.on('close', (code) => done({ ok: code === 0, output: text }));
	});
}

/** The file that a package's command runs, so that it runs under this Node whatever PATH says. */
export function commandFile(packageName: string, path: string): string {
	return join(dirname(import.meta.dirname), 'node_modules', packageName, path);
}
