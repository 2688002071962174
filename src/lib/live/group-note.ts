import { diff3Merge } from 'node-diff3';

/** A group’s note, written by several hands at once. Nobody is asked whose words stay: all of them do. */

export const LONGEST_NOTE = 10_000;

/**
 * What two made of one text. Where both changed the same place, what each of them wrote stands there, the one
 * after the other.
 */
export function mergeNotes(mine: string, base: string, theirs: string): string {
	if (mine === theirs || theirs === base) return mine;
	if (mine === base) return theirs;
	return diff3Merge(wordsIn(mine), wordsIn(base), wordsIn(theirs), { excludeFalseConflicts: true })
		.map(({ ok, conflict }) =>
			ok === undefined
				? bothOf(joined(conflict?.a), joined(conflict?.o), joined(conflict?.b))
				: joined(ok)
		)
		.join('');
}

function bothOf(mine: string, base: string, theirs: string): string {
	if (mine === theirs || mine.includes(theirs)) return mine;
	if (theirs.includes(mine)) return theirs;
	// One of them is still in the middle of a word, and the other wrote on beside it.
	const aroundTheirs = around(theirs, base);
	if (aroundTheirs !== null) return aroundTheirs.join(mine);
	const aroundMine = around(mine, base);
	if (aroundMine !== null) return aroundMine.join(theirs);
	if (/\s$/.test(theirs) || /^\s/.test(mine)) return theirs + mine;
	if (/\s$/.test(mine) || /^\s/.test(theirs)) return mine + theirs;
	return base === '' ? `${theirs}\n${mine}` : `${theirs} ${mine}`;
}

/** What was written before and after the base; null where the base itself was changed. */
function around(text: string, base: string): [string, string] | null {
	const at = base === '' ? -1 : text.indexOf(base);
	if (at < 0) return null;
	const [before, after] = [text.slice(0, at), text.slice(at + base.length)];
	const isApart = (before === '' || /\s$/.test(before)) && (after === '' || /^\s/.test(after));
	return isApart ? [before, after] : null;
}

function joined(pieces: readonly string[] | undefined): string {
	return pieces?.join('') ?? '';
}

export function wordsIn(text: string): string[] {
	return text.match(/\s|\S+/g) ?? [];
}
