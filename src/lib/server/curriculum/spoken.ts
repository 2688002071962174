import type * as v from 'valibot';
import type { Language } from '../../languages.ts';
import { blockKinds, isBlockKind } from './blocks/index.ts';
import { isMode } from './modes.ts';
import type { RenderedPiece } from './rendering.ts';
import { translate } from './translation.ts';

/** A piece of a step, and the language it is in. */
export interface Spoken {
	piece: RenderedPiece;
	language: Language;
}

export function allIn(language: Language, pieces: readonly RenderedPiece[]): Spoken[] {
	return pieces.map((piece) => ({ piece, language }));
}

/** A step's prose and blocks in order. A block that the translation leaves out is there in English. */
export function inOtherLanguage(
	englishPieces: readonly RenderedPiece[],
	otherPieces: readonly RenderedPiece[],
	language: Language
): Spoken[] {
	const english = allIn('en', englishPieces);
	const translated = allIn(language, otherPieces);
	const blocks = new Map<string, Spoken>();
	for (const spoken of english) {
		const id = idOf(spoken.piece);
		const found = translated.find(({ piece }) => idOf(piece) === id);
		if (id !== null) blocks.set(id, found ? translatedBlock(spoken, found) : spoken);
	}
	if (translated.every(({ piece }) => idOf(piece) !== null)) {
		// Nothing but blocks: they stand among the English prose.
		return english.map((spoken) => blocks.get(idOf(spoken.piece) ?? '') ?? spoken);
	}
	const order = [...blocks.keys()];
	const placed = new Set<string>();
	const pieces: Spoken[] = [];
	const placeUntil = (end: number) => {
		for (const id of order.slice(0, end)) {
			const block = blocks.get(id);
			if (block && !placed.has(id)) pieces.push(block);
			placed.add(id);
		}
	};
	for (const spoken of translated) {
		const id = idOf(spoken.piece);
		if (id === null) pieces.push(spoken);
		// What was left out comes right before the block that follows it in English.
		else if (order.includes(id)) placeUntil(order.indexOf(id) + 1);
	}
	placeUntil(order.length);
	return pieces;
}

function translatedBlock(english: Spoken, other: Spoken): Spoken {
	if (english.piece.kind !== 'block' || other.piece.kind !== 'block') return english;
	const { kind, props, line } = english.piece.block;
	if (!isBlockKind(kind)) return english;
	const schema: v.GenericSchema = blockKinds[kind].fields;
	const { value, changed } = translate(schema, props, other.piece.block.props);
	const asked = other.piece.text === '' ? english.piece : other.piece;
	const block = { kind, line, props: value as Record<string, unknown> };
	const isTranslated = changed || asked === other.piece;
	return {
		piece: { kind: 'block', block, html: asked.html, text: asked.text },
		language: isTranslated ? other.language : english.language
	};
}

/** The id of a block; null for prose, of either mode too. */
function idOf(piece: RenderedPiece): string | null {
	if (piece.kind === 'prose' || isMode(piece.block.kind)) return null;
	return String(piece.block.props['id']);
}
