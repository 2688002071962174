import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messages } from './scripts/messages/plugin.ts';
import { checkedContent } from './src/lib/server/curriculum/plugin.ts';

export default defineConfig({
	// The tests read the English that stands in the code.
	plugins: [checkedContent(), process.env.VITEST ? [] : messages(), sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							// On a slow network each request costs more than its bytes.
							groups: [
								{
									// What every page needs.
									name: 'base',
									test: /node_modules[\\/](svelte(?![\\/]src[\\/]reactivity[\\/]map)|@sveltejs|@wuchale|esm-env|clsx|devalue)|preload-helper|src[\\/](lib[\\/](audience|ReadingSettings|minutes|languages|messages|player[\\/](post|answer[\\/](unsaved|device))|ui[\\/](?!chart|Tabs|Dialog|Field|Password|Select|CopyButton|Empty|sending))|routes[\\/](\+layout|\+error|Header|Footer))/
								},
								{
									// A page links the styles of all that it may load: of all kinds of block.
									name: 'player',
									test: /src[\\/](lib[\\/]|routes[\\/].*\[step\][\\/][^\\/]*\.svelte).*type=style/
								},
								{
									// What keeps what somebody writes.
									name: 'answer',
									test: /src[\\/]lib[\\/](answer\.ts|player[\\/]answer[\\/](field|keeper|SaveState))/
								},
								{
									name: 'sheet',
									test: /src[\\/]lib[\\/]player[\\/]sheet[\\/](?!follow)/
								},
								{ name: 'chart', test: /src[\\/]lib[\\/]ui[\\/]chart|d3-array/ },
								{ name: 'choose', test: /src[\\/]lib[\\/]player[\\/](Check|ChoiceForm|choosing)/ }
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
