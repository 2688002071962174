type Kind = 'will' | 'stop';

/** How a commitment begins when its writer goes on from the prompt, in any of the languages. */
const OPENING: Record<Kind, RegExp> = {
	will: /^(?:i\s+will|i['’]ll|voy\s+a)\s*(?:…|\.{3}|:|\s)\s*/i,
	stop: /^(?:(?:i\s+will|i['’]ll)\s+stop|stop|voy\s+a\s+dejar\s+de|dejar\s+de)\s*(?:…|\.{3}|:|\s)\s*/i
};

/** What somebody takes on, without the words that are put before it. */
export function promised(kind: Kind, text: string): string {
	return text.trim().replace(OPENING[kind], '') || text;
}

/** A commitment as one sentence. */
export function promiseInWords(kind: Kind, text: string): string {
	const rest = promised(kind, text);
	return kind === 'will' ? `I will ${rest}` : `I will stop ${rest}`;
}
