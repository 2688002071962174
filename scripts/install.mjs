// Runs under whatever Node the machine has, before ours is there: plain JavaScript, no packages.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.installed-from');
const lock = readFileSync(join(root, 'package-lock.json'));
const wanted = createHash('sha256').update(lock).digest('hex');

if (!isInstalled()) {
	console.log('Installing packages. The first time takes about a minute.');
	const installed = (await npm('ci')) || (await npm('install'));
	if (!installed) {
		console.error('The packages could not be installed: see the message of npm above.');
		process.exit(1);
	}
	if (!hasOurNode()) {
		console.error(
			'npm installed the packages without running their install scripts, so Node 24 is missing. Run: npm rebuild node'
		);
		process.exit(1);
	}
	writeFileSync(stamp, wanted);
}

function isInstalled() {
	if (!hasOurNode()) return false;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
	// Somebody ran npm by hand: what counts is that every package is there in its version.
	if (!holdsEveryPackage()) return false;
	writeFileSync(stamp, wanted);
	return true;
}

function hasOurNode() {
	return existsSync(join(root, 'node_modules', '.bin', 'node'));
}

function holdsEveryPackage() {
	const record = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
	return Object.entries(JSON.parse(lock.toString('utf8')).packages).every(
		([path, { version, optional }]) =>
			path === '' || optional || installed[path]?.version === version
	);
}

function npm(command) {
	const words = [command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
	// Not simply "npm": its PATH was fixed before node_modules/.bin/node came, or went.
	const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env;
	const began = Date.now();
	const child = script
		? spawn(node, [script, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
		: spawn('npm', words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
	const ticking = setInterval(
		() => console.log(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`),
		5_000
	);
	return new Promise((done) => {
		const finish = (ok) => {
			clearInterval(ticking);
			done(ok);
		};
		child.on('error', () => finish(false));
		child.on('exit', (code) => finish(code === 0));
	});
}
