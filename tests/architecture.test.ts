import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');
const SERVER = join(SRC, 'lib', 'server');
const GENERATED = join('lib', 'server', 'db', 'generated');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
	(file) => !file.startsWith(GENERATED) && statSync(join(SRC, file)).isFile()
);
const domains = readdirSync(SERVER).filter((name) => statSync(join(SERVER, name)).isDirectory());

function read(file: string): string {
	return readFileSync(join(SRC, file), 'utf8');
}

test('no folder is a drawer', () => {
	const drawers = new Set(['utils', 'util', 'helpers', 'common', 'services', 'managers', 'misc']);
	const found = files.filter((file) => file.split('/').some((part) => drawers.has(part)));
	expect(found).toEqual([]);
});

test('every domain has one door, and what goes through it has a name', () => {
	expect(domains.filter((domain) => !existsSync(join(SERVER, domain, 'index.ts')))).toEqual([]);
	const unnamed = domains.filter((domain) =>
		/export\s*\*|export\s+default/.test(read(join('lib', 'server', domain, 'index.ts')))
	);
	expect(unnamed).toEqual([]);
});

test('no page carries a style of its own in its markup, which its policy would refuse', () => {
	const markup = (file: string) =>
		read(file)
			.replaceAll(/<script[\s\S]*?<\/script>/g, '')
			.replaceAll(/<style[\s\S]*?<\/style>/g, '');
	const styled = files.filter(
		(file) => file.endsWith('.svelte') && /\sstyle(=|:[\w-]+)/.test(markup(file))
	);
	expect(styled).toEqual([]);
});

test('the server knows nothing of Kit’s application, so that scripts can run it', () => {
	const bound = files.filter(
		(file) =>
			file.startsWith(join('lib', 'server')) &&
			/from '\$(app|env)\//.test(read(file)) &&
			!file.endsWith('.test.ts')
	);
	expect(bound).toEqual([]);
});

test('every route is of a group that the gate knows', () => {
	const outside = files.filter(
		(file) =>
			/^routes\/.*\+(page|server)/.test(file) &&
			!/^routes\/\((public|learn|facilitate|network)\)\//.test(file)
	);
	expect(outside).toEqual([]);
});
