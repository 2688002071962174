import { ReportFailed, type Report, type WatchState } from './report.ts';
import { after, merged, nothingPlayed, taken, type Moment, type Stretch } from './stretches.ts';

/** Collects what is played and tells the server, every few seconds and whenever playing stops. */
export interface Reporter {
	happened(moment: Moment): void;
	/** Tells what is there, now. `last` goes out even if the page closes. */
	tell(last?: boolean): void;
	close(): void;
}

export type Trouble = 'later' | 'signed-out' | null;

export interface Reported {
	blockId: string;
	opened: string;
	action: string;
	/** What an earlier page could not send. */
	unsent: readonly Stretch[];
	report: Report;
	where: () => { position: number; speed: number };
	changed: (state: WatchState) => void;
	troubled: (trouble: Trouble) => void;
	/** What is still to be sent, for the device to keep. */
	kept: (unsent: readonly Stretch[]) => void;
}

const EVERY_MS = 10_000;
const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 60_000;

export function openReporter(reported: Reported): Reporter {
	const { blockId, opened, action, report, where } = reported;
	let played = nothingPlayed;
	let unsent: Stretch[] = [...reported.unsent];
	let begun = false;
	let failures = 0;
	let lastPosition: number | null = null;
	const ticker = makeTicker(() => void send(false));
	let retrying: ReturnType<typeof setTimeout> | undefined;

	async function send(keepalive: boolean, isStart = false): Promise<void> {
		clearTimeout(retrying);
		const collected = taken(played);
		played = collected.left;
		const batch = merged([...unsent, ...collected.stretches]);
		const { position, speed } = where();
		if (batch.length === 0 && position === lastPosition && !isStart) return;
		unsent = [];
		lastPosition = position;
		try {
			const body = { blockId, opened, played: batch, position, speed };
			reported.changed(await report(body, { action, keepalive }));
			failures = 0;
			reported.troubled(null);
		} catch (problem) {
			failed(problem, batch);
		}
		reported.kept(unsent);
	}

	function failed(problem: unknown, batch: Stretch[]): void {
		const why = problem instanceof ReportFailed ? problem.why : 'later';
		if (why === 'never') return;
		unsent = merged([...batch, ...unsent]);
		lastPosition = null;
		reported.troubled(why);
		const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
		failures += 1;
		retrying = setTimeout(() => void send(false), pause);
	}

	if (unsent.length > 0) void send(false);
	return {
		happened(moment) {
			played = after(played, moment);
			if (moment.kind === 'stop') ticker.stop();
			if (moment.kind !== 'start') return;
			ticker.start();
			if (!begun) void send(false, true);
			begun = true;
		},
		tell(last = false) {
			if (begun || unsent.length > 0) void send(last);
		},
		close() {
			ticker.stop();
			if (begun) void send(true);
			clearTimeout(retrying);
		}
	};
}

function makeTicker(work: () => void): { start: () => void; stop: () => void } {
	let ticking: ReturnType<typeof setInterval> | undefined;
	const stop = () => {
		clearInterval(ticking);
		ticking = undefined;
	};
	return { start: () => (ticking ??= setInterval(work, EVERY_MS)), stop };
}
