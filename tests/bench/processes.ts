import { readdirSync, readFileSync } from 'node:fs';

/** What the operating system says of a process and all below it. Linux only: it reads /proc. */

/** Processor milliseconds used so far. */
export function processorTime(rootProcess: number): number {
	const ticks = family(rootProcess).map((id) => {
		const fields = statusFields(id);
		return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
	});
	// Linux counts in hundredths of a second for programs, whatever the kernel does inside.
	return sum(ticks) * 10;
}

/** Resident memory in MB; what processes share is counted once (proportional set size). */
export function residentMemory(rootProcess: number): number {
	const kilobytes = family(rootProcess).map((id) => {
		const rollup = read(`/proc/${id}/smaps_rollup`);
		return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
	});
	return sum(kilobytes) / 1024;
}

function family(rootProcess: number): number[] {
	const parents = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => ({ id: Number(name), parent: Number(statusFields(Number(name))[1] ?? 0) }));
	const found = [rootProcess];
	for (const id of found) {
		found.push(...parents.filter(({ parent }) => parent === id).map((child) => child.id));
	}
	return found;
}

/** The fields of /proc/ID/stat after the name, which may itself contain spaces. */
function statusFields(id: number): string[] {
	const status = read(`/proc/${id}/stat`);
	return status.slice(status.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
