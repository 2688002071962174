/** What people have begun in the step after the last one that they finished. */
export type Halfway =
	| { by: string; blockId: string; choice: string }
	| { by: string; blockId: string; watched: number };

export const halfway: readonly Halfway[] = [
	{ by: 'Ana Reyes', blockId: 'lae-1-present-not-heard', choice: 'absent' },
	{ by: 'Jonah Bell', blockId: 'lae-1-rooms', watched: 41 },
	{ by: 'Amara Diallo', blockId: 'lae-1-likely', choice: 'need-help' },
	{ by: 'Sofia Marchetti', blockId: 'lae-2-which-says', choice: 'only' }
];
