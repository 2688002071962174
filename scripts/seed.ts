import { createServer } from 'vite';
import * as v from 'valibot';
import { root } from './freshness.ts';

/**
 * Fills the database at DATABASE_URL with the demo network. The seed uses the app's own functions, which
 * find the content through Vite, so it runs through Vite too.
 */

const Seed = v.object({ seed: v.function() });

// Thousands of small writes, and a seed that breaks off is begun anew: the disk need not be waited for.
process.env['PGOPTIONS'] = '-c synchronous_commit=off';

const vite = await createServer({
	root,
	server: { middlewareMode: true, hmr: false, watch: null },
	appType: 'custom',
	logLevel: 'warn'
});
try {
	const { seed } = v.parse(Seed, await vite.ssrLoadModule('/prisma/seed.ts'));
	await seed();
} finally {
	await vite.close();
}
// The app's connection pool stays open otherwise.
process.exit(0);
