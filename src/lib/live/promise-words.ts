type Kind = 'will' | 'stop';

/** How a commitment begins when its writer goes on from the prompt, in any of the languages. */
const OPENING: Record<Kind, RegExp> = {
	will: /^(?:i\s+will|i['’]ll|voy\s+a)\s*(?:…|\.{3}|:|\s)\s*/i,
	stop: /^(?:(?:i\s+will|i['’]ll)\s+stop|stop|voy\s+a\s+dejar\s+de|dejar\s+de)\s*(?:…|\.{3}|:|\s)\s*/i
};

/**
 * What somebody takes on, without the words that are put before it. Who chose “I will stop” and wrote a sentence of
 * their own, “I will listen first”, is not said to stop it: that one stands as they wrote it.
 */
export function promised(kind: Kind, text: string): { kind: Kind; text: string } {
	const said = text.trim();
	const its = OPENING.will.test(said) && !OPENING.stop.test(said) ? 'will' : kind;
	return { kind: its, text: said.replace(OPENING[its], '') || text };
}

/** A commitment as one sentence. */
export function promiseInWords(chosen: Kind, written: string): string {
	const { kind, text } = promised(chosen, written);
	return kind === 'will' ? `I will ${text}` : `I will stop ${text}`;
}
