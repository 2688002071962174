import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';

/**
 * The built app on every processor of the machine: as many workers as it has (or WORKERS), on one port.
 * Nothing is kept in a process, so any worker answers anybody. A worker that dies is replaced.
 * Plain JavaScript: what reads TypeScript would stay in the memory of each process.
 */

// Longer than proxies keep an idle connection: what comes over one that we just closed would break off.
process.env['KEEP_ALIVE_TIMEOUT'] ??= '75';

if (cluster.isPrimary) lead();
else {
	// The line to the primary would keep a worker alive after its last answer.
	process.once('sveltekit:shutdown', () => cluster.worker?.disconnect());
	await import(new URL('../build/index.js', import.meta.url).href);
}

function lead() {
	let stopping = false;
	/** @type {Set<number>} */
	const served = new Set();
	const count = Number(process.env['WORKERS'] ?? availableParallelism());
	// A page makes much short-lived garbage: with room for it, less of it is copied about.
	cluster.setupPrimary({ execArgv: ['--max-semi-space-size=32'] });
	// The others come once the first one serves: what keeps it from serving is said once.
	cluster.on('listening', ({ id }) => {
		const isFirst = served.size === 0;
		served.add(id);
		for (let started = 1; isFirst && started < count; started += 1) cluster.fork();
	});
	cluster.fork();

	for (const signal of ['SIGTERM', 'SIGINT']) {
		process.on(signal, () => {
			stopping = true;
			for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
		});
	}
	cluster.on('exit', (worker, code) => {
		const left = Object.keys(cluster.workers ?? {}).length;
		if (stopping) return void (left === 0 && process.exit(0));
		// One that never served would only die again.
		if (code !== 0 && !served.has(worker.id)) process.exit(code || 1);
		cluster.fork();
	});
}
