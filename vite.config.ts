import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { checkedContent } from './src/lib/server/curriculum/plugin.ts';

export default defineConfig({
	plugins: [checkedContent(), sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							// One file for what every page needs: on a slow network each request costs more than its bytes.
							groups: [
								{
									name: 'base',
									test: /node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)|preload-helper|src[\\/](lib[\\/](audience|answer|minutes|player[\\/](post|answer[\\/](unsaved|device|field))|ui[\\/](?!Table|Tabs|Dialog|Field|Password|Select|CopyButton|Empty|sending))|routes[\\/](\+layout|Header))/
								}
							]
						}
					}
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'prisma/**/*.test.ts', 'tests/*.test.ts'],
		globalSetup: ['tests/global-setup.ts'],
		setupFiles: ['tests/support/database.ts']
	}
});
