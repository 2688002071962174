import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { root } from './freshness.ts';
import { generate, isGenerated, writeKitTypes } from './generate.ts';
import { commandFile, runNode, type Ran } from './processes.ts';

/** One check of the whole: what `npm run check` and `npm test` are made of. */
export type Step = { name: string; run: () => Promise<Ran> };

export const staticSteps: Step[] = [
	{ name: 'types', run: checkTypes },
	{
		name: 'lint',
		run: () =>
			tool(
				'eslint',
				'bin/eslint.js',
				'.',
				'--cache',
				'--cache-location',
				'node_modules/.cache/eslint/'
			)
	},
	{
		name: 'format',
		run: () => tool('prettier', 'bin/prettier.cjs', '--check', '--log-level', 'warn', '.')
	},
	{
		name: 'boundaries',
		run: () =>
			tool(
				'dependency-cruiser',
				'bin/dependency-cruiser.mjs',
				'src',
				'prisma',
				'--config',
				'tests/boundaries.cjs'
			)
	},
	{ name: 'unused', run: () => tool('knip', 'bin/knip.js', '--no-progress') },
	{ name: 'content', run: checkContent },
	{
		name: 'messages',
		run: () => runNode([join('scripts', 'messages.ts'), '--check'], { cwd: root })
	}
];

export const buildStep: Step = {
	name: 'build',
	run: async () => {
		try {
			await build();
			return { ok: true, output: '' };
		} catch (problem) {
			return { ok: false, output: problem instanceof Error ? problem.message : String(problem) };
		}
	}
};

/** Writes what the other steps read: the database client and Kit's own types. */
export async function prepare(): Promise<void> {
	await writeKitTypes();
	if (!isGenerated()) await generate();
}

function checkTypes(): Promise<Ran> {
	return tool(
		'svelte-check',
		'bin/svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--threshold',
		'warning',
		'--fail-on-warnings',
		'--output',
		'human'
	);
}

function checkContent(): Promise<Ran> {
	const script = join('scripts', 'modules-check.ts');
	if (existsSync(join(root, script))) return runNode([script], { cwd: root });
	return Promise.resolve({ ok: false, output: `${script} is missing.` });
}

function tool(packageName: string, path: string, ...words: string[]): Promise<Ran> {
	return runNode([commandFile(packageName, path), ...words], {
		cwd: root,
		env: { FORCE_COLOR: '0', NO_COLOR: '1' }
	});
}

/** Runs every step, some of them at once, and says how each went. Resolves with the names that failed. */
export async function runSteps(steps: Step[], atOnce: number): Promise<string[]> {
	const waiting = [...steps];
	const failed: string[] = [];
	const work = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) {
			console.log(`… ${step.name}`);
			const began = performance.now();
			const { ok, output } = await step.run();
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds} s)`);
			if (ok) continue;
			failed.push(step.name);
			console.log(output.trimEnd());
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return failed;
}
