import { diffComm } from 'node-diff3';
import { mergeNotes, wordsIn } from '../../../live/group-note.ts';

/**
 * What comes to a note from somebody who may add to it and change nothing: what they typed over the base stands
 * there, and every letter of what stands stays.
 */
export function addToNote(mine: string, base: string, stands: string): string {
	const merged = mergeNotes(keeping(mine, base), base, stands);
	return holds(merged, stands) ? merged : `${stands}\n${mine}`;
}

/** What was typed, with what it took away from the base. */
function keeping(mine: string, base: string): string {
	return diffComm(wordsIn(base), wordsIn(mine))
		.map((piece) => {
			if ('common' in piece) return piece.common.join('');
			const [before, typed] = [piece.buffer1.join(''), piece.buffer2.join('')];
			if (before === '' || typed.includes(before)) return typed;
			return typed === '' || before.includes(typed) ? before : `${before} ${typed}`;
		})
		.join('');
}

/** Whether all letters of it stand there, in their order. */
function holds(text: string, part: string): boolean {
	let at = 0;
	for (let place = 0; place < text.length && at < part.length; place += 1) {
		if (text[place] === part[at]) at += 1;
	}
	return at === part.length;
}
