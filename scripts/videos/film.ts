import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import type { Schedule } from './schedule.ts';
import type { Slide } from './script-file.ts';

export const framesPerSecond = 15;

const seconds = { fade: 0.3, draw: 2.4, beat: 0.5 };

/** One picture of the film, and how many frames it stays. */
export interface Still {
	file: string;
	frames: number;
}

/** Draws every picture that differs from the one before it. */
export async function draw(plan: Schedule, pictures: string, folder: string): Promise<Still[]> {
	const browser = await chromium.launch({
		executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
	});
	const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
	await page.setContent(`<style>${stylesheet()}</style><body></body>`);
	await page.evaluate(() => document.fonts.ready);

	const stills: Still[] = [];
	let lineLeft: number | undefined;
	const end = Math.round(plan.seconds * framesPerSecond);
	for (const [index, { slide, beat, from }] of plan.shown.entries()) {
		if (beat === 1) {
			const heights = await place(page, slide, pictures);
			if (lineLeft !== undefined && Math.abs(heights.enters - lineLeft) > 1)
				throw new Error(
					`${slide.picture}.svg: let the line come in at ${String(lineLeft)}, where the last picture let it go.`
				);
			lineLeft = heights.leaves;
		}
		const first = Math.round(from * framesPerSecond);
		const next = plan.shown[index + 1];
		const until = next === undefined ? end : Math.round(next.from * framesPerSecond);
		const moving = Math.min(
			until - first,
			Math.ceil((beat === 1 ? seconds.draw : seconds.beat) * framesPerSecond)
		);
		for (let frame = 1; frame <= moving; frame++) {
			const file = join(folder, `still-${String(stills.length).padStart(5, '0')}.png`);
			const elapsed = frame === moving ? Infinity : frame / framesPerSecond;
			await page.evaluate(pose, { beat, elapsed, seconds });
			await page.screenshot({ path: file });
			stills.push({ file, frames: frame === moving ? until - first - moving + 1 : 1 });
		}
	}
	await browser.close();
	return stills;
}

/** Puts the slide over the last one and says at which heights its line enters and leaves. */
async function place(page: Page, { picture, words }: Slide, pictures: string) {
	const svg = readFileSync(join(pictures, `${picture}.svg`), 'utf8');
	return page.evaluate(
		({ svg, words }) => {
			for (const old of document.querySelectorAll('.slide.leaving')) old.remove();
			document.querySelector('.slide')?.classList.add('leaving');

			const slide = document.createElement('div');
			slide.className = 'slide';
			slide.innerHTML = svg;
			const drawing = slide.querySelector('svg');
			const line = slide.querySelector<SVGPathElement>('.line');
			if (drawing === null || line === null) throw new Error('A picture needs a path.line.');
			slide.dataset['words'] = drawing.dataset['words'] ?? 'left';

			const ahead = line.cloneNode();
			if (ahead instanceof Element) ahead.setAttribute('class', 'ahead');
			line.before(ahead);
			const knot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
			knot.setAttribute('class', 'knot now');
			knot.setAttribute('r', '13');
			drawing.append(knot);

			const box = document.createElement('div');
			box.className = 'words';
			for (const [index, text] of words.entries()) {
				const element = document.createElement(index === 0 ? 'h1' : 'p');
				element.textContent = text;
				box.append(element);
			}
			slide.append(box);
			document.body.append(slide);
			const length = line.getTotalLength();
			return {
				enters: line.getPointAtLength(0).y,
				leaves: line.getPointAtLength(length).y
			};
		},
		{ svg, words }
	);
}

interface Pose {
	beat: number;
	/** Seconds since this beat began. */
	elapsed: number;
	seconds: { fade: number; draw: number; beat: number };
}

/** Runs in the page: sets everything as it stands at one moment. */
function pose({ beat, elapsed, seconds }: Pose) {
	const part = (length: number) => Math.min(1, elapsed / length);
	const eased = (x: number) => (x < 0.5 ? 2 * x * x : 1 - (2 - 2 * x) ** 2 / 2);
	const slide = document.querySelector<HTMLElement>('.slide:not(.leaving)');
	const line = slide?.querySelector<SVGPathElement>('.line');
	const knot = slide?.querySelector<SVGElement>('.now');
	if (!slide || !line || !knot) return;

	const leaving = document.querySelector<HTMLElement>('.slide.leaving');
	if (leaving) leaving.style.opacity = String(beat > 1 ? 0 : 1 - part(seconds.fade));
	// The new slide waits until the old one is almost gone: two texts on one spot cannot be read.
	const arrives = Math.min(1, Math.max(0, (elapsed - 0.7 * seconds.fade) / seconds.fade));
	slide.style.opacity = String(beat > 1 || !leaving ? 1 : arrives);

	const drawn = beat > 1 ? 1 : eased(part(seconds.draw));
	const length = line.getTotalLength();
	line.style.strokeDasharray = `${String(length * drawn)} ${String(length)}`;
	const { x, y } = line.getPointAtLength(length * drawn);
	knot.setAttribute('cx', String(x));
	knot.setAttribute('cy', String(y));
	knot.style.opacity = drawn < 1 ? '1' : '0';

	for (const piece of slide.querySelectorAll<SVGElement>('[data-beat]')) {
		const appears = Number(piece.dataset['beat']);
		piece.style.opacity = String(appears < beat ? 1 : appears > beat ? 0 : part(seconds.beat));
	}
	for (const piece of slide.querySelectorAll<SVGElement>('[data-until]')) {
		const goes = Number(piece.dataset['until']);
		piece.style.opacity = String(goes < beat ? 0 : goes > beat ? 1 : 1 - part(seconds.beat));
	}
}

function stylesheet(): string {
	const here = import.meta.dirname;
	const tokens = readFileSync(join(here, '../../src/lib/ui/tokens.css'), 'utf8');
	const colours = [...tokens.matchAll(/(--[\w-]+): light-dark\((#\w+)/g)].map(
		([, name, light]) => `${String(name)}: ${String(light)};`
	);
	return [
		`:root { ${colours.join(' ')} }`,
		font('Newsreader Variable', 'newsreader/files/newsreader-latin-standard-normal.woff2'),
		font(
			'Atkinson Hyperlegible Next Variable',
			'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'
		),
		readFileSync(join(here, 'slides.css'), 'utf8')
	].join('\n');
}

function font(family: string, file: string): string {
	const path = createRequire(import.meta.url).resolve(`@fontsource-variable/${file}`);
	const data = readFileSync(path).toString('base64');
	return `@font-face { font-family: '${family}'; font-weight: 200 800; src: url(data:font/woff2;base64,${data}); }`;
}
