/** Finds words in a transcript as a person means them: "quien" finds "quién", "WHO" finds "who". */

export interface Part {
	text: string;
	/** The number of the match over the whole transcript, from 0, or null between matches. */
	match: number | null;
}

export interface Found {
	/** For each text its parts in order, which make up the text again. */
	parts: Part[][];
	/** For each match the number of the text that it is in. */
	places: number[];
}

export function find(texts: readonly string[], query: string): Found {
	const wanted = fold(query.trim().replace(/\s+/g, ' ')).folded;
	const places: number[] = [];
	const parts = texts.map((text, index) => {
		const pieces: Part[] = [];
		let written = 0;
		for (const [from, to] of wanted === '' ? [] : occurrences(text, wanted)) {
			if (from > written) pieces.push({ text: text.slice(written, from), match: null });
			pieces.push({ text: text.slice(from, to), match: places.length });
			places.push(index);
			written = to;
		}
		if (written < text.length) pieces.push({ text: text.slice(written), match: null });
		return pieces;
	});
	return { parts, places };
}

function occurrences(text: string, wanted: string): [from: number, to: number][] {
	const { folded, origins } = fold(text);
	const result: [number, number][] = [];
	for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
		const from = origins[at] ?? 0;
		const to = origins[at + wanted.length] ?? text.length;
		// What folds to nothing or to several letters has no inner place to begin a match.
		if (to > from && from >= (result.at(-1)?.[1] ?? 0)) result.push([from, to]);
	}
	return result;
}

/** Small letters without accents, and for each of them where it came from. */
function fold(text: string): { folded: string; origins: number[] } {
	let folded = '';
	const origins: number[] = [];
	let at = 0;
	for (const character of text) {
		const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
		folded += plain;
		for (let index = 0; index < plain.length; index += 1) origins.push(at);
		at += character.length;
	}
	return { folded, origins };
}
