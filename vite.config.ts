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
									test: /node_modules[\\/](svelte(?![\\/]src[\\/]reactivity)|@sveltejs|@wuchale|esm-env|clsx|devalue)|preload-helper|rolldown[\\/]runtime|src[\\/](lib[\\/](ZonedTime|audience|answer\.ts|languages|messages|player[\\/](post|answer[\\/]unsaved)|ui[\\/](Badge|Button|Disclosure|Gap|Labelled|Notice|SkipLink|TextArea|Time|Wordmark|knot|offline|sending|time))|routes[\\/](\+layout|\+error|Header|Footer))/
								},
								{
									// A page links the styles of all that it may load: of all kinds of block.
									name: 'player',
									test: /src[\\/](lib[\\/]|routes[\\/].*\[step\][\\/][^\\/]*\.svelte).*type=style/
								},
								{
									// What keeps what somebody writes, and how they read.
									name: 'step',
									test: /src[\\/]lib[\\/](ReadingSettings|reading\.ts|minutes|ui[\\/](Rail|Line|Meter|Table)|player[\\/]answer[\\/](device|field|keeper|SaveState))/
								},
								{
									// Maps that pages can follow: the room has them, and few others.
									name: 'room',
									test: /node_modules[\\/]svelte[\\/]src[\\/]reactivity|src[\\/]lib[\\/]live[\\/](act|follow|room)\./
								},
								{
									name: 'sheet',
									test: /src[\\/]lib[\\/]player[\\/]sheet[\\/](?!follow)/
								},
								{
									name: 'form',
									test: /src[\\/]lib[\\/]ui[\\/](Field|Select)/
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
		// The app's modules are read once by each worker, not once for every file: that took longer than the tests.
		isolate: false,
		globalSetup: ['tests/global-setup.ts'],
		setupFiles: ['tests/support/database.ts']
	}
});
