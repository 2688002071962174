import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../prisma/migrate.ts';
import { freePort, startDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/freshness.ts';
import { runNode } from '../../scripts/processes.ts';
import { serveBuild, untilHealthy, type App, type Environment } from '../../scripts/serve.ts';

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
		...surroundings(database.url, origin),
		PORT: String(port),
		...(workers !== undefined && { WORKERS: String(workers) })
	};
	await migrate(database.url);
	const seeded = await runNode(['scripts/seed.ts'], { cwd: root, env: environment });
	if (!seeded.ok) throw new Error(`The demo network could not be made.\n${seeded.output}`);

	const logFile = join(directory, 'app.log');
	const app = await serve(environment, port, logFile).catch(async (problem: unknown) => {
		await database.stop();
		rmSync(directory, { recursive: true, force: true });
		throw problem;
	});
	const others: OtherProcess[] = [];
	const stop = async () => {
		await Promise.all([app, ...others].map((each) => each.stop()));
		await database.stop();
		rmSync(directory, { recursive: true, force: true });
	};
	return {
		origin,
		port,
		startOther: async () => {
			const other = await startBeside(database.url, origin, logFile);
			others.push(other);
			return other;
		},
		databaseUrl: database.url,
		logFile,
		processes: { app: app.child.pid ?? 0, database: database.processId },
		stop
	};
}

/** One more process of the app on a database that another one serves already. */
export async function startBeside(
	databaseUrl: string,
	origin: string,
	logFile: string
): Promise<OtherProcess> {
	const port = (await freePort(0)) ?? 3998;
	const environment = { ...surroundings(databaseUrl, origin), WORKERS: '1' };
	const app = await serve(environment, port, logFile);
	return { port, processId: app.child.pid ?? 0, stop: () => app.stop() };
}

function surroundings(databaseUrl: string, origin: string) {
	return {
		DATABASE_URL: databaseUrl,
		ANSWERS_KEY: Buffer.alloc(32, 'answers').toString('base64'),
		ORIGIN: origin,
		HOST: '127.0.0.1',
		THROUGHLINE_DEMO: '1',
		LOG_LEVEL: 'warn'
	};
}

async function serve(environment: Environment, port: number, logFile: string): Promise<App> {
	const log = openSync(logFile, 'a');
	const app = serveBuild({ ...environment, PORT: String(port) }, log);
	closeSync(log);
	if (await untilHealthy(`http://127.0.0.1:${port}`, app)) return app;
	const said = readFileSync(logFile, 'utf8');
	await app.stop();
	throw new Error(`The built app does not answer.\n${said}`);
}
