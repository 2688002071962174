import type { Cue } from '../../blocks.ts';
import { parseVtt } from '../../vtt.ts';

const read = new Map<string, Promise<Cue[]>>();

/** What is said, from a captions file; read once. Rejects when it cannot be had now. */
export function readLines(src: string): Promise<Cue[]> {
	const known = read.get(src);
	if (known !== undefined) return known;
	const reading = fetchLines(src);
	read.set(src, reading);
	// What failed is asked for again next time.
	reading.catch(() => read.delete(src));
	return reading;
}

async function fetchLines(src: string): Promise<Cue[]> {
	const answer = await fetch(src);
	if (!answer.ok) throw new Error(`The captions answer ${answer.status}.`);
	return parseVtt(await answer.text()).cues;
}
