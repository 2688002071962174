import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './freshness.ts';
import { commandFile, runNode } from './processes.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The browser of this machine, null if it has none of its own. */
export function findChromium(): string | null {
	const given = process.env['CHROMIUM_PATH'];
	if (given) return given;
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...inPath, ...ELSEWHERE].find((file) => existsSync(file)) ?? null;
}

/** Flags that a browser needs in a closed machine, and as root. */
export const chromiumFlags = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Finds a Chromium or gets one; afterwards Playwright finds it too. */
export async function provideChromium(): Promise<void> {
	const given = process.env['CHROMIUM_PATH'];
	if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names no file: ${given}`);
	if (findChromium()) return;
	if (await hasPlaywrightsOwn()) return;
	console.log('Downloading a Chromium …');
	if (await downloadPlaywrightsOwn()) return;
	console.log('Installing a Chromium from Debian …');
	installFromDebian();
	if (findChromium()) return;
	throw new Error(
		'There is no Chromium and none could be installed. Install one, and set CHROMIUM_PATH to it.'
	);
}

async function hasPlaywrightsOwn(): Promise<boolean> {
	const { chromium } = await import('@playwright/test');
	return existsSync(chromium.executablePath());
}

async function downloadPlaywrightsOwn(): Promise<boolean> {
	const words = [commandFile('playwright', 'cli.js'), 'install', '--only-shell', 'chromium'];
	// A closed network refuses at once or never answers: wait for it a little, and only once.
	const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
	const ran = await runNode(words, { cwd: root, env, limit: 120_000 });
	return ran.ok && (await hasPlaywrightsOwn());
}

function installFromDebian(): void {
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const apt = (...words: string[]) => {
		const [command, ...rest] = [...sudo, 'apt-get', '-q', '-y', ...words];
		return spawnSync(command ?? 'apt-get', rest, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
	};
	apt('update');
	apt('install', '--no-install-recommends', 'chromium');
}
