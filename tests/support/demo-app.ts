import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../prisma/migrate.ts';
import { freePort, startDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/freshness.ts';
import { runNode } from '../../scripts/processes.ts';
import { serveBuild, untilHealthy, type App } from '../../scripts/serve.ts';

/** One more process of the app on the same database. It answers for the app's own address, at a port of its own. */
export type OtherProcess = { port: number; processId: number; stop: () => Promise<void> };

export type DemoApp = {
	origin: string;
	port: number;
	startOther: () => Promise<OtherProcess>;
	databaseUrl: string;
	logFile: string;
	processes: { app: number; database: number };
	stop: () => Promise<void>;
};

/**
 * The built app with the demo network, on a database of its own.
 * @param how.durable whether the database waits for the disk, as it does in earnest.
 * @param how.workers how many processes serve it; one for each processor unless said.
 */
export async function startDemoApp(how: { durable: boolean; workers?: number }): Promise<DemoApp> {
	const { durable, workers } = how;
	const directory = mkdtempSync(join(tmpdir(), 'throughline-demo-'));
	const database = await startDatabase({ directory: join(directory, 'database'), durable });
	const port = (await freePort(0)) ?? 3999;
	const origin = `http://localhost:${port}`;
	const environment = {
		DATABASE_URL: database.url,
		ANSWERS_KEY: Buffer.alloc(32, 'answers').toString('base64'),
		ORIGIN: origin,
		PORT: String(port),
		HOST: '127.0.0.1',
		THROUGHLINE_DEMO: '1',
		LOG_LEVEL: 'warn',
		...(workers !== undefined && { WORKERS: String(workers) })
	};
	await migrate(database.url);
	const seeded = await runNode(['scripts/seed.ts'], { cwd: root, env: environment });
	if (!seeded.ok) throw new Error(`The demo network could not be made.\n${seeded.output}`);

	const logFile = join(directory, 'app.log');
	const serve = async (at: number, env: Record<string, string>) => {
		const log = openSync(logFile, 'a');
		const app = serveBuild({ ...env, PORT: String(at) }, log);
		closeSync(log);
		if (await untilHealthy(`http://127.0.0.1:${at}`, app)) return app;
		const said = readFileSync(logFile, 'utf8');
		await app.stop();
		throw new Error(`The built app does not answer.\n${said}`);
	};
	const app = await serve(port, environment).catch(async (problem: unknown) => {
		await database.stop();
		rmSync(directory, { recursive: true, force: true });
		throw problem;
	});
	const others: App[] = [];
	const stop = async () => {
		await Promise.all([app, ...others].map((each) => each.stop()));
		await database.stop();
		rmSync(directory, { recursive: true, force: true });
	};
	return {
		origin,
		port,
		startOther: async () => {
			const otherPort = (await freePort(0)) ?? 3998;
			const other = await serve(otherPort, { ...environment, WORKERS: '1' });
			others.push(other);
			return { port: otherPort, processId: other.child.pid ?? 0, stop: () => other.stop() };
		},
		databaseUrl: database.url,
		logFile,
		processes: { app: app.child.pid ?? 0, database: database.processId },
		stop
	};
}
