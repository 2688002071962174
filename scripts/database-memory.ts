import { execFileSync } from 'node:child_process';
import { readText } from './database-running.ts';

/** Resident memory of the server with all its processes, in bytes; shared pages counted once. */
export function residentMemory(processId: number): number | null {
	try {
		const children = execFileSync('ps', ['--ppid', String(processId), '-o', 'pid='], {
			encoding: 'utf8'
		});
		const all = [String(processId), ...children.split(/\s+/).filter(Boolean)];
		let kilobytes = 0;
		for (const one of all) {
			const share = readText(`/proc/${one}/smaps_rollup`)?.match(/^Pss:\s+(\d+)/m)?.[1];
			kilobytes += Number(share ?? 0);
		}
		return kilobytes * 1024;
	} catch {
		return null;
	}
}
