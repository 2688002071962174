import type { Cue } from './blocks.ts';

/** WebVTT as our captions and chapters use it: cues with times and text; styles, regions and notes are passed over. */

export interface Track {
	cues: Cue[];
	complaints: { line: number; message: string }[];
}

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}(?:[ \\t].*)?$`);

export function parseVtt(text: string): Track {
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	const track: Track = { cues: [], complaints: [] };
	const complain = (index: number, message: string) =>
		track.complaints.push({ line: index + 1, message });
	if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) {
		complain(0, 'The file must begin with the line WEBVTT.');
	}
	for (let index = 1; index < lines.length; index += 1) {
		const line = lines[index] ?? '';
		if (!line.includes('-->')) continue;
		const match = timing.exec(line.trim());
		if (!match) {
			complain(index, 'The time of this cue cannot be read. Write it as 00:01.000 --> 00:04.500.');
			continue;
		}
		const from = seconds(match.slice(1, 5));
		const to = seconds(match.slice(5, 9));
		const words: string[] = [];
		const at = index;
		while ((lines[index + 1] ?? '').trim() !== '' && !(lines[index + 1] ?? '').includes('-->')) {
			index += 1;
			words.push(lines[index] ?? '');
		}
		const said = plainText(words.join(' '));
		const before = track.cues.at(-1);
		if (to <= from) complain(at, 'This cue ends before it begins. Mend its times.');
		else if (before && from < before.from) {
			complain(at, 'This cue begins before the one above it. Put the cues in order.');
		} else if (said === '')
			complain(at, 'This cue has no words. Write them on the line below its time.');
		else track.cues.push({ from, to, text: said });
	}
	if (track.cues.length === 0 && track.complaints.length === 0) {
		complain(0, 'The file has no cues. Write at least one time and its words.');
	}
	return track;
}

function seconds(parts: (string | undefined)[]): number {
	const [hours = 0, minutes = 0, whole = 0, thousandths = 0] = parts.map((part) =>
		Number(part ?? 0)
	);
	return hours * 3600 + minutes * 60 + whole + thousandths / 1000;
}

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	nbsp: ' ',
	lrm: '',
	rlm: ''
};

function plainText(text: string): string {
	return text
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
		.replace(/\s+/g, ' ')
		.trim();
}
