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
	return changes(mine, base)
		.map(({ before, typed }) => {
			if (typed.includes(before)) return typed;
			return before.includes(typed) ? before : `${before} ${typed}`;
		})
		.join('');
}

/** Passage by passage. Nothing but a space between two changes is one change: no sentence is put between another’s words. */
function changes(mine: string, base: string): { before: string; typed: string }[] {
	const passages: { before: string; typed: string }[] = [];
	for (const piece of diffComm(wordsIn(base), wordsIn(mine))) {
		const isSame = 'common' in piece;
		const [before, typed] =
			'common' in piece
				? [piece.common.join(''), piece.common.join('')]
				: [piece.buffer1.join(''), piece.buffer2.join('')];
		const last = passages.at(-1);
		const isOpen = last !== undefined && last.before !== last.typed;
		if (isOpen && (!isSame || before.trim() === '')) {
			last.before += before;
			last.typed += typed;
		} else passages.push({ before, typed });
	}
	return passages;
}

/** Whether all letters of it stand there, in their order. */
function holds(text: string, part: string): boolean {
	let at = 0;
	for (let place = 0; place < text.length && at < part.length; place += 1) {
		if (text[place] === part[at]) at += 1;
	}
	return at === part.length;
}
