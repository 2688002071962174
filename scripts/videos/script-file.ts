import { parse } from 'yaml';

/** One sentence of the narration: what is heard, and what is read in each language. */
export interface Line {
	captions: Map<string, string>;
	/** How to say it, where the voice would stumble over how it is written. */
	spoken: string;
	pauseAfter: number;
	/** The module stops the video after this sentence to ask something. */
	stop: boolean;
}

/** What a slide shows while some sentences are spoken; the next beat adds a part of the picture. */
export interface Beat {
	lines: Line[];
}

export interface Slide {
	picture: string;
	words: string[];
	beats: Beat[];
	chapter: string | null;
}

export interface Script {
	title: string;
	voice: string;
	rate: number;
	languages: string[];
	slides: Slide[];
}

/** Two lines of 42 characters: more than that is not read in the time that it is shown. */
const longestCaption = 84;

export function readScript(text: string, file: string): Script {
	const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	if (frontMatter === undefined || body === undefined)
		throw new Error(`${file}: begin the file with front matter between two lines of ---.`);
	const { title, voice, rate, languages } = readFrontMatter(frontMatter, file);

	const slides: Slide[] = [];
	let chapter: string | null = null;
	let slide: Slide | undefined;
	let line: Line | undefined;

	for (const [index, raw] of body.split('\n').entries()) {
		const at = `${file}:${String(index + frontMatter.split('\n').length + 3)}`;
		const written = raw.trim();
		if (written === '') continue;
		if (written.startsWith('## ')) {
			chapter = written.slice(3);
			slide = undefined;
			continue;
		}
		if (written.startsWith('### ')) {
			slide = { picture: written.slice(4), words: [], beats: [{ lines: [] }], chapter };
			slides.push(slide);
			chapter = null;
			line = undefined;
			continue;
		}
		// What stands before the first chapter is a note to the next author.
		if (slide === undefined) continue;

		const labelled = /^([a-z]{2,3}):\s+(.+)$/.exec(written);
		const pause = /^\(pause ([\d.]+)\)$/.exec(written);
		if (written.startsWith('> ')) slide.words.push(written.slice(2));
		else if (written === '+') {
			slide.beats.push({ lines: [] });
		} else if (labelled?.[1] !== undefined && labelled[2] !== undefined) {
			if (line === undefined) throw new Error(`${at}: put the sentence before its translation.`);
			if (labelled[1] === 'say') line.spoken = labelled[2];
			else line.captions.set(labelled[1], caption(labelled[2], at));
		} else if (pause?.[1] !== undefined) {
			if (line === undefined) throw new Error(`${at}: a pause follows a sentence.`);
			line.pauseAfter += Number(pause[1]);
		} else if (written === '(stop)') {
			if (line === undefined) throw new Error(`${at}: a stop follows a sentence.`);
			line.stop = true;
		} else {
			line = {
				captions: new Map([[languages[0] ?? 'en', caption(written, at)]]),
				spoken: written,
				pauseAfter: 0,
				stop: false
			};
			slide.beats.at(-1)?.lines.push(line);
		}
	}

	requireCaptions(slides, languages, file);
	return { title, voice, rate, languages, slides };
}

function readFrontMatter(text: string, file: string) {
	const { title, voice, rate, languages } = Object(parse(text)) as Record<string, unknown>;
	if (
		typeof title !== 'string' ||
		typeof voice !== 'string' ||
		typeof rate !== 'number' ||
		!Array.isArray(languages)
	)
		throw new Error(`${file}: the front matter needs title, voice, rate, and languages.`);
	return { title, voice, rate, languages: languages.map(String) };
}

function requireCaptions(slides: Slide[], languages: string[], file: string) {
	for (const { picture, beats } of slides)
		for (const { lines } of beats)
			for (const { captions, spoken } of lines)
				for (const language of languages)
					if (!captions.has(language))
						throw new Error(
							`${file}: on the slide "${picture}", give "${spoken}" a caption: ${language}: …`
						);
}

function caption(text: string, at: string): string {
	if (text.length > longestCaption)
		throw new Error(
			`${at}: ${String(text.length)} characters are too many for one caption. Keep it to ${String(longestCaption)}.`
		);
	return text;
}
