import { setTimeout as pause } from 'node:timers/promises';
import { startDemoApp, type DemoApp } from '../support/demo-app.ts';
import { CHECK_BAR, measureContentCheck } from './content.ts';
import { benchEntrance } from './entrance.ts';
import { LIBRARY_BAR, measureLibrary, type LibraryFigures } from './library.ts';
import { load, startBaseline, type Load } from './load.ts';
import { residentMemory } from './processes.ts';
import { isOver, measureSteps, SCRIPTING_BAR, SCRIPTS_BAR, type StepFigures } from './steps.ts';
import { visit, type Visit } from './visit.ts';

/**
 * npm run bench: load and baseline in one run on one machine, each bounded in time. Figures of speed are
 * shares of the baseline, since machines differ and are noisy. Needs a build (npm run build).
 */

const CONNECTIONS = [1, 10, 50];

type Page = { baseline: Load; step: Load; share: number };
type Figures = {
	pages: Page[];
	pageBytes: number;
	save: Load;
	firstVisit: Visit;
	slowVisit: Visit;
	steps: StepFigures[];
	contentCheck: number;
	library: LibraryFigures;
	memory: { app: number; database: number };
};

const app = await startDemoApp({ durable: true });
try {
	const figures = await measure(app);
	print(figures);
	console.log(`\n${JSON.stringify(figures)}`);
} finally {
	await app.stop();
}

async function measure(demo: DemoApp): Promise<Figures> {
	say('Resting, for the memory …');
	await fetch(`${demo.origin}/healthz`);
	// The other workers come after the first.
	await pause(10_000);
	const memory = {
		app: residentMemory(demo.processes.app),
		database: residentMemory(demo.processes.database)
	};

	const { cookie, stepUrl, save } = await benchEntrance(demo);
	const headers = { cookie };
	const processes = [demo.processes.app, demo.processes.database];
	const page = await fetch(stepUrl, { headers });
	const pageBytes = (await page.arrayBuffer()).byteLength;
	const baseline = await startBaseline(pageBytes);
	const pages: Page[] = [];
	try {
		for (const connections of CONNECTIONS) {
			say(`A step page at ${connections} connections, and a bare server …`);
			const bare = await load(baseline.target, connections);
			const step = await load({ url: stepUrl, headers, processes }, connections);
			pages.push({ baseline: bare, step, share: step.perSecond / bare.perSecond });
		}
	} finally {
		baseline.stop();
	}
	say('Saving an answer at 10 connections …');
	const saved = await load({ ...save, headers: {}, processes }, 10);
	say('A first visit, before its video, and on Slow 4G with a processor slowed 4 times …');
	const firstVisit = await visit(stepUrl, cookie, { unscrolled: true });
	const slowVisit = await visit(stepUrl, cookie, { slowNetwork: true, slowProcessor: true });
	say('A first visit of the longest step of each kind, on a processor slowed 4 times …');
	const steps = await measureSteps(demo, cookie);
	say('Checking all content …');
	const contentCheck = await measureContentCheck();
	say('Searching the library, with 5,000 entries …');
	const library = await measureLibrary(demo);
	return {
		pages,
		pageBytes,
		save: saved,
		firstVisit,
		slowVisit,
		steps,
		contentCheck,
		library,
		memory
	};
}

function print(figures: Figures): void {
	const { pages, pageBytes, save, firstVisit, slowVisit, steps, contentCheck, library, memory } =
		figures;
	console.log(`\nA step page, signed in (${(pageBytes / 1024).toFixed(1)} kB of HTML)`);
	console.table(pages.map((page) => row(`step page, ${page.step.connections}`, page)));
	console.table([
		{
			what: 'saving an answer, 10',
			'a second': save.perSecond.toFixed(0),
			'p50 ms': save.p50,
			'p99 ms': save.p99,
			'cpu ms each': save.processor.toFixed(2),
			failed: save.failed
		}
	]);
	console.table([
		{
			'first visit: requests': firstVisit.requests,
			'JavaScript kB': kilobytes(firstVisit.scriptBytes),
			'all kB': kilobytes(firstVisit.totalBytes),
			'largest paint ms': Math.round(firstVisit.largestPaint),
			'largest paint ms, slow': Math.round(slowVisit.largestPaint),
			'layout shift, slow': slowVisit.layoutShift.toFixed(4),
			'memory at rest MB, app': Math.round(memory.app),
			'memory at rest MB, database': Math.round(memory.database)
		}
	]);
	console.log(
		`\nA first visit of the longest step of each kind: at most ${SCRIPTS_BAR} kB of JavaScript, ` +
			`and ${SCRIPTING_BAR} ms of scripting on a processor slowed 4 times, before a video comes near`
	);
	console.table(
		steps.map((step) => ({
			kinds: step.kinds,
			step: step.step.replace('/learn/', '').replace(/\/.*\//, '/…/'),
			requests: step.requests,
			'JavaScript kB': kilobytes(step.scriptBytes),
			'scripting ms': Math.round(step.scripting),
			'with its video ms': step.withVideo === null ? '' : Math.round(step.withVideo),
			bar: isOver(step) ? 'MISSED' : 'kept'
		}))
	);
	console.log(
		`\nmodules:check over all content: ${contentCheck.toFixed(1)} s, at most ${CHECK_BAR} s: ` +
			(contentCheck <= CHECK_BAR ? 'kept' : 'MISSED')
	);
	console.log(
		`\nThe library with 5,000 entries, a search at the server: at most ${LIBRARY_BAR} ms`
	);
	console.table(
		library.map(({ search, load: { p50, p99, processor, failed } }) => ({
			search,
			'p50 ms': p50,
			'p99 ms': p99,
			'cpu ms each': processor.toFixed(2),
			failed,
			bar: p50 <= LIBRARY_BAR ? 'kept' : 'MISSED'
		}))
	);
	const kept =
		library.every(({ load: { p50 } }) => p50 <= LIBRARY_BAR) &&
		!steps.some(isOver) &&
		contentCheck <= CHECK_BAR;
	if (!kept) process.exitCode = 1;
}

function row(what: string, { step, baseline, share }: Page) {
	return {
		what,
		'a second': step.perSecond.toFixed(0),
		'p50 ms': step.p50,
		'p99 ms': step.p99,
		'cpu ms each': step.processor.toFixed(2),
		failed: step.failed,
		'bare server a second': baseline.perSecond.toFixed(0),
		'bare cpu ms each': baseline.processor.toFixed(3),
		share: share.toFixed(4)
	};
}

function kilobytes(bytes: number): string {
	return (bytes / 1024).toFixed(1);
}

function say(line: string): void {
	console.error(line);
}
