import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../prisma/migrate.ts';
import { build, isBuilt } from './build.ts';
import { freePort } from './database.ts';
import { readDotEnv, surroundings, type Surroundings } from './environment.ts';
import { root } from './freshness.ts';
import { generate, isGenerated } from './generate.ts';
import { runNode } from './processes.ts';
import { during } from './progress.ts';
import { serveBuild, serveDevelopment, untilHealthy, type App } from './serve.ts';

/** npm start and npm run dev: everything from a fresh checkout to a page that answers. */

const development = process.argv.includes('--dev');
const host = '127.0.0.1';

readDotEnv();
const port = Number(process.env['PORT'] ?? 3000);
const origin = process.env['ORIGIN'] ?? `http://${host}:${port}`;

let around: Surroundings | undefined;
let app: App | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		if (stopping) return;
		stopping = true;
		void stop(0);
	});
}

// Whoever read our words may leave before we do: that must not take the app down.
process.stdout.on('error', () => undefined);

try {
	await start();
} catch (problem) {
	if (!stopping) {
		console.error(problem instanceof Error ? problem.message : problem);
		await stop(1);
	}
}

async function start(): Promise<void> {
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`PORT must be a number from 1 to 65535, and is "${process.env['PORT']}".`);
	}
	if ((await freePort(port)) === null) {
		throw new Error(
			`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
		);
	}
	if (!isGenerated()) await during('Generating the database client', generate);
	around = await during('Starting the database', () => surroundings(console.log));
	const { databaseUrl, answersKey } = around;
	await migrate(databaseUrl, { log: console.log });
	const environment = {
		DATABASE_URL: databaseUrl,
		ANSWERS_KEY: answersKey,
		ORIGIN: origin,
		PORT: String(port),
		HOST: host,
		THROUGHLINE_DEMO: process.env['THROUGHLINE_DEMO'] ?? '1'
	};
	if (stopping) return;
	if (await isEmpty(databaseUrl)) {
		await during('Filling the database with the demo network', () => seed(environment));
	}
	if (stopping) return;
	if (!development && !isBuilt()) await during('Building', build);
	if (stopping) return;
	app = development ? serveDevelopment(port, environment) : serveBuild(environment);
	void app.ended.then(async (code) => {
		if (stopping) return;
		stopping = true;
		console.error(`The app ended by itself (code ${code}): see its message above.`);
		await stop(1);
	});
	if (!(await untilHealthy(`http://${host}:${port}`, app))) {
		if (stopping) return;
		throw new Error('The app does not answer at /healthz: see its messages above.');
	}
	await welcome(databaseUrl);
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
	const [answer] = await ask<{ filled: boolean }>(
		databaseUrl,
		'select exists(select 1 from person) as filled'
	);
	return answer?.filled === false;
}

async function seed(environment: Record<string, string>): Promise<void> {
	const ran = await runNode([join('scripts', 'seed.ts')], {
		cwd: root,
		env: environment,
		show: true
	});
	if (!ran.ok) throw new Error('The demo network could not be made: see the message above.');
}

async function welcome(databaseUrl: string): Promise<void> {
	console.log(`\nThroughline is at ${origin}`);
	const entrances = await ask<{ name: string; title: string }>(
		databaseUrl,
		'select name, demo_title as title from person where demo_title is not null order by created_at, name'
	);
	if (entrances.length > 0) console.log('On its sign-in page you can enter as:');
	for (const { name, title } of entrances) console.log(`  ${name}, ${title}`);
	console.log('Stop it with Ctrl-C.\n');
}

async function ask<Row extends object>(databaseUrl: string, question: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		return (await client.query<Row>(question)).rows;
	} finally {
		await client.end();
	}
}

async function stop(code: number): Promise<void> {
	try {
		await app?.stop();
		await around?.stop();
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		process.exit(1);
	}
	process.exit(code);
}
