import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './freshness.ts';
import { commandFile, endWithParent } from './processes.ts';

/** The app as a child process: the built one, or Vite's development server. */

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 40_000;

export type App = {
	child: ChildProcess;
	/** Resolves with the exit code when the app has ended, for whatever reason. */
	ended: Promise<number>;
	/** Lets the app finish what is in flight, then resolves. */
	stop(): Promise<void>;
};

export type Environment = Record<string, string | undefined>;

export function serveBuild(environment: Environment, log?: number): App {
	return run([join('scripts', 'workers.mjs')], environment, log);
}

export function serveDevelopment(port: number, environment: Environment): App {
	const vite = commandFile('vite', 'bin/vite.js');
	const words = [vite, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
	return run(words, environment);
}

function run(words: string[], environment: Environment, log?: number): App {
	const [command, ...rest] = [...endWithParent('TERM'), process.execPath, ...words];
	const child = spawn(command ?? process.execPath, rest, {
		cwd: root,
		env: { ...process.env, ...environment },
		stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
		// Its own process group: Ctrl-C reaches us, and we end it in the right order.
		detached: true
	});
	const ended = new Promise<number>((done) => {
		child.on('error', () => done(1));
		child.on('exit', (code) => done(code ?? 1));
	});
	return {
		child,
		ended,
		stop: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill('SIGTERM');
			const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
			await ended;
			clearTimeout(late);
		}
	};
}

/** Resolves once the app answers, false when it ended or took too long. */
export async function untilHealthy(origin: string, app: App): Promise<boolean> {
	let running = true;
	void app.ended.then(() => (running = false));
	const deadline = Date.now() + READY_LIMIT_MS;
	while (running && Date.now() < deadline) {
		const answer = await fetch(`${origin}/healthz`).catch(() => null);
		await answer?.body?.cancel();
		if (answer?.ok) return true;
		await pause(40);
	}
	return false;
}
