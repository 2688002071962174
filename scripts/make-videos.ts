/**
 * Makes every video under modules/ from its script: media/NAME.script.md and media/NAME.pictures/*.svg
 * become NAME.mp4, NAME.webp, NAME.LANGUAGE.vtt and NAME.chapters.vtt. The results are committed.
 * Needs Debian's chromium, ffmpeg, and festival with festvox-us-slt-hts (or flite).
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captions, chapters } from './videos/captions.ts';
import { draw, framesPerSecond, type Still } from './videos/film.ts';
import { schedule, type Schedule } from './videos/schedule.ts';
import { readScript, type Line } from './videos/script-file.ts';
import { sampleRate, speak } from './videos/voice.ts';

const only = process.argv[2] ?? '';
for (const file of globSync('modules/**/media/*.script.md'))
	if (file.includes(only)) await make(file);

async function make(file: string) {
	const target = file.replace(/\.script\.md$/, '');
	const folder = mkdtempSync(join(tmpdir(), 'throughline-video-'));
	try {
		const script = readScript(readFileSync(file, 'utf8'), file);
		const lines = script.slides.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
		console.log(`${file}: speaking ${String(lines.length)} sentences`);
		const voices = speak(
			lines.map(({ spoken }) => spoken),
			script.voice,
			script.rate,
			folder
		);
		const voiceOf = new Map(lines.map((line, index) => [line, voices[index] ?? new Int16Array()]));
		const plan = schedule(script, (line) => (voiceOf.get(line)?.length ?? 0) / sampleRate);
		const sound = join(folder, 'sound.raw');
		writeFileSync(sound, soundtrack(plan, voiceOf));

		console.log(`${file}: drawing ${String(script.slides.length)} slides`);
		const stills = await draw(plan, `${target}.pictures`, folder);

		console.log(`${file}: filming ${plan.seconds.toFixed(1)} s`);
		film(stills, sound, script.title, `${target}.mp4`, folder);
		poster(stills, plan, `${target}.webp`);
		for (const language of script.languages)
			writeFileSync(`${target}.${language}.vtt`, captions(plan, language));
		writeFileSync(`${target}.chapters.vtt`, chapters(plan));

		const kilobytes = (path: string) => `${String(Math.ceil(statSync(path).size / 1000))} kB`;
		console.log(
			`${target}.mp4 ${kilobytes(`${target}.mp4`)}, poster ${kilobytes(`${target}.webp`)}`
		);
		for (const stop of plan.stops) console.log(`  its step stops it at: ${String(stop)}`);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function soundtrack(plan: Schedule, voiceOf: Map<Line, Int16Array>): Buffer {
	const samples = new Int16Array(Math.ceil(plan.seconds * sampleRate));
	for (const { line, from } of plan.spoken)
		samples.set(voiceOf.get(line) ?? [], Math.round(from * sampleRate));
	return Buffer.from(samples.buffer);
}

function film(stills: Still[], sound: string, title: string, target: string, folder: string) {
	const list = join(folder, 'stills.txt');
	const entries = stills.map(
		({ file, frames }) => `file '${file}'\nduration ${(frames / framesPerSecond).toFixed(6)}`
	);
	// The last still is named twice: ffmpeg ignores the duration of the last entry.
	writeFileSync(list, [...entries, `file '${stills.at(-1)?.file ?? ''}'`].join('\n'));
	execFileSync('ffmpeg', [
		...['-y', '-v', 'error', '-f', 'concat', '-safe', '0', '-i', list],
		...['-f', 's16le', '-ar', String(sampleRate), '-ac', '1', '-i', sound],
		...['-vf', `fps=${String(framesPerSecond)},format=yuv420p`],
		...['-c:v', 'libx264', '-profile:v', 'main', '-preset', 'slow', '-tune', 'animation'],
		// A key frame every five seconds keeps seeking quick without costing much on slides.
		...['-crf', '23', '-g', String(5 * framesPerSecond)],
		...['-af', 'loudnorm=I=-18:TP=-2:LRA=7', '-ar', '44100', '-c:a', 'aac', '-b:a', '64k'],
		...['-metadata', `title=${title}`, '-movflags', '+faststart', '-shortest', target]
	]);
}

/** The first slide, once its line is drawn. */
function poster(stills: Still[], plan: Schedule, target: string) {
	const end = (plan.shown[1]?.from ?? plan.seconds) * framesPerSecond;
	let frames = 0;
	const still = stills.find((each) => (frames += each.frames) >= Math.round(end));
	execFileSync('ffmpeg', [
		...['-y', '-v', 'error', '-i', still?.file ?? '', '-c:v', 'libwebp', '-quality', '82', target]
	]);
}
