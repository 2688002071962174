import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../prisma/migrate.ts';
import { freePort, startDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/freshness.ts';
import { runNode } from '../../scripts/processes.ts';
import { serveBuild, untilHealthy } from '../../scripts/serve.ts';

export type DemoApp = {
	origin: string;
	databaseUrl: string;
	logFile: string;
	processes: { app: number; database: number };
	stop: () => Promise<void>;
};

/**
 * The built app with the demo network, on a database of its own.
 * @param durable whether the database waits for the disk, as it does in earnest.
 */
export async function startDemoApp({ durable }: { durable: boolean }): Promise<DemoApp> {
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
		LOG_LEVEL: 'warn'
	};
	await migrate(database.url);
	const seeded = await runNode(['scripts/seed.ts'], { cwd: root, env: environment });
	if (!seeded.ok) throw new Error(`The demo network could not be made.\n${seeded.output}`);

	const logFile = join(directory, 'app.log');
	const log = openSync(logFile, 'a');
	const app = serveBuild(environment, log);
	closeSync(log);
	const stop = async () => {
		await app.stop();
		await database.stop();
		rmSync(directory, { recursive: true, force: true });
	};
	if (!(await untilHealthy(`http://127.0.0.1:${port}`, app))) {
		const said = readFileSync(logFile, 'utf8');
		await stop();
		throw new Error(`The built app does not answer.\n${said}`);
	}
	return {
		origin,
		databaseUrl: database.url,
		logFile,
		processes: { app: app.child.pid ?? 0, database: database.processId },
		stop
	};
}
