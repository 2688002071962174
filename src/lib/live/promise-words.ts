/** A commitment as one sentence. */
export function promiseInWords(kind: 'will' | 'stop', text: string): string {
	return kind === 'will' ? `I will ${text}` : `I will stop ${text}`;
}
