/** A stretch of text, and whether it is what was looked for: so that nothing found is ever HTML. */
export type Stretch = { text: string; found: boolean };

/** What PostgreSQL puts around what it found: characters that no text has. */
export const OPEN = '\uE000';
export const CLOSE = '\uE001';

export function stretches(marked: string): Stretch[] {
	const parts = marked.split(/[\uE000\uE001]/);
	return parts.map((text, at) => ({ text, found: at % 2 === 1 })).filter(({ text }) => text !== '');
}

export function hasMarks(marked: string): boolean {
	return marked.includes(OPEN);
}
