/** What an answer is, for the page that says so and the server that decides it. */

export const LONGEST_ANSWER = 20_000;

export function countWords(text: string): number {
	return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Whether a text completes its prompt. `minimum` is in words; an empty text never does. */
export function isEnough(text: string, minimum: number): boolean {
	return countWords(text) >= Math.max(1, minimum);
}
