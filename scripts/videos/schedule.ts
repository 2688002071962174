import type { Line, Script, Slide } from './script-file.ts';

/** Seconds: long enough to take a sentence in, and to see a new picture before it is spoken of. */
const silence = { begin: 0.9, slide: 1.1, chapter: 1.5, beat: 0.35, sentence: 0.5, end: 2 };

export interface Spoken {
	line: Line;
	from: number;
	to: number;
}

export interface ShownBeat {
	slide: Slide;
	/** 1 for the slide as it first appears. */
	beat: number;
	from: number;
}

export interface Schedule {
	spoken: Spoken[];
	shown: ShownBeat[];
	chapters: { title: string; from: number }[];
	stops: number[];
	seconds: number;
}

/** Lays the sentences out in time; `lengthOf` gives the seconds that each was measured to take. */
export function schedule(script: Script, lengthOf: (line: Line) => number): Schedule {
	const plan: Schedule = { spoken: [], shown: [], chapters: [], stops: [], seconds: 0 };
	let now = 0;
	for (const slide of script.slides) {
		if (slide.chapter !== null) {
			plan.chapters.push({ title: slide.chapter, from: now });
		}
		for (const [index, beat] of slide.beats.entries()) {
			plan.shown.push({ slide, beat: index + 1, from: now });
			if (index > 0) now += silence.beat;
			else if (now === 0) now += silence.begin;
			else now += slide.chapter === null ? silence.slide : silence.chapter;
			for (const line of beat.lines) {
				const from = now;
				now += lengthOf(line);
				plan.spoken.push({ line, from, to: now });
				now += silence.sentence;
				// A stop falls into the pause after its sentence, never on a word.
				if (line.stop) plan.stops.push(Math.ceil(now));
				now += line.pauseAfter;
			}
		}
	}
	plan.seconds = now + silence.end;
	return plan;
}
