import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processorTime } from './processes.ts';

export type Load = {
	connections: number;
	perSecond: number;
	/** Milliseconds. */
	p50: number;
	p99: number;
	/** Processor milliseconds a request, of all processes named. */
	processor: number;
	failed: number;
};

export type Target = {
	url: string;
	headers: Record<string, string>;
	/** Process ids whose processor time counts. */
	processes: number[];
	/** One for each connection; the method is then POST. */
	writers?: readonly Writer[];
	/** Whether the answer says that all went well: a refusal may come with status 200. */
	isGood?: (body: string) => boolean;
};

export type Writer = {
	headers: Record<string, string>;
	/** The body of the next request. */
	form: () => string;
};

const SECONDS = 6;
// Long enough for V8 to have compiled what is asked for often, in each worker.
const WARM_UP = 5;

/** Asks as fast as it is answered, for a few seconds, after a short warm-up. */
export async function load(target: Target, connections: number): Promise<Load> {
	await run(target, connections, WARM_UP);
	const before = used(target);
	const result = await run(target, connections, SECONDS);
	const requests = result.requests.total;
	return {
		connections,
		perSecond: result.requests.average,
		p50: result.latency.p50,
		p99: result.latency.p99,
		processor: (used(target) - before) / Math.max(1, requests),
		failed: result.non2xx + result.errors + result.timeouts + result.mismatches
	};
}

function run(
	{ url, headers, writers, isGood = () => true }: Target,
	connections: number,
	duration: number
) {
	const base = { url, connections, duration, timeout: 10, headers };
	if (writers === undefined) return autocannon(base);
	const waiting = writers.values();
	return autocannon({
		...base,
		method: 'POST',
		verifyBody: (body) => isGood(String(body)),
		setupClient: (client) => {
			const writer = waiting.next().value;
			if (writer === undefined) throw new Error('Every connection needs a writer of its own.');
			const { headers, form } = writer;
			client.setRequests([
				{ method: 'POST', headers, setupRequest: (request) => ({ ...request, body: form() }) }
			]);
		}
	});
}

function used({ processes }: Target): number {
	return processes.reduce((total, id) => total + processorTime(id), 0);
}

/** A bare server that sends `bytes` bytes, in a process of its own. */
export async function startBaseline(bytes: number): Promise<{ target: Target; stop: () => void }> {
	const child = fork(join(import.meta.dirname, 'baseline.ts'), [String(bytes)]);
	const [port] = (await once(child, 'message')) as [number];
	return {
		target: { url: `http://127.0.0.1:${port}/`, headers: {}, processes: [child.pid ?? 0] },
		stop: () => child.kill()
	};
}
