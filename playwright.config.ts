import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: 'tests/e2e',
	// Starts a database, the demo network and the built app, and sets BASE_URL.
	globalSetup: './tests/support/serve.ts',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env['CI']),
	retries: 0,
	// Machines differ by a factor of five: what is awaited either comes or does not.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		...(process.env['BASE_URL'] ? { baseURL: process.env['BASE_URL'] } : {}),
		locale: 'en-US',
		timezoneId: 'America/New_York',
		// A trace of every test costs a sixth of the time: npx playwright test --trace retain-on-failure
		trace: 'off',
		launchOptions: {
			args: chromiumFlags,
			...(executablePath ? { executablePath } : {})
		}
	}
});
