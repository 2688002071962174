import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../prisma/migrate.ts';
import { freePort, startDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/freshness.ts';
import { runNode } from '../../scripts/processes.ts';
import { serveBuild, untilHealthy } from '../../scripts/serve.ts';

/** For the browser journeys: a database, the demo network and the built app of their own. */
export default async function setup(): Promise<() => Promise<void>> {
	const directory = mkdtempSync(join(tmpdir(), 'throughline-journeys-'));
	const database = await startDatabase({ directory: join(directory, 'database'), durable: false });
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
	process.env['BASE_URL'] = origin;
	process.env['JOURNEYS_DATABASE_URL'] = database.url;
	process.env['JOURNEYS_LOG'] = logFile;
	return stop;
}
