import type { Schedule } from './schedule.ts';

const longestLine = 42;

export function captions({ spoken, seconds }: Schedule, language: string): string {
	const cues = spoken.map(({ line, from, to }, index) => {
		// A cue stays while nothing else is said: slower readers need it more than the silence does.
		const next = spoken[index + 1]?.from ?? seconds;
		const until = Math.min(to + 1.2, next - 0.06);
		return `${time(from)} --> ${time(until)}\n${folded(line.captions.get(language) ?? '')}`;
	});
	return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

export function chapters({ chapters: list, seconds }: Schedule): string {
	const cues = list.map(
		({ title, from }, index) =>
			`${time(from)} --> ${time(list[index + 1]?.from ?? seconds)}\n${title}`
	);
	return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

/** Breaks a long sentence into two lines of about equal length. */
function folded(text: string): string {
	if (text.length <= longestLine) return text;
	const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
	const unevenness = (at: number) => Math.abs(text.length - 2 * at);
	const fold = spaces.sort((a, b) => unevenness(a) - unevenness(b))[0];
	return fold === undefined ? text : `${text.slice(0, fold)}\n${text.slice(fold + 1)}`;
}

function time(seconds: number): string {
	const thousandths = Math.max(0, Math.round(seconds * 1000));
	const pad = (value: number, length: number) => String(Math.floor(value)).padStart(length, '0');
	return `${pad(thousandths / 3_600_000, 2)}:${pad((thousandths / 60_000) % 60, 2)}:${pad((thousandths / 1000) % 60, 2)}.${pad(thousandths % 1000, 3)}`;
}
