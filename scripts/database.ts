import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { initialise } from './database-new.ts';
import { addressOf, adopt, readLock, readText, stopServer } from './database-running.ts';
import { loadBinaries, type Binaries } from './postgres-binaries.ts';
import { isRunning, processIdentity } from './processes.ts';

/** A real PostgreSQL from node_modules, in a folder of its own, reachable from this machine only. */

const DATABASE = 'throughline';
const START_LIMIT_MS = 30_000;

export type Database = {
	url: string;
	/** Process id of the server, for figures such as its memory. */
	processId: number;
	/** Stops the server, unless another live process of ours started it. */
	stop(): Promise<void>;
};

export type DatabaseOptions = {
	directory: string;
	port?: number;
	/** False only for tests: no fsync, and the server ends with the process that started it. */
	durable?: boolean;
	log?: (line: string) => void;
};

export async function startDatabase(options: DatabaseOptions): Promise<Database> {
	const directory = resolve(options.directory);
	const cluster = join(directory, 'cluster');
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	const password = rememberedPassword(directory, cluster);

	const running = await adopt(cluster, password);
	if (running) {
		options.log?.(`PostgreSQL is already running for ${directory}: using it.`);
		return server(directory, cluster, running.processId, running.port, password);
	}

	const binaries = await loadBinaries(directory, cluster, options.durable ?? true);
	if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(directory, cluster, password, binaries);
	return launch(directory, cluster, password, binaries, options);
}

async function launch(
	directory: string,
	cluster: string,
	password: string,
	binaries: Binaries,
	options: DatabaseOptions
): Promise<Database> {
	const deadline = Date.now() + START_LIMIT_MS;
	for (;;) {
		const port = await choosePort(directory, options.port);
		const { processId, exited } = spawnServer(directory, cluster, port, binaries, options);
		const ready = await untilReady(cluster, processId, exited, deadline);
		if (ready) {
			writeFileSync(join(directory, 'port'), `${port}\n`);
			writeFileSync(join(directory, 'owner'), processIdentity(process.pid));
			await createDatabase(port, password);
			return server(directory, cluster, processId, port, password);
		}
		const log = lastLines(join(directory, 'postgres.log'));
		// Another start won the race, took the port first, or a killed server's last processes are
		// still leaving: each is over in a moment.
		const passing = /could not bind|lock file .* already exists|pre-existing shared memory/.test(
			log
		);
		if (!passing || Date.now() > deadline) {
			throw new Error(`PostgreSQL did not start. Its last words:\n${log}`);
		}
		const winner = await adopt(cluster, password);
		if (winner) return server(directory, cluster, winner.processId, winner.port, password);
		await pause(200);
	}
}

function server(
	directory: string,
	cluster: string,
	processId: number,
	port: number,
	password: string
): Database {
	const owner = readText(join(directory, 'owner'));
	const mine = processIdentity(process.pid);
	const ownerLives = owner !== null && owner !== mine && isRunning(owner);
	if (!ownerLives) writeFileSync(join(directory, 'owner'), mine);
	return {
		url: addressOf(port, password, DATABASE),
		processId,
		stop: async () => {
			if (ownerLives) return;
			// Another process may have taken the folder over since.
			if (readText(join(directory, 'owner')) !== mine) return;
			await stopServer(cluster, processId);
			rmSync(join(directory, 'owner'), { force: true });
		}
	};
}

function spawnServer(
	directory: string,
	cluster: string,
	port: number,
	binaries: Binaries,
	options: DatabaseOptions
): { processId: number; exited: () => boolean } {
	const settings = {
		listen_addresses: '127.0.0.1',
		port: String(port),
		unix_socket_directories: '',
		timezone: 'UTC',
		log_timezone: 'UTC',
		// A server for one machine, so a small one: the app's pool is its only client.
		max_connections: options.durable === false ? '200' : '60',
		shared_buffers: '32MB',
		max_wal_size: '512MB',
		jit: 'off',
		io_method: 'sync',
		max_parallel_workers_per_gather: '0',
		...(options.durable === false
			? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
			: {})
	};
	const words = ['-D', cluster];
	for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`);

	const logFile = join(directory, 'postgres.log');
	rotate(logFile);
	const log = openSync(logFile, 'a', 0o600);
	const [command, argumentsBefore] = binaries.command('postgres');
	const child = spawn(command, [...argumentsBefore, ...words], {
		...binaries.as,
		cwd: directory,
		// Its own process group: Ctrl-C must reach the app first and the database last.
		detached: true,
		stdio: ['ignore', log, log],
		env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
	});
	closeSync(log);
	let gone = false;
	child.on('error', () => (gone = true));
	child.on('exit', () => (gone = true));
	child.unref();
	return { processId: child.pid ?? 0, exited: () => gone };
}

async function untilReady(
	cluster: string,
	processId: number,
	exited: () => boolean,
	deadline: number
): Promise<boolean> {
	while (!exited()) {
		const lock = readLock(cluster);
		if (lock?.processId === processId && lock.ready) return true;
		if (Date.now() > deadline) {
			process.kill(processId, 'SIGINT');
			return false;
		}
		await pause(15);
	}
	return false;
}

async function createDatabase(port: number, password: string): Promise<void> {
	const client = new pg.Client({ connectionString: addressOf(port, password, 'postgres') });
	try {
		await client.connect();
		const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
		if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
	} catch (cause) {
		throw new Error(
			`PostgreSQL runs, but refuses the password in its folder. Restore the file "password" beside "cluster".`,
			{ cause }
		);
	} finally {
		await client.end().catch(() => undefined);
	}
}

async function choosePort(directory: string, wanted?: number): Promise<number> {
	if (wanted !== undefined) return wanted;
	const remembered = Number(readText(join(directory, 'port')) ?? 0);
	return (await freePort(remembered)) ?? (await freePort(0)) ?? 0;
}

export function freePort(port: number): Promise<number | null> {
	return new Promise((done) => {
		const probe = createServer();
		probe.once('error', () => done(null));
		probe.listen(port, '127.0.0.1', () => {
			const address = probe.address();
			const found = typeof address === 'object' && address ? address.port : null;
			probe.close(() => done(found));
		});
	});
}

function rememberedPassword(directory: string, cluster: string): string {
	const file = join(directory, 'password');
	const known = readText(file)?.trim();
	if (known) return known;
	if (existsSync(cluster)) {
		throw new Error(
			`The file ${file} is missing, so the database in ${cluster} cannot be opened. Restore the file, or move the folder away to begin anew.`
		);
	}
	try {
		writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
	} catch (problem) {
		if (!existsSync(file)) throw problem;
	}
	return readFileSync(file, 'utf8').trim();
}

function lastLines(file: string): string {
	return (readText(file) ?? '').trimEnd().split('\n').slice(-12).join('\n');
}

function rotate(file: string): void {
	if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
}
