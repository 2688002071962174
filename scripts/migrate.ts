import { migrate } from '../prisma/migrate.ts';
import { readDotEnv, surroundings } from './environment.ts';

/** npm run db:migrate: the database of this machine, or the one at DATABASE_URL. */

readDotEnv();
const around = await surroundings(console.log);
try {
	const applied = await migrate(around.databaseUrl, { log: console.log });
	console.log(
		applied.length === 0 ? 'Nothing to migrate.' : `Migrations applied: ${applied.length}.`
	);
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
} finally {
	await around.stop();
}
