import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { checkedContent } from './src/lib/server/curriculum/plugin.ts';

export default defineConfig({
	plugins: [checkedContent(), sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'prisma/**/*.test.ts', 'tests/*.test.ts'],
		globalSetup: ['tests/global-setup.ts'],
		setupFiles: ['tests/support/database.ts']
	}
});
