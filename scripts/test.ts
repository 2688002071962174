import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { provideChromium } from './chromium.ts';
import { root } from './freshness.ts';
import { commandFile, runNode } from './processes.ts';
import { buildStep, prepare, runSteps, staticSteps } from './steps.ts';

/** npm test: everything, each part even if an earlier one failed, and one line that says how it went. */

type Count = { passed: number; failed: number };

const began = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'throughline-reports-'));
const total: Count = { passed: 0, failed: 0 };

try {
	await attempt('preparation', prepare);
	// The build stands beside the slowest check: none reads what it writes.
	const failed = await steps([...staticSteps, buildStep]);
	await suite('unit and database tests', vitest);
	if (failed.includes(buildStep.name)) skip('browser journeys', 'there is no build');
	else if (await attempt('chromium', provideChromium)) await suite('browser journeys', playwright);
	else skip('browser journeys', 'there is no browser');
} finally {
	rmSync(reports, { recursive: true, force: true });
	console.log(`\nTook ${Math.round((performance.now() - began) / 1000)} s.`);
	console.log(`${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Counts only when it fails: it is not a test, but without it nothing after it can be trusted. */
async function attempt(name: string, work: () => Promise<void>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (problem) {
		total.failed += 1;
		console.log(`✗ ${name}\n${problem instanceof Error ? problem.message : String(problem)}`);
		return false;
	}
}

async function steps(list: typeof staticSteps): Promise<string[]> {
	const failed = await runSteps(list, 2);
	total.failed += failed.length;
	total.passed += list.length - failed.length;
	return failed;
}

async function suite(name: string, run: (report: string) => Promise<Count>): Promise<void> {
	console.log(`… ${name}`);
	const started = performance.now();
	const { passed, failed } = await run(join(reports, 'report.json'));
	total.passed += passed;
	total.failed += failed;
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const mark = failed === 0 ? '✓' : '✗';
	console.log(`${mark} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

function skip(name: string, reason: string): void {
	total.failed += 1;
	console.log(`✗ ${name}: not run, since ${reason}`);
}

async function vitest(report: string): Promise<Count> {
	const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const ran = await runNode([commandFile('vitest', 'vitest.mjs'), ...words], {
		cwd: root,
		env: { NO_COLOR: '1' },
		show: true
	});
	const Report = v.object({
		numPassedTests: v.number(),
		numFailedTests: v.number(),
		testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) }))
	});
	const found = read(report, Report);
	if (!found) return { passed: 0, failed: 1 };
	// A file that does not load has no test to fail.
	const unloaded = found.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	const failed = found.numFailedTests + unloaded.length;
	return { passed: found.numPassedTests, failed: atLeastOne(failed, ran.ok) };
}

async function playwright(report: string): Promise<Count> {
	const words = ['test', '--reporter=list,json'];
	const ran = await runNode([commandFile('@playwright/test', 'cli.js'), ...words], {
		cwd: root,
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
		show: true
	});
	const Report = v.object({
		stats: v.object({ expected: v.number(), flaky: v.number(), unexpected: v.number() })
	});
	const stats = read(report, Report)?.stats;
	if (!stats) return { passed: 0, failed: 1 };
	return {
		passed: stats.expected + stats.flaky,
		failed: atLeastOne(stats.unexpected, ran.ok)
	};
}

/** A runner that says it failed did, even if no test of it did. */
function atLeastOne(failed: number, ok: boolean): number {
	return failed === 0 && !ok ? 1 : failed;
}

function read<Output>(file: string, shape: v.GenericSchema<unknown, Output>): Output | null {
	try {
		return v.parse(shape, JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return null;
	} finally {
		rmSync(file, { force: true });
	}
}
