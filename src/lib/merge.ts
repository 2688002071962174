import { diff3Merge } from 'node-diff3';

/**
 * What both made of one text: the words of each where they changed different places.
 * @returns null where both changed the same place differently, so that somebody must choose.
 */
export function merge(mine: string, base: string, theirs: string): string | null {
	if (mine === theirs || theirs === base) return mine;
	if (mine === base) return theirs;
	const regions = diff3Merge(pieces(mine), pieces(base), pieces(theirs), {
		excludeFalseConflicts: true
	});
	const kept = regions.map(({ ok }) => ok ?? null);
	return kept.includes(null) ? null : kept.flat().join('');
}

/** Words and the spaces between them: two who change neighboring words are not in each other’s way. */
function pieces(text: string): string[] {
	return text.match(/\s+|\S+/g) ?? [];
}
