import { untrack } from 'svelte';
import type { Stop } from '../../blocks.ts';
import type { PlayedBlock } from '../../played-blocks.ts';
import { rememberedUnsent, rememberUnsent } from './device.ts';
import { openReporter, type Reporter, type Trouble } from './reporter.ts';
import type { Report } from './report.ts';
import { stopBetween, type StopPrompt } from './stops.ts';
import type { Moment } from './stretches.ts';
import { resumeAt } from './times.ts';

export { sendWatch } from './report.ts';

/** One person watching one video: where they are, what counts, what they are asked. */

type VideoBlock = PlayedBlock & { kind: 'video' };

/** A jump of so many seconds forward is a skip. */
const SKIP = 5;

export class Watching {
	/** Where the video is, in seconds. */
	time = $state(0);
	/** The different seconds that were played, on any device. */
	seen = $state(0);
	enough = $state(false);
	/** The stop at which it waits. */
	stop = $state<Stop | null>(null);
	skipped = $state(false);
	trouble = $state<Trouble>(null);
	readonly resume: number;

	readonly #block: VideoBlock;
	readonly #ownerId: string;
	readonly #report: Report;
	readonly #prompts: () => readonly StopPrompt[];
	readonly #asked: string[] = [];
	#element: HTMLVideoElement | null = null;
	#reporter: Reporter | null = null;
	/** How far it played without a jump. */
	#reached: number;

	constructor(
		block: VideoBlock,
		ownerId: string,
		report: Report,
		prompts: () => readonly StopPrompt[]
	) {
		this.#block = block;
		this.#ownerId = ownerId;
		this.#report = report;
		this.#prompts = prompts;
		this.resume = resumeAt(block.mark.watch?.position ?? 0, block.seconds);
		this.#reached = this.resume;
		this.time = this.resume;
		this.seen = block.mark.watch?.seen ?? 0;
	}

	/** Listens to the element, whoever draws its controls, until the returned function is called. */
	attach(element: HTMLVideoElement): () => void {
		this.#element = element;
		const speed = this.#block.mark.watch?.speed ?? 1;
		element.defaultPlaybackRate = speed;
		element.playbackRate = speed;
		const earlier = this.#tellEarlier();
		this.#reporter = this.#openReporter();
		const listening = new AbortController();
		const { signal } = listening;
		this.#listen(element, signal);
		// The browser's own controls are there before us.
		if (!element.paused) {
			this.#reached = this.time = element.currentTime;
			this.#happened('start');
		}
		document.addEventListener('visibilitychange', () => this.#away(), { signal });
		window.addEventListener('pagehide', () => this.#reporter?.tell(true), { signal });
		window.addEventListener('online', () => this.#reporter?.tell(), { signal });
		return () => {
			listening.abort();
			earlier?.close();
			this.#reporter?.close();
			this.#element = null;
		};
	}

	seek(to: number): void {
		this.time = to;
		if (this.#element !== null) this.#element.currentTime = to;
	}

	/** Goes on playing, past the stop at which it may wait. */
	play(): void {
		this.stop = null;
		// A browser may forbid it; the person then presses play in the player.
		this.#element?.play().catch(() => undefined);
	}

	/** Leaves the stop, to answer what it asked. */
	leaveStop(): string | null {
		const prompt = this.stop?.prompt ?? null;
		this.stop = null;
		return prompt;
	}

	#listen(element: HTMLVideoElement, signal: AbortSignal): void {
		const on = (name: keyof HTMLMediaElementEventMap, handle: () => void) =>
			element.addEventListener(name, handle, { signal });
		on('playing', () => {
			this.stop = null;
			this.#happened('start');
		});
		on('timeupdate', () => this.#moved());
		// Loading anew forgets where somebody wanted to be.
		on('loadedmetadata', () => {
			if (Math.abs(element.currentTime - this.time) > 1) element.currentTime = this.time;
		});
		on('waiting', () => this.#happened('stop'));
		on('pause', () => {
			this.#happened('stop');
			this.#reporter?.tell();
		});
		on('seeking', () => this.#seeking());
		on('seeked', () => {
			if (!element.paused) this.#happened('start');
			this.#reporter?.tell();
		});
		on('ratechange', () => {
			if (!element.paused) this.#happened('time');
			this.#reporter?.tell();
		});
	}

	#happened(kind: Moment['kind']): void {
		const element = this.#element;
		if (element === null) return;
		const clock = performance.now() / 1000;
		const { currentTime: at, playbackRate: speed } = element;
		this.#reporter?.happened({ kind, at, clock, speed });
	}

	#moved(): void {
		const element = this.#element;
		if (element === null) return;
		this.time = element.currentTime;
		if (element.paused || element.seeking) return;
		this.#happened('time');
		const answered = this.#prompts().filter((prompt) => prompt.answered);
		const passed = [...this.#asked, ...answered.map(({ id }) => id)];
		const stop = stopBetween(this.#block.stops, this.#reached, this.time, passed);
		this.#reached = this.time;
		if (stop !== null) this.#stopAt(stop, element);
	}

	#stopAt(stop: Stop, element: HTMLVideoElement): void {
		this.#asked.push(stop.prompt);
		if (!this.#prompts().some(({ id }) => id === stop.prompt)) return;
		element.pause();
		if (document.fullscreenElement !== null) void document.exitFullscreen();
		this.stop = stop;
	}

	#seeking(): void {
		const element = this.#element;
		if (element === null) return;
		this.#happened('seek');
		const skips = element.currentTime > this.#reached + SKIP;
		if (skips && !this.enough && !untrack(() => this.#block.completed)) this.skipped = true;
		this.#reached = element.currentTime;
		this.time = element.currentTime;
	}

	#away(): void {
		if (document.visibilityState === 'hidden') this.#reporter?.tell(true);
	}

	/** What an earlier page played and could not tell goes out with that page's own time of opening. */
	#tellEarlier(): Reporter | null {
		const unsent = rememberedUnsent(this.#ownerId, this.#block.id);
		if (unsent === null) return null;
		this.seek(resumeAt(unsent.position, this.#block.seconds));
		const { opened, stretches, position } = unsent;
		rememberUnsent(this.#ownerId, this.#block.id, null);
		return openReporter({
			...this.#reporting(opened, () => position),
			unsent: stretches
		});
	}

	#openReporter(): Reporter {
		const opened = this.#block.mark.watch?.opened ?? '';
		return openReporter({
			...this.#reporting(opened, () => this.#element?.currentTime ?? this.time),
			unsent: []
		});
	}

	#reporting(opened: string, position: () => number) {
		const blockId = this.#block.id;
		return {
			blockId,
			opened,
			action: `${location.pathname}?/watch`,
			report: this.#report,
			where: () => ({
				position: position(),
				speed: Math.min(2, Math.max(0.5, this.#element?.playbackRate ?? 1))
			}),
			changed: ({ seen, enough }: { seen: number; enough: number }) => {
				this.seen = Math.max(this.seen, seen);
				this.enough = seen >= enough;
			},
			troubled: (trouble: Trouble) => {
				this.trouble = trouble;
			},
			kept: (stretches: readonly [number, number][]) => {
				const unsent = { opened, stretches: [...stretches], position: position() };
				rememberUnsent(this.#ownerId, blockId, stretches.length > 0 ? unsent : null);
			}
		};
	}
}
