import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const sampleRate = 32_000;

/** Speaks every sentence into 16-bit mono samples at `sampleRate`, trimmed of the voice's own silence. */
export function speak(sentences: string[], voice: string, rate: number, folder: string) {
	const files = sentences.map((_, index) => join(folder, `sentence-${String(index)}.wav`));
	try {
		speakWithFestival(sentences, files, voice, rate, folder);
	} catch {
		for (const [index, file] of files.entries())
			execFileSync('flite', [
				...['-voice', 'slt', '--setf', `duration_stretch=${String(1 / rate)}`],
				...['-t', sentences[index] ?? '', '-o', file]
			]);
	}
	return files.map((file) => {
		const samples = execFileSync(
			'ffmpeg',
			[
				...['-v', 'error', '-i', file],
				// The voice is bright and buzzes a little: this takes the edge off without muffling it.
				...['-af', 'highpass=f=75,equalizer=f=3400:t=q:w=1.1:g=-3,lowpass=f=11000'],
				...['-ar', String(sampleRate), '-ac', '1', '-f', 's16le', '-']
			],
			{ maxBuffer: 1 << 27 }
		);
		return trimmed(new Int16Array(new Uint8Array(samples).buffer));
	});
}

function speakWithFestival(
	sentences: string[],
	files: string[],
	voice: string,
	rate: number,
	folder: string
) {
	const program = join(folder, 'speak.scm');
	writeFileSync(
		program,
		[
			`(voice_${voice})`,
			// The voice ignores Festival's own Duration_Stretch and listens only to its engine's rate.
			`(set! hts_engine_params (append hts_engine_params (list (list "-r" ${String(rate)}))))`,
			...sentences.map(
				(sentence, index) =>
					`(utt.save.wave (utt.synth (Utterance Text ${quoted(sentence)})) ${quoted(files[index] ?? '')})`
			)
		].join('\n')
	);
	execFileSync('festival', ['-b', program], { stdio: ['ignore', 'ignore', 'pipe'] });
	for (const file of files) if (readFileSync(file).length < 1000) throw new Error(file);
}

const quoted = (text: string) => `"${text.replaceAll('’', "'").replaceAll(/["\\]/g, '')}"`;

/** Caption times come from the length of the speech, so silence around it must not count. */
function trimmed(samples: Int16Array): Int16Array {
	const loud = 250;
	const breath = Math.round(sampleRate * 0.04);
	const first = samples.findIndex((sample) => Math.abs(sample) > loud);
	const last = samples.findLastIndex((sample) => Math.abs(sample) > loud);
	return samples.slice(Math.max(0, first - breath), Math.min(samples.length, last + 2 * breath));
}
