import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** What can be known of, and done to, a PostgreSQL that already runs on a folder of ours. */

export const ACCOUNT = 'throughline';
const SETTLE_LIMIT_MS = 30_000;

export type Lock = { processId: number; port: number };

export function readLock(cluster: string): (Lock & { ready: boolean }) | null {
	const lines = readText(join(cluster, 'postmaster.pid'))?.split('\n');
	if (!lines) return null;
	const processId = Number(lines[0]);
	const port = Number(lines[3]);
	if (!Number.isInteger(processId) || processId <= 0) return null;
	return { processId, port, ready: lines[7]?.trim() === 'ready' };
}

/** A lock counts as alive only if its process is a PostgreSQL on this very folder. */
function isOurServer(processId: number, cluster: string): boolean {
	try {
		process.kill(processId, 0);
	} catch {
		return false;
	}
	const command = commandOf(processId);
	return command === null || (command.includes('postgres') && command.includes(cluster));
}

function commandOf(processId: number): string | null {
	const read = readText(`/proc/${processId}/cmdline`);
	if (read !== null) return read.replaceAll('\0', ' ');
	const listed = spawnSync('ps', ['-p', String(processId), '-o', 'args='], { encoding: 'utf8' });
	return listed.status === 0 ? listed.stdout : null;
}

export async function adopt(cluster: string, password: string): Promise<Lock | null> {
	const deadline = Date.now() + SETTLE_LIMIT_MS;
	for (;;) {
		const lock = readLock(cluster);
		if (!lock) return null;
		if (!isOurServer(lock.processId, cluster)) {
			rmSync(join(cluster, 'postmaster.pid'), { force: true });
			return null;
		}
		if (lock.ready && (await answers(lock.port, password))) return lock;
		// Starting, recovering or stopping: its state settles by itself. Only a server that says it
		// is ready and still refuses our password is of no use to us.
		if (lock.ready || Date.now() > deadline) {
			await stopServer(cluster, lock.processId);
			return null;
		}
		await pause(50);
	}
}

async function answers(port: number, password: string): Promise<boolean> {
	const client = new pg.Client({
		connectionString: addressOf(port, password, 'postgres'),
		connectionTimeoutMillis: 5_000
	});
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.query('select 1');
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}

export async function stopServer(cluster: string, processId: number): Promise<void> {
	const deadline = Date.now() + SETTLE_LIMIT_MS;
	if (isOurServer(processId, cluster)) process.kill(processId, 'SIGINT');
	while (isOurServer(processId, cluster) && readLock(cluster)?.processId === processId) {
		if (Date.now() > deadline) {
			throw new Error(`PostgreSQL (process ${processId}) does not stop. Its folder: ${cluster}`);
		}
		await pause(20);
	}
}

export function addressOf(port: number, password: string, database: string): string {
	return `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}/${database}`;
}

export function readText(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
