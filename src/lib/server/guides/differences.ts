import { diffComm } from 'node-diff3';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** How one text became another, word by word. Together the pieces are both texts. */
export function wordsApart(before: string, after: string): Piece[] {
	return diffComm(pieces(before), pieces(after)).flatMap((part): Piece[] => {
		if ('common' in part) return [{ kind: 'same', text: part.common.join('') }];
		const removed = part.buffer1.join('');
		const added = part.buffer2.join('');
		return [
			...(removed === '' ? [] : [{ kind: 'removed' as const, text: removed }]),
			...(added === '' ? [] : [{ kind: 'added' as const, text: added }])
		];
	});
}

function pieces(text: string): string[] {
	return text.match(/\s+|\S+/g) ?? [];
}
