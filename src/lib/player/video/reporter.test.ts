import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openReporter } from './reporter.ts';
import { ReportFailed, type WatchReport } from './report.ts';
import type { Stretch } from './stretches.ts';

let sent: WatchReport[] = [];
let answer: () => Promise<number> = () => Promise.resolve(0);
let kept: readonly Stretch[] = [];
let position = 0;

beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	kept = [];
	position = 0;
	answer = () => Promise.resolve(1);
});
afterEach(() => vi.useRealTimers());

function open(unsent: Stretch[] = []) {
	return openReporter({
		blockId: 'a-video',
		opened: 'stamp',
		action: '/step?/watch',
		unsent,
		report: async (report) => {
			sent.push(report);
			const seen = await answer();
			return { seen, enough: 100, completed: { step: false, module: false } };
		},
		where: () => ({ position, speed: 1 }),
		changed: () => undefined,
		troubled: () => undefined,
		kept: (left) => (kept = left)
	});
}

type Open = ReturnType<typeof open>;

function move(reporter: Open, kind: 'start' | 'time' | 'stop', at: number) {
	position = at;
	reporter.happened({ kind, at, clock: at, speed: 1 });
}

test('the first play is told at once, with nothing played yet', () => {
	move(open(), 'start', 0);
	expect(sent).toMatchObject([{ played: [], position: 0 }]);
});

test('playing is told every ten seconds', async () => {
	const reporter = open();
	move(reporter, 'start', 0);
	for (let second = 1; second <= 20; second += 1) {
		move(reporter, 'time', second);
		await vi.advanceTimersByTimeAsync(1000);
	}
	expect(sent.map(({ played }) => played)).toEqual([[], [[0, 10]], [[10, 20]]]);
});

test('what did not arrive is in the next report', async () => {
	const reporter = open();
	move(reporter, 'start', 0);
	answer = () => Promise.reject(new ReportFailed('later', 'There is no connection.'));
	move(reporter, 'stop', 4);
	reporter.tell();
	await vi.advanceTimersByTimeAsync(0);
	expect(kept).toEqual([[0, 4]]);
	answer = () => Promise.resolve(4);
	await vi.advanceTimersByTimeAsync(5000);
	expect(sent.at(-1)?.played).toEqual([[0, 4]]);
	expect(kept).toEqual([]);
});

test('what the server refuses is not sent again', async () => {
	const reporter = open();
	move(reporter, 'start', 0);
	answer = () => Promise.reject(new ReportFailed('never', 'The report was refused.'));
	move(reporter, 'stop', 4);
	reporter.tell();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(sent).toHaveLength(2);
	expect(kept).toEqual([]);
});

test('what an earlier page kept is sent first', async () => {
	open([[3, 7]]);
	await vi.advanceTimersByTimeAsync(0);
	expect(sent).toMatchObject([{ played: [[3, 7]] }]);
});

test('nothing is told of a video that was never played', () => {
	const reporter = open();
	reporter.tell();
	reporter.close();
	expect(sent).toEqual([]);
});
