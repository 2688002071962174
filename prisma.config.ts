import { defineConfig } from 'prisma/config';

export default defineConfig({
	schema: 'prisma/schema',
	migrations: { path: 'prisma/migrations' },
	// Only `prisma migrate deploy` and `prisma studio` read the address; our own runner is prisma/migrate.ts.
	datasource: { url: process.env['DATABASE_URL'] ?? '' }
});
