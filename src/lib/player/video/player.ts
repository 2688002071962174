import videojs from 'video.js/core.es.js';
import type { PlayerVideo } from '../../blocks.ts';
import { currentLanguage } from '../../messages/current.ts';
import { commandOf, type Command } from './keys.ts';
import { nextSpeed, SPEEDS } from './speed.ts';
import address from './video.css?url&no-inline';

/** The controls around a video element; the element itself stays, and is what everybody else listens to. */

type VideoJs = ReturnType<typeof videojs>;

export interface PlayerSettings {
	video: Pick<PlayerVideo, 'title' | 'seconds' | 'chapters' | 'stops'>;
	/** Which captions show at first; null for none. */
	captions: string | null;
	captionsChanged: (language: string | null) => void;
}

export interface Player {
	focus(): void;
	close(): void;
}

export async function openPlayer(
	element: HTMLVideoElement,
	settings: PlayerSettings
): Promise<Player | null> {
	await Promise.all([dress(), speak()]);
	// The page may have gone on meanwhile.
	if (!element.isConnected) return null;
	for (const track of element.querySelectorAll('track')) {
		track.toggleAttribute('default', track.srclang === settings.captions);
	}
	// video.js compares addresses as written, and loads a video anew that it does not recognise.
	for (const source of element.querySelectorAll('source')) source.setAttribute('src', source.src);
	const player = videojs(element, {
		controls: true,
		language: currentLanguage(),
		preload: 'metadata',
		playbackRates: SPEEDS,
		experimentalSvgIcons: true,
		textTrackSettings: false,
		preloadTextTracks: false,
		responsive: false,
		inactivityTimeout: 0,
		enableSmoothSeeking: true,
		userActions: { hotkeys: false },
		controlBar: {
			children: [
				'progressControl',
				'playToggle',
				'muteToggle',
				'currentTimeDisplay',
				'timeDivider',
				'durationDisplay',
				'customControlSpacer',
				'playbackRateMenuButton',
				'subsCapsButton',
				'fullscreenToggle'
			]
		}
	});
	player.el().setAttribute('aria-label', settings.video.title);
	player.duration(settings.video.seconds);
	player.ready(() => {
		// It takes the speed to be 1 until it hears otherwise.
		element.dispatchEvent(new Event('ratechange'));
		watchCaptions(player, settings);
		draw(player, settings.video);
	});
	player.el().addEventListener('keydown', (event) => press(player, event), { capture: true });
	return {
		focus: () => focusOn(player.el()),
		close: () => player.dispose()
	};
}

/** Its buttons in the reader's language: it knows English by itself. */
async function speak(): Promise<void> {
	if (currentLanguage() !== 'es') return;
	// Better English buttons than none.
	const loaded = await import('video.js/dist/lang/es.json').catch(() => null);
	if (loaded !== null) videojs.addLanguage('es', loaded.default);
}

let dressed: Promise<void> | undefined;

/** As a link of our own: Kit would put a stylesheet that is imported into the first visit of the page. */
function dress(): Promise<void> {
	dressed ??= new Promise((done) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = address;
		link.onload = () => done();
		link.onerror = () => done();
		document.head.append(link);
	});
	return dressed;
}

function focusOn(target: Element): void {
	if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

function watchCaptions(player: VideoJs, { captions, captionsChanged }: PlayerSettings): void {
	let shown = captions;
	player.textTracks().on('change', () => {
		const showing = captionTracks(player).find(({ mode }) => mode === 'showing');
		const language = showing?.language ?? null;
		if (language === shown) return;
		shown = language;
		captionsChanged(language);
	});
}

function captionTracks(player: VideoJs): TextTrack[] {
	const list = player.textTracks();
	// Its type leaves out that it is read by number.
	const tracks = Array.from({ length: list.length }, (_, index): unknown =>
		Reflect.get(list, index)
	);
	return tracks.filter(isTrack).filter(({ kind }) => kind === 'captions');
}

function isTrack(value: unknown): value is TextTrack {
	return typeof value === 'object' && value !== null && 'mode' in value && 'language' in value;
}

/** Chapters as ticks and stops as knots, on the line that shows the time. */
function draw(player: VideoJs, { seconds, chapters, stops }: PlayerSettings['video']): void {
	const bar = player.el().querySelector('.vjs-progress-holder');
	if (bar === null || seconds <= 0) return;
	const marks = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	marks.setAttribute('class', 'marks');
	marks.setAttribute('aria-hidden', 'true');
	for (const { from } of chapters.filter((chapter) => chapter.from > 0)) {
		marks.append(shape('line', { x: percent(from, seconds) }));
	}
	for (const { at } of stops) marks.append(shape('circle', { x: percent(at, seconds) }));
	bar.append(marks);
}

function shape(kind: 'line' | 'circle', { x }: { x: string }): SVGElement {
	const drawn = document.createElementNS('http://www.w3.org/2000/svg', kind);
	const places: Record<string, string> =
		kind === 'line' ? { x1: x, x2: x, y1: '25%', y2: '75%' } : { cx: x, cy: '50%', r: '5' };
	for (const [name, value] of Object.entries(places)) drawn.setAttribute(name, value);
	return drawn;
}

function percent(time: number, seconds: number): string {
	return `${((time / seconds) * 100).toFixed(2)}%`;
}

function press(player: VideoJs, event: Event): void {
	if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return;
	const command = commandOf(event, placeOf(event.target));
	if (command === null) return;
	event.preventDefault();
	event.stopPropagation();
	carryOut(player, command);
}

function placeOf(target: Element): 'player' | 'control' | 'slider' {
	if (target.closest('.vjs-slider, .vjs-menu')) return 'slider';
	return target.closest('button') ? 'control' : 'player';
}

function carryOut(player: VideoJs, command: Command): void {
	switch (command.do) {
		case 'toggle':
			if (player.paused()) void player.play();
			else player.pause();
			break;
		case 'move': {
			const to = (player.currentTime() ?? 0) + command.by;
			player.currentTime(Math.min(Math.max(0, to), player.duration() ?? to));
			break;
		}
		case 'mute':
			player.muted(!player.muted());
			break;
		case 'captions':
			toggleCaptions(player);
			break;
		case 'fullscreen':
			void (player.isFullscreen() ? player.exitFullscreen() : player.requestFullscreen());
			break;
		case 'slower':
		case 'faster':
			player.playbackRate(nextSpeed(player.playbackRate() ?? 1, command.do));
			break;
	}
}

const lastCaptions = new WeakMap<VideoJs, TextTrack>();

function toggleCaptions(player: VideoJs): void {
	const tracks = captionTracks(player);
	const showing = tracks.find(({ mode }) => mode === 'showing');
	if (showing === undefined) {
		const track = lastCaptions.get(player) ?? tracks[0];
		if (track !== undefined) track.mode = 'showing';
	} else {
		lastCaptions.set(player, showing);
		showing.mode = 'disabled';
	}
}
